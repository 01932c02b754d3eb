// The verb that takes back one's own last dismissal of a finding, handed over to the undoing of claims.
import { getLatestVersion } from '#src/articles/version-text-store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import type { UndoLater } from '#src/claims/undo/undoable.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { refusalOf } from '#src/people/permissions.ts';
import { findFindingDecision, replaceFindingDecision } from './store.ts';

/** Opens it again. RuleBroken where somebody decided about it since, or a new version came. */
export const undoDismissal: UndoLater = async (ctx, article, { deed, undoes }) => {
  if (ctx.actor.kind !== 'person') throw new Forbidden(refusalOf('settle_findings'));
  const finding_key = deed.subject.slice('finding:'.length);
  const { id: version_id } = await getLatestVersion(ctx.db, article);
  const known = await findFindingDecision(ctx.db, { version_id, finding_key });
  if (known?.decision !== 'dismissed' || known.decided_by !== ctx.actor.id)
    throw new RuleBroken(
      'Somebody has decided about it since, or a new version came in, so your dismissal is not taken back.',
    );
  const decided = { decision: 'reopened', reason: '', decided_by: ctx.actor.id, decided_at: ctx.at } as const;
  await replaceFindingDecision(ctx.db, { ...known, ...decided });
  const finding = String(deed.after?.finding ?? '');
  const before = { decision: known.decision, reason: known.reason };
  const after = { finding, undoes };
  await recordOnArticle(ctx, article, { verb: 'finding.reopened', subject: deed.subject, before, after });
  return { said: `Open again: ${finding}`, claim: null };
};
