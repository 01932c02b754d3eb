// What a revision reads before its transaction: the new text, and where claims and ticks go.
import type { AssembledVersion } from '#src/articles/article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionGround } from '#src/articles/version-store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { itemAt } from '#src/item-at.ts';
import type { Destination } from '../analysis/follow.ts';
import { pairedSentences } from '../analysis/sentence-pairs.ts';
import type { SentencePairs } from '../analysis/tasks.ts';
import { workOnText } from '../analysis/worker-pool.ts';
import { listTicks, type TickFound } from '../coverage/store.ts';
import { listClaims, type PlacedClaim } from '../store.ts';
import { type LastPlace, listLastPlaces } from './store.ts';

/** All that must find its place in the next version. */
export interface Sought {
  claims: PlacedClaim[];
  ticks: TickFound[];
  /** Of the claims that have no place: where each stood last. */
  lost: LastPlace[];
}

/** All of it, as it stands in this version. */
export async function listSought(db: Db, at: { article_id: string; version_id: string }): Promise<Sought> {
  return {
    claims: await listClaims(db, at),
    ticks: await listTicks(db, at.version_id),
    lost: await listLastPlaces(db, at.version_id),
  };
}

/** Whether everything stands where it stood, so that what was followed for the one holds for the other. */
export function standsAsIn(one: Sought, other: Sought): boolean {
  const places = ({ claims, ticks, lost }: Sought) =>
    [claims, ticks, lost].map((some) => some.map(({ start, end }) => `${start}-${end}`).join()).join(';');
  return places(one) === places(other);
}

/** Where all that was sought goes, each in its order; claims without a place are left out of `claims`. */
export interface Followed {
  claims: Destination[];
  ticks: Destination[];
  lost: Destination[];
  sentences: SentencePairs;
}

/** Follows everything into the next version. Takes seconds for a large text: not inside a transaction. */
export async function followedInto(
  ctx: Context,
  article: ArticleFound,
  { before, after, sought }: { before: VersionText; after: AssembledVersion; sought: Sought },
): Promise<Followed> {
  const { language } = article;
  const placed = sought.claims.filter(hasPlace);
  const ranges = [...placed, ...sought.ticks].map(rangeOf);
  const { text, parts } = after;
  const follow = async (old: string, some: { start: number; end: number }[]) => {
    if (some.length === 0) return [];
    const given = { before: old, after: { text, parts }, ranges: some, language };
    return (await workOnText('follow', old.length + text.length, given)).flat();
  };
  const destinations = await follow(before.text, ranges);
  const lost: Destination[] = new Array(sought.lost.length);
  for (const [number, some] of Map.groupBy(sought.lost, (place) => place.version_number)) {
    const old = await getVersionGround(ctx.db, article, number);
    const found = await follow(old.text, some.map(rangeOf));
    some.forEach((place, index) => {
      lost[sought.lost.indexOf(place)] = itemAt(found, index);
    });
  }
  return {
    claims: destinations.slice(0, placed.length),
    ticks: destinations.slice(placed.length),
    lost,
    sentences: await pairedSentences(before, after),
  };
}

function rangeOf({ start, end }: { start: number; end: number }) {
  return { start, end };
}

export function hasPlace<Placed extends { start: number | null; end: number | null }>(
  one: Placed,
): one is Placed & { start: number; end: number } {
  return one.start !== null && one.end !== null;
}
