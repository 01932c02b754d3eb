// The models of the library's pages: the list with its search, a new source, one card with every use of it.
import { sayTime } from '#src/dates.ts';
import type { PageFrame } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { SOURCE_TYPE_LABELS, SOURCE_TYPES } from '../evidence.ts';
import type { FailedForm } from '../forms.ts';
import { type Option, type UseLine, useLine } from '../pages.ts';
import { mayKeepSources } from '../policy.ts';
import type { SourceUse } from '../store.ts';
import type { SourceType } from '../tables.ts';
import type { SourceFound, SourceListed } from './source-store.ts';

const PAGE_LENGTH = 50;
/** How many sources the list asks its store for: one more than it shows tells whether there are older ones. */
export const SOURCES_ASKED = PAGE_LENGTH + 1;

interface AddSource {
  /** The desks of which the person may keep the library. */
  desks: Option[];
  desk: string;
  types: Option[];
  proximities: Option[];
  /** Only the line, or the whole form. */
  is_whole: boolean;
}

export interface SourcesPage extends PageFrame {
  sources: SourceRow[];
  /** The person's desks, to choose from where there are several. */
  desks: Option[];
  search: { words: string; desk: string };
  is_searched: boolean;
  first: string | null;
  older: string | null;
  add_source: AddSource;
}

interface SourceRow {
  number: number;
  title: string;
  under: string;
  kind: string;
  uses: string;
  added: string;
  added_at: string;
}

export interface Search {
  words: string;
  /** A desk's slug, or '' for all. */
  desk: string;
  before: number | undefined;
}

/** The library of the person's desks: a page of it, newest first. */
export function sourcesPage(
  found: SourceListed[],
  { search, desks, now }: { search: Search; desks: DeskFound[]; now: string },
): SourcesPage {
  const { words, desk, before } = search;
  const shown = found.slice(0, PAGE_LENGTH);
  const kept = { ...(words && { words }), ...(desk && { desk }) };
  const last = shown.at(-1)?.number;
  return {
    title: 'Sources',
    nav: 'sources',
    sources: shown.map((source) => sourceRow(source, { now, with_desk: desks.length > 1 })),
    desks: desks.map(({ slug, name }) => ({ value: slug, label: name })),
    search: { words, desk },
    is_searched: words !== '' || desk !== '',
    first: before === undefined ? null : url('sources', {}, kept),
    older: found.length > PAGE_LENGTH ? url('sources', {}, { ...kept, before: last }) : null,
    add_source: addSource(desks, { wanted: desk, is_whole: false }),
  };
}

function sourceRow(source: SourceListed, { now, with_desk }: { now: string; with_desk: boolean }): SourceRow {
  const { number, title, url: address, publisher, author, desk_name, created_by_name, created_at, uses } = source;
  const under = [publisher || author, address.replace(/^https?:\/\/(www\.)?/, ''), with_desk && desk_name];
  const when = sayTime(created_at, source.time_zone, now);
  return {
    number,
    title,
    under: under.filter(Boolean).join(' · '),
    kind: SOURCE_TYPE_LABELS[source.type],
    uses: countedUses(uses),
    added: created_by_name === null ? when : `${created_by_name.split(' ')[0]}, ${when}`,
    added_at: created_at,
  };
}

function countedUses(uses: number): string {
  if (uses === 0) return 'not used';
  return uses === 1 ? 'used once' : `used ${uses} times`;
}

/** The page on which a source is written down before any claim needs it. */
export function newSourcePage(
  desks: DeskFound[],
  wanted: string,
  failed?: FailedForm,
): PageFrame & { add_source: AddSource } {
  return {
    title: 'Add a source',
    nav: 'sources',
    width: 'narrow',
    add_source: addSource(desks, { wanted, is_whole: true }),
    ...failed,
  };
}

function addSource(desks: DeskFound[], { wanted, is_whole }: { wanted: string; is_whole: boolean }): AddSource {
  const open = desks.filter((desk) => mayKeepSources(desk.role));
  return {
    desks: open.map(({ slug, name }) => ({ value: slug, label: name })),
    desk: open.find((desk) => desk.slug === wanted)?.slug ?? open[0]?.slug ?? '',
    types: [{ value: '', label: 'as the line says' }, ...typeOptions()],
    proximities: PROXIMITIES,
    is_whole,
  };
}

export interface SourcePage extends PageFrame {
  source: { number: number; title: string; url: string; lead: string; revision: number };
  uses: (UseLine & { claim_number: number; statement: string; article: { number: number; title: string } })[];
  counted: string;
  may_change: boolean;
  values: Record<string, string>;
  types: Option[];
  proximities: Option[];
  /** For those who may only read: what is known, in words; what is empty is left out. */
  facts: { name: string; words: string }[];
}

/** The card of a source, with every claim that rests on it. */
export function sourcePage(
  source: SourceFound,
  uses: SourceUse[],
  { now, failed }: { now: string; failed?: FailedForm },
): SourcePage {
  const { number, title, revision, type, publisher, author, dated_on, interest, created_at, time_zone } = source;
  const added = `added${source.created_by_name ? ` by ${source.created_by_name}` : ''}, ${sayTime(created_at, time_zone, now)}`;
  const lead = [`Source ${number}`, SOURCE_TYPE_LABELS[type], added].join(' · ');
  return {
    title,
    nav: 'sources',
    where: source.desk_name,
    source: { number, title, url: source.url, lead, revision },
    uses: uses.map(useOnCard),
    counted: countedUses(uses.length),
    may_change: mayKeepSources(source.role),
    values: { title, type, url: source.url, publisher, author, dated_on, proximity: source.proximity ?? '', interest },
    types: typeOptions(),
    proximities: PROXIMITIES,
    facts: factsOf(source),
    ...failed,
  };
}

const PROXIMITIES = [
  { value: '', label: 'not said' },
  { value: 'primary', label: 'primary: was there, or is the document itself' },
  { value: 'secondary', label: 'secondary: has it from others' },
];

function factsOf(source: SourceFound): { name: string; words: string }[] {
  const { publisher, author, dated_on, proximity, interest } = source;
  const facts = [
    { name: 'Publisher', words: publisher },
    { name: 'Author or speaker', words: author },
    { name: 'Date', words: dated_on },
    { name: 'How near', words: proximity ?? '' },
    { name: 'Its own interest', words: interest },
  ];
  return facts.filter(({ words }) => words !== '');
}

function useOnCard(use: SourceUse): SourcePage['uses'][number] {
  const { claim_number, claim_statement: statement, article_number: number, article_title: title } = use;
  return { ...useLine(use), claim_number, statement, article: { number, title } };
}

function typeOptions(): { value: SourceType; label: string }[] {
  return SOURCE_TYPES.map((value) => ({ value, label: SOURCE_TYPE_LABELS[value] }));
}
