// What a search finds for somebody: of what has the words what they may see; else words like them.
import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#src/context.ts';
import { later, utcOf } from '#src/dates.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { alikeAmong, mayBeMistyped, withAlike } from './alike.ts';
import type { Asked, Reach } from './asked.ts';
import { facet, speakerFacets } from './entry-signs.ts';
import { type Found, hasTerms } from './found.ts';
import { listFound } from './found-store.ts';
import { takeUpChanges } from './index-commands.ts';
import { firstIdAt, isWaiting } from './index-store.ts';
import { isAsked, kindsAsked, mostCounted, PAGE_LENGTH, type Search } from './search.ts';
import { foundSeen } from './seen.ts';
import { listAlike, listHits } from './store.ts';
import type { EntryKind } from './tables.ts';
import { type Term, type Typed, typedIn } from './typed.ts';

export interface Group {
  kind: EntryKind;
  /** As many as there are, but not counted beyond `most`. */
  count: number;
  found: Found[];
}

export interface Gathered {
  desks: DeskFound[];
  typed: Typed;
  groups: Group[];
  /** What stands in place of the words that were typed, where nothing has those. */
  terms: readonly (readonly Term[])[];
  is_forgiving: boolean;
  /** Some of what was saved of late is not in the index yet. */
  is_behind: boolean;
}

/** So many of each sort where all are shown side by side. */
export const SIDE_BY_SIDE = 5;
/** How much a search takes up by itself before it answers. */
const TAKEN_UP = 1_000;
/** So many are held against what somebody may see who looks from outside. */
const LOOKED_AT = 200;
const ALIKE_LOOKED_AT = 40;

/** Everything that this person may see of what the search asks for; nothing where it asks for nothing. */
export async function gatherFound(ctx: Context, search: Search): Promise<Gathered> {
  const all = await listDesksOf(ctx);
  const desks = search.desk === '' ? all : all.filter(({ slug }) => slug === search.desk);
  const typed = typedIn(search.words);
  // Where nothing can be written now, what is in the index is found all the same.
  await takeUpChanges(ctx, { most: TAKEN_UP }).catch(() => 0);
  const exactly = typed.terms.map((term) => [term]);
  const looking: Looking = { search, desks };
  const exact = isAsked(search) ? await groupsOf(ctx, looking, exactly) : [];
  const common = { desks: all, typed, is_behind: await isWaiting(ctx.db) };
  const is_found = exact.some(({ count }) => count > 0);
  if (is_found || typed.terms.length === 0) return { ...common, groups: exact, terms: exactly, is_forgiving: false };
  const terms = withAlike(typed.terms, await alikeTo(ctx, typed.terms));
  // Where no word is like them, and none stood in a phrase, it is the same question.
  const groups = isDeepStrictEqual(terms, exactly) ? exact : await groupsOf(ctx, looking, terms);
  return { ...common, groups, terms, is_forgiving: true };
}

interface Looking {
  search: Search;
  desks: readonly DeskFound[];
}

async function alikeTo(ctx: Context, terms: readonly Term[]): Promise<Map<string, string[]>> {
  const keys = new Set(terms.flatMap((term) => term.keys).filter(mayBeMistyped));
  const words = await listAlike(ctx.db, keys, ALIKE_LOOKED_AT);
  return new Map([...words].map(([key, some]) => [key, alikeAmong(key, some)]));
}

async function groupsOf(ctx: Context, looking: Looking, terms: Asked['terms']): Promise<Group[]> {
  const { search, desks } = looking;
  const kinds = kindsAsked(search);
  const asked: Asked = { kinds, terms, reach: reachOf(desks), facets: facetsIn(search), ...idsBetween(search, desks) };
  const [first, length] = search.of === '' ? [0, SIDE_BY_SIDE] : [(search.page - 1) * PAGE_LENGTH, PAGE_LENGTH];
  if (asked.reach.outside.length > 0) return seenGroups(ctx, asked, { looking, first, length });
  const hits = await listHits(ctx.db, asked, { most: mostCounted(search) + 1, first, length });
  const groups: Group[] = [];
  for (const kind of kinds) {
    const { count, subjects } = hits.get(kind) ?? NONE;
    groups.push({ kind, count, found: await listFound(ctx, { kind, desks }, subjects) });
  }
  return groups;
}

const NONE = { count: 0, subjects: [] };

/** For whoever looks from outside: nothing is counted that has the words, or the speaker, only in what is held back. */
async function seenGroups(
  ctx: Context,
  asked: Asked,
  { looking: { search, desks }, first, length }: { looking: Looking; first: number; length: number },
): Promise<Group[]> {
  const hits = await listHits(ctx.db, asked, { most: LOOKED_AT, first: 0, length: LOOKED_AT });
  const groups: Group[] = [];
  for (const kind of asked.kinds) {
    const found = await listFound(ctx, { kind, desks }, hits.get(kind)?.subjects ?? []);
    const all = await foundSeen(ctx, found);
    const seen = all.filter((one, at) => one === found[at] || (search.speaker === '' && hasTerms(one, asked.terms)));
    groups.push({ kind, count: seen.length, found: seen.slice(first, first + length) });
  }
  return groups;
}

function reachOf(desks: readonly DeskFound[]): Reach {
  const at = (from: 'inside' | 'outside') =>
    desks.filter(({ role }) => visibilityOf(role) === from).map(({ id }) => id);
  return { inside: at('inside'), outside: at('outside') };
}

function facetsIn({ kind, verdict, state, speaker }: Search): string[] {
  return [
    ...(kind === '' ? [] : [facet('kind', kind)]),
    ...(verdict === '' ? [] : [facet('verdict', verdict)]),
    ...(state === '' ? [] : [facet('state', state)]),
    ...speakerFacets(speaker),
  ];
}

/** Days as the clocks of the desk show them; of several desks, of the first. */
function idsBetween({ from, to }: Search, desks: readonly DeskFound[]): { from: number; to: number } {
  const zone = desks[0]?.time_zone ?? 'UTC';
  const begins = (day: string) => firstIdAt(utcOf(`${day}T00:00`, zone) ?? `${day}T00:00:00Z`);
  const dayAfter = (day: string) => later(`${day}T12:00:00Z`, 86_400_000).slice(0, 10);
  return {
    from: from === '' ? 0 : begins(from),
    to: to === '' ? Number.MAX_SAFE_INTEGER : begins(dayAfter(to)) - 1,
  };
}
