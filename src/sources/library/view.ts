// The model of the library's list: a page of cards, and the search with its filters.
import { sayTime } from '#src/dates.ts';
import type { Option } from '#src/http/form.ts';
import { type Pager, pagerOf } from '#src/http/pager.ts';
import type { PageFrame } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import type { Member } from '#src/people/member-store.ts';
import { onlyDesk } from '#src/people/only-desk.ts';
import { may } from '#src/people/permissions.ts';
import { type AddSource, newSourceView } from '../card/new-source-view.ts';
import { SOURCE_TYPE_LABELS } from '../card/source-type.ts';
import { countedUses } from '../card/view.ts';
import type { PaperSaid } from '../retractions/retraction.ts';
import { type ExportLink, exportLinks } from './export-links.ts';
import { choicesOf, type LibraryChoices } from './filters-view.ts';
import { countFilters, type LibrarySearch, queryOf } from './search.ts';
import type { SourceListed } from './store.ts';

const PAGE_LENGTH = 50;

/** What the list asks its store for: one card more than it shows tells whether there is another page. */
export function sliceOf({ page }: LibrarySearch): { limit: number; offset: number } {
  return { limit: PAGE_LENGTH + 1, offset: (page - 1) * PAGE_LENGTH };
}

export interface SourcesPage extends PageFrame {
  sources: SourceRow[];
  /** The person's desks, to choose from where there are several. */
  desks: Option[];
  search: LibrarySearch;
  choices: LibraryChoices;
  is_searched: boolean;
  /** How many filters are set: they are unfolded then. */
  filters: number;
  /** Where this desk's library is nobody's to see as a whole, the filter for confidential sources is not offered. */
  may_see_confidential: boolean;
  may_export_confidential: boolean;
  pager: Pager | null;
  add_source: AddSource;
  exports: ExportLink[];
}

interface SourceRow {
  number: number;
  title: string;
  under: string;
  alias: string;
  kind: string;
  proximity: string;
  uses: string;
  added: string;
  added_at: string;
  /** What retraction lists say of it; '' where none names it. */
  paper: string;
  is_retracted: boolean;
}

export interface LibraryMaterial {
  search: LibrarySearch;
  desks: DeskFound[];
  members: Member[];
  now: string;
  said: (source: SourceListed) => PaperSaid | null;
}

/** The library of the person's desks: a page of it. */
export function sourcesPage(found: SourceListed[], material: LibraryMaterial): SourcesPage {
  const { search, desks, members, now, said } = material;
  const shown = found.slice(0, PAGE_LENGTH);
  return {
    title: 'Sources',
    nav: 'sources',
    where: onlyDesk(desks),
    sources: shown.map((source) => ({
      ...sourceRow(source, { now, with_desk: desks.length > 1 }),
      ...inLists(said(source)),
    })),
    desks: desks.map(({ slug, name }) => ({ value: slug, label: name })),
    search,
    choices: choicesOf(members),
    is_searched: Object.keys(queryOf(search)).some((name) => name !== 'order'),
    filters: countFilters(search),
    may_see_confidential: desks.some((desk) => may(desk.role, 'see_confidential')),
    may_export_confidential: desks.some((desk) => may(desk.role, 'export_confidential')),
    pager: pagerFor(search, found.length),
    add_source: newSourceView(desks, { wanted: search.desk, is_whole: false }),
    exports: exportLinks(search),
  };
}

function inLists(paper: PaperSaid | null): Pick<SourceRow, 'paper' | 'is_retracted'> {
  return { paper: paper?.sentences.join(' ') ?? '', is_retracted: paper?.is_retracted ?? false };
}

/** The library is not counted for its list: what is known of are the cards before and those that were found. */
function pagerFor(search: LibrarySearch, found: number): Pager | null {
  const { page } = search;
  const count = (page - 1) * PAGE_LENGTH + found;
  return pagerOf({ page, length: PAGE_LENGTH, count, is_counted: false }, (to) =>
    url('sources', {}, queryOf(search, to)),
  );
}

function sourceRow(
  source: SourceListed,
  { now, with_desk }: { now: string; with_desk: boolean },
): Omit<SourceRow, 'paper' | 'is_retracted'> {
  const { number, title, url: address, publisher, author, desk_name, created_by_name, created_at, uses } = source;
  const under = [publisher || author, address.replace(/^https?:\/\/(www\.)?/, ''), with_desk && desk_name];
  const when = sayTime(created_at, source.time_zone, now);
  return {
    number,
    title,
    under: under.filter(Boolean).join(' · '),
    alias: source.alias,
    kind: SOURCE_TYPE_LABELS[source.type],
    proximity: source.proximity ?? '',
    uses: countedUses(uses),
    added: created_by_name === null ? when : `${created_by_name.split(' ')[0]}, ${when}`,
    added_at: created_at,
  };
}
