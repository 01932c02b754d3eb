// The verb that changes what is noted about an article.
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { keysThatDiffer } from '#src/fields-that-differ.ts';
import { assertMay, may, refusalOf } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import { type CheckingTyped, readCheckingAgain } from '../article-profile.ts';
import { titleAndKeys } from '../commands.ts';
import { askForReading } from '../reading-commands.ts';
import { type ArticleFound, getArticle, raiseChangedSeq, updateDetails } from '../store.ts';
import type { ArticleTable } from '../tables.ts';
import { recordOnArticle } from '../with-article.ts';
import { readDetails } from './details.ts';
import {
  eventsOf,
  forLog,
  keepMoment,
  type ShownDetails,
  shownChecking,
  shownDetails,
  staleDetails,
} from './details-change.ts';
import type { DetailsTyped } from './details-rules.ts';

export interface DetailsChange extends DetailsTyped, CheckingTyped {
  title: string;
  /** The revision that the form showed. */
  revision: number;
}

/**
 * Changes what is noted about an article, all of it: what is left out becomes empty; profile and Legal stay where they are
 * left out, and no star that is set changes with them. Gives back the article as it is then; where nothing differs, nothing is
 * stored. Throws NotFound, Forbidden (guests), RuleBroken with the field, and StaleEdit where somebody else saved first.
 */
export async function changeArticleDetails(
  ctx: Context,
  id: string | number,
  input: DetailsChange,
): Promise<ArticleTable> {
  return transact(ctx, async (ctx) => {
    const found = await getArticle(ctx, id, 'lock');
    const { role, desk_name, desk_slug, time_zone, desk_changed_seq, desk_log_number, profile_name, ...article } =
      found;
    assertMay(role, 'change_details');
    const title = cleanLine(input.title);
    if (title === '') throw new RuleBroken('Give the article a title, so that people can find it.', 'title');
    const before = shownDetails(found);
    const details = keepMoment(readDetails(input, { time_zone, language: article.language }), before, time_zone);
    const { profile, ...checking } = await readCheckingAgain(ctx.db, found, input);
    const after = { title, ...details, ...shownChecking({ profile, ...checking }) };
    const changed = keysThatDiffer(before, after);
    if (changed.length === 0) return article;
    if (before.needs_legal === 'yes' && after.needs_legal === 'no') assertUnmarks(role);
    if (input.revision !== article.revision) throw staleDetails({ stored: found, yours: after, time_zone });
    const language_guessed = details.language === article.language ? article.language_guessed : (0 as const);
    const stored = { ...details, language_guessed, ...titleAndKeys(title, details.byline), ...checking };
    await updateDetails(ctx.db, article.id, stored);
    await raiseChangedSeq(ctx.db, article.id);
    await recordChange(ctx, article, { before, after, changed });
    if (stored.language !== article.language) await askForReading(ctx, article);
    const [revision, changed_seq] = [article.revision + 1, article.changed_seq + 1];
    return { ...article, ...stored, revision, changed_seq, beside_claims_seq: changed_seq };
  });
}

/** Whoever may not is told at the field, and keeps what was typed. */
function assertUnmarks(role: ArticleFound['role']): void {
  if (!may(role, 'unmark_for_legal')) throw new RuleBroken(refusalOf('unmark_for_legal', role), 'needs_legal');
}

async function recordChange(
  ctx: Context,
  article: ArticleTable,
  change: { before: ShownDetails; after: ShownDetails; changed: (keyof ShownDetails)[] },
): Promise<void> {
  for (const [verb, fields] of eventsOf(change.changed))
    await recordOnArticle(ctx, article, {
      verb,
      before: forLog(change.before, fields),
      after: forLog(change.after, fields),
    });
}
