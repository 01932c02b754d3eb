// The verb that takes one's own last deed on an article back, as a change of its own.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { nameOfActor } from '#src/audit/log.ts';
import { listOwnEntries } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { needed } from '#src/item-at.ts';
import { assertMay, refusalOf } from '#src/people/permissions.ts';
import { undoFollowing, undoKey, undoMark, undoVerdict } from './claim-undo-commands.ts';
import { undoDismissal, undoInitials, undoTick } from './text-undo-commands.ts';
import { lastPress, type TakenBack, type Undoing, type UndoLater, undoneSince } from './undoable.ts';

/** What later subjects take back. */
export type Later = { finding?: UndoLater };

/** Looked through for the last one; what lies further back was followed by so much that it is no last step. */
const MOST_ENTRIES = 100;

/**
 * Takes back what this person did last on the article, of ticks, initials, dismissed suggestions and findings, marked claims, verdicts and
 * stars: the state before is stored again, and the log has both. Words marked and judged in one press go together. RuleBroken,
 * and nothing changed, where there is no such deed or somebody changed what it led to since; Forbidden for guests.
 */
export function undoLast(ctx: Context, article_id: string, later: Later = {}): Promise<TakenBack> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'mark_claims');
    if (ctx.actor.id === null) throw new Forbidden(refusalOf('mark_claims', article.role));
    const of = { article_id: article.id, actor: nameOfActor(ctx.actor) };
    const entries = await listOwnEntries(ctx.db, { ...of, since: undoneSince(ctx.at), limit: MOST_ENTRIES });
    const press = lastPress(entries);
    const deed = press.at(-1);
    if (deed === undefined)
      throw new RuleBroken('You have done nothing here in the last twelve hours that can be undone.');
    const undoing = { deed, undoes: press.map((one) => one.number) };
    if (deed.verb === 'finding.dismissed')
      return await needed(later.finding, 'the undoing of findings')(ctx, article, undoing);
    return await takeBack(ctx, article, undoing);
  });
}

function takeBack(ctx: Context, article: ArticleFound, undoing: Undoing): Promise<TakenBack> {
  switch (undoing.deed.verb) {
    case 'words.ticked':
      return undoTick(ctx, article, undoing);
    case 'sentence.initialled':
      return undoInitials(ctx, article, undoing);
    case 'suggestion.dismissed':
      return undoDismissal(ctx, article, undoing);
    case 'claim.marked':
      return undoMark(ctx, article, undoing);
    case 'claim.key_changed':
      return undoKey(ctx, article, undoing);
    case 'claim.followed':
      return undoFollowing(ctx, article, undoing);
    default:
      return undoVerdict(ctx, article, undoing);
  }
}
