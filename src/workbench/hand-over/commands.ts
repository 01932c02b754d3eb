// The verb that hands all of one's open claims and paragraphs over to a colleague.
import { withArticle } from '#src/articles/with-article.ts';
import { passParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { assignClaim } from '#src/claims/marking/assign-claim-commands.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { findMember } from '#src/people/member-store.ts';
import { assertMay, may, refusalOf } from '#src/people/permissions.ts';
import { listInHand, listNumbersInHand } from './store.ts';

export interface HandOver {
  desk: string;
  /** The number of one article; undefined for all of the desk. */
  article: number | undefined;
  /** The number of the colleague. */
  to: number;
}

export interface HandedOver {
  claims: number;
  paragraphs: number;
  articles: number;
  name: string;
}

/**
 * Hands over all of the actor's open claims of a desk, or of one article of it, and the paragraphs they read: a transaction for
 * each article, an entry in the log for each claim and one for the paragraphs. What waits for its second read stays where it is. Throws NotFound (no such desk of the actor's),
 * Forbidden (guests); RuleBroken (`to`) for oneself and for whoever does not work there, (`what`) where nothing is in hand.
 */
export async function handOverMine(ctx: Context, { desk: slug, article, to }: HandOver): Promise<HandedOver> {
  const desk = await getDeskBySlug(ctx, slug);
  assertMay(desk.role, 'assign_work');
  const person_id = ctx.actor.id ?? '';
  const colleague = await findMember(ctx.db, desk.id, to);
  if (!may(colleague?.role, 'be_assigned_work') || colleague === undefined || colleague.disabled_at !== null)
    throw new RuleBroken(refusalOf('be_assigned_work'), 'to');
  if (colleague.person_id === person_id) throw new RuleBroken('These are yours already. Choose a colleague.', 'to');
  const articles = (await listInHand(ctx.db, { desk_id: desk.id, person_id })).filter(
    ({ number }) => article === undefined || number === article,
  );
  if (articles.length === 0)
    throw new RuleBroken('You have no open claims or paragraphs there: nothing to hand over.', 'what');
  const done: HandedOver = { claims: 0, paragraphs: 0, articles: 0, name: colleague.display_name };
  for (const { article_id } of articles) {
    const mine = { desk_id: desk.id, person_id, article_id };
    const { claims, paragraphs } = await handOverIn(ctx, mine, colleague.person_id);
    done.claims += claims;
    done.paragraphs += paragraphs;
    if (claims + paragraphs > 0) done.articles += 1;
  }
  return done;
}

function handOverIn(
  ctx: Context,
  mine: { desk_id: string; person_id: string; article_id: string },
  assignee_id: string,
): Promise<{ claims: number; paragraphs: number }> {
  return withArticle(ctx, mine.article_id, async (ctx) => {
    // Behind the lock: what somebody took meanwhile is no longer theirs to give.
    const numbers = await listNumbersInHand(ctx.db, mine);
    for (const number of numbers) await assignClaim(ctx, mine.article_id, { number, assignee_id });
    return { claims: numbers.length, paragraphs: await passParagraphs(ctx, mine.article_id, assignee_id) };
  });
}
