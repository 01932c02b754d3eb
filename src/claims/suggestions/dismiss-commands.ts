// The verbs that dismiss a suggestion and suggest it again.
import type { ArticleFound } from '#src/articles/store.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { may, refusalOf } from '#src/people/permissions.ts';
import { placeOf } from '../analysis/suggestion.ts';
import { findClaimAt } from '../store.ts';
import { type Chosen, type ChosenVerb, onChosen } from './commands.ts';
import { deleteDecision, listDecisions, replaceDecision } from './store.ts';

/** Dismisses a suggestion for this version of the text; dismissed again, or suggested no more: nothing happens. */
export function dismissSuggestion(ctx: Context, article_id: string, chosen: Chosen): Promise<void> {
  const work: ChosenVerb<void>['work'] = async (ctx, article, { ground, range, suggestion }) => {
    const person_id = assertDecides(article, ctx);
    const version_id = ground.version.id;
    const claim = await findClaimAt(ctx.db, { version_id, ...range });
    if (claim !== undefined)
      throw new RuleBroken(`These words have become claim ${claim.number}. Drop the claim if it is not needed.`);
    const known = (await listDecisions(ctx.db, version_id)).find((one) => placeOf(one) === placeOf(range));
    if (suggestion === undefined || known?.dismissed_at) return;
    await replaceDecision(ctx.db, {
      version_id,
      ...range,
      taken_claim_id: null,
      dismissed_by: person_id,
      dismissed_at: ctx.at,
    });
    const { score, reasons, reading } = suggestion;
    const after = { ...range, words: reading.statement, score, reasons };
    await recordOnVersion(ctx, { article, version_id }, { verb: 'suggestion.dismissed', after });
  };
  return onChosen(ctx, article_id, chosen, { may: assertDecides, work });
}

/** Suggests again what was dismissed; what was not dismissed stays as it is. */
export function restoreSuggestion(ctx: Context, article_id: string, chosen: Chosen): Promise<void> {
  const work: ChosenVerb<void>['work'] = async (ctx, article, { ground, range }) => {
    const version_id = ground.version.id;
    const known = (await listDecisions(ctx.db, version_id)).find((one) => placeOf(one) === placeOf(range));
    if (!known?.dismissed_at) return;
    await deleteDecision(ctx.db, { version_id, ...range });
    const before = { ...range, words: ground.text.slice(range.start, range.end) };
    await recordOnVersion(ctx, { article, version_id }, { verb: 'suggestion.restored', before });
  };
  return onChosen(ctx, article_id, chosen, { may: assertDecides, work });
}

/** To dismiss is a person's: the operator has no judgement to remember. */
function assertDecides(article: ArticleFound, ctx: Context): string {
  if (ctx.actor.id === null || !may(article.role, 'decide_suggestions'))
    throw new Forbidden(refusalOf('decide_suggestions', article.role));
  return ctx.actor.id;
}

function recordOnVersion(
  ctx: Context,
  at: { article: ArticleFound; version_id: string },
  event: { verb: EventVerb; before?: object; after?: object },
): Promise<void> {
  const subject = `version:${at.version_id}`;
  return record(ctx, { chain: at.article.desk_id, article_id: at.article.id, subject, ...event });
}
