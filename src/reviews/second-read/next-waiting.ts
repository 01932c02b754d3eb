// Which claim comes next for a second reader, once one is read.
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { isReadInList } from '#src/claims/claim.ts';
import type { Context } from '#src/context.ts';
import { listForSecondRead, type Waiting } from './store.ts';

/** The next claim to be read singly; how many plain OKs wait in their list; and the next of either kind. */
export interface WaitsNext {
  claim: number | null;
  in_list: number;
  any: number | null;
}

/** What waits for this person after the claim of this number or id, round the end of the text. NotFound for strangers. */
export async function waitingAfter(ctx: Context, at: { id: string; number: string }): Promise<WaitsNext> {
  const article = await getArticle(ctx, at.id);
  const claims = await listForSecondRead(ctx.db, article);
  const here = claims.findIndex((claim) => claim.id === at.number || String(claim.number) === at.number);
  return nextOf([...claims.slice(here + 1), ...claims.slice(0, here + 1)], ctx.actor.id);
}

/**
 * The claim with which this person's second read begins: the first that is read singly, else the first of the list; null where
 * none waits for them.
 */
export async function firstWaiting(ctx: Context, article: ArticleFound): Promise<number | null> {
  const claims = await listForSecondRead(ctx.db, article);
  return nextOf(claims, ctx.actor.id).claim ?? claims.find((claim) => waitsFor(claim, ctx.actor.id))?.number ?? null;
}

function waitsFor({ state, checker_id }: Waiting, reader_id: string | null): boolean {
  return state === 'ready' && checker_id !== reader_id;
}

function nextOf(claims: Waiting[], reader_id: string | null): WaitsNext {
  const waiting = claims.filter((claim) => waitsFor(claim, reader_id));
  const inList = (claim: Waiting) => isReadInList({ ...claim, is_key: claim.is_key === 1 });
  const single = waiting.find((claim) => !inList(claim));
  const in_list = waiting.filter(inList).length;
  return { claim: single?.number ?? null, in_list, any: waiting[0]?.number ?? null };
}

/** What is said of it behind what was just done. */
export function sayNext({ claim, in_list }: Pick<WaitsNext, 'claim' | 'in_list'>): string {
  if (claim !== null) return `Claim ${claim} is next.`;
  return in_list > 0 ? 'Only plain OKs are left, in the list.' : 'Nothing else is waiting for you here.';
}
