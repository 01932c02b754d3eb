// The page of the search: what was asked, and what was found of it, sort by sort.
import { CLAIM_KINDS, CLAIM_STATES, STATE_LABELS } from '#src/claims/claim.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option } from '#src/http/form.ts';
import { type Pager, pagerOf } from '#src/http/pager.ts';
import type { PageFrame } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { FIRST_VERDICTS } from '#src/people/desks/desk-verdicts.ts';
import { type FoundRow, foundRow } from './found-view.ts';
import { type Gathered, type Group, gatherFound, SIDE_BY_SIDE } from './gather-found.ts';
import { countFilters, isAsked, mostCounted, PAGE_LENGTH, queryOf, type Search } from './search.ts';
import { ENTRY_KINDS, type EntryKind } from './tables.ts';

const KIND_NAMES: Record<EntryKind, string> = {
  article: 'Articles',
  claim: 'Claims',
  source: 'Sources',
  passage: 'Passages',
  query: 'Queries',
  contact: 'Contacts',
};

export interface SearchPage extends PageFrame {
  search: Search;
  is_asked: boolean;
  filters: number;
  choices: Record<'desks' | 'kinds' | 'verdicts' | 'states' | 'ofs', Option[]>;
  groups: GroupShown[];
  is_forgiving: boolean;
  /** What is to be said of the search itself. */
  notes: string[];
  /** The same words without filters, where some are set. */
  unfiltered: string | null;
  pager: Pager | null;
}

interface GroupShown {
  kind: EntryKind;
  name: string;
  counted: string;
  rows: FoundRow[];
  /** All of them, page by page; null where they are all here. */
  all: { href: string; label: string } | null;
}

/** The model of /search for this person. */
export async function searchPage(ctx: Context, search: Search): Promise<SearchPage> {
  const is_asked = isAsked(search);
  const gathered = await gatherFound(ctx, search);
  const groups = is_asked ? gathered.groups.filter(({ count }) => count > 0) : [];
  const { desks } = gathered;
  return {
    title: search.words === '' ? 'Search' : `Search: ${cutAtWord(search.words, 60)}`,
    nav: 'search',
    ...(desks.length === 1 && desks[0] && { where: desks[0].name }),
    search,
    is_asked,
    filters: countFilters(search),
    choices: choicesOf(desks.map(({ slug, name }) => ({ value: slug, label: name }))),
    groups: groups.map((group) => groupShown(ctx, gathered, { group, search })),
    is_forgiving: gathered.is_forgiving && groups.length > 0,
    notes: notesOf(gathered),
    unfiltered: countFilters(search) === 0 ? null : url('search', {}, { words: search.words }),
    pager: search.of === '' ? null : pagerFor(search, groups[0]?.count ?? 0),
  };
}

function groupShown(
  ctx: Context,
  { terms, desks }: Gathered,
  { group: { kind, count, found }, search }: { group: Group; search: Search },
): GroupShown {
  const most = mostCounted(search);
  const counted = count > most ? `${most.toLocaleString('en')} or more` : count.toLocaleString('en');
  const is_whole = search.of !== '' || count <= SIDE_BY_SIDE;
  const name = KIND_NAMES[kind];
  return {
    kind,
    name,
    counted,
    rows: found.map((one) => foundRow(one, { terms, now: ctx.at, with_desk: desks.length > 1 })),
    all: is_whole
      ? null
      : {
          href: url('search', {}, queryOf(search, { of: kind })),
          label: `All ${count > most ? '' : `${counted} `}${name.toLowerCase()}`,
        },
  };
}

function notesOf({ typed, is_behind }: Gathered): string[] {
  return [
    ...(typed.is_cut ? ['These are too many words for one search: only the first were used.'] : []),
    ...(is_behind ? ['The search index is still being built: some things may not be found yet.'] : []),
  ];
}

function pagerFor(search: Search, found: number): Pager | null {
  const count = Math.min(found, mostCounted(search));
  return pagerOf({ page: search.page, length: PAGE_LENGTH, count, is_counted: false }, (page) =>
    url('search', {}, queryOf(search, { page })),
  );
}

function choicesOf(desks: Option[]): SearchPage['choices'] {
  const any = { value: '', label: 'any' };
  return {
    desks: [{ value: '', label: 'all my desks' }, ...desks],
    ofs: [{ value: '', label: 'everything' }, ...ENTRY_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))],
    kinds: [any, ...CLAIM_KINDS.map((value) => ({ value, label: value }))],
    verdicts: [
      any,
      ...FIRST_VERDICTS.map(({ meaning, mark, desk_label }) => ({ value: meaning, label: `${mark} ${desk_label}` })),
      { value: 'none', label: 'no verdict yet' },
    ],
    states: [any, ...CLAIM_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))],
  };
}
