// What a search finds for somebody: of what has the words what they may see; else words like them.
import type { Context } from '#src/context.ts';
import { later, utcOf } from '#src/dates.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { alikeAmong, mayBeMistyped, withAlike } from './alike.ts';
import type { Asked, Reach } from './asked.ts';
import { facet, speakerFacets } from './entry.ts';
import { type Found, hasTerms } from './found.ts';
import { listFound } from './found-store.ts';
import { takeUpChanges } from './index-commands.ts';
import { firstIdAt, isWaiting } from './index-store.ts';
import { isAsked, kindsAsked, mostCounted, PAGE_LENGTH, type Search } from './search.ts';
import { foundSeen } from './seen.ts';
import { listAlike, listHits, listSubjects } from './store.ts';
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
  const groups = await groupsOf(ctx, looking, terms);
  return { ...common, groups, terms, is_forgiving: true };
}

interface Looking {
  search: Search;
  desks: readonly DeskFound[];
}

async function alikeTo(ctx: Context, terms: readonly Term[]): Promise<Map<string, string[]>> {
  const keys = new Set(terms.flatMap((term) => term.keys).filter(mayBeMistyped));
  const alike = new Map<string, string[]>();
  for (const key of keys) alike.set(key, alikeAmong(key, await listAlike(ctx.db, key, ALIKE_LOOKED_AT)));
  return alike;
}

async function groupsOf(ctx: Context, looking: Looking, terms: readonly (readonly Term[])[]): Promise<Group[]> {
  const groups: Group[] = [];
  for (const kind of kindsAsked(looking.search)) groups.push(await groupOf(ctx, looking, { kind, terms }));
  return groups;
}

async function groupOf(
  ctx: Context,
  { search, desks }: Looking,
  { kind, terms }: Pick<Asked, 'kind' | 'terms'>,
): Promise<Group> {
  const reach = reachOf(desks);
  const asked: Asked = { kind, terms, reach, facets: facetsIn(search), ...idsBetween(search, desks) };
  const [first, length] = search.of === '' ? [0, SIDE_BY_SIDE] : [(search.page - 1) * PAGE_LENGTH, PAGE_LENGTH];
  if (reach.outside.length > 0) {
    const seen = await seenAmong(ctx, asked, search);
    return { kind, count: seen.length, found: seen.slice(first, first + length) };
  }
  const ids = await listHits(ctx.db, asked, mostCounted(search) + 1);
  const subjects = await listSubjects(ctx.db, ids.slice(first, first + length));
  return { kind, count: ids.length, found: await listFound(ctx, kind, subjects) };
}

/** For whoever looks from outside: nothing is counted that has the words, or the speaker, only in what is held back. */
async function seenAmong(ctx: Context, asked: Asked, { speaker }: Search): Promise<Found[]> {
  const subjects = await listSubjects(ctx.db, await listHits(ctx.db, asked, LOOKED_AT));
  const found = await listFound(ctx, asked.kind, subjects);
  const seen = await foundSeen(ctx, found);
  return seen.filter((one, at) => one === found[at] || (speaker === '' && hasTerms(one, asked.terms)));
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
