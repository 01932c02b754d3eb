// The page model of a list of sources that is looked over.
import { counted } from '#src/counted.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { type Pager, pagerOf } from '#src/http/pager.ts';
import type { PageFrame } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { SOURCE_TYPE_LABELS } from '../card/source-type.ts';
import { FORMAT_LABELS } from '../library/source-formats.ts';
import { sayRemark } from './card-read.ts';
import type { ImportTaken } from './import-commands.ts';
import { type Look, ROWS_SHOWN, SHOWN, type Shown } from './import-look.ts';
import type { Fate, FateCounts, FillField, Planned } from './plan.ts';
import type { StagedImport } from './staged.ts';

export interface LookRow {
  position: number;
  line: number;
  title: string;
  under: string;
  is_confidential: boolean;
  fate: Fate;
  fate_words: string;
  here: number | null;
  may_tick: boolean;
  fills: string;
  remarks: string[];
  left_out: string;
}

export interface LookPage extends PageFrame {
  id: string;
  file: { name: string; kind: string; remarks: string[]; columns: { name: string; words: string }[] };
  sentence: string;
  counts: FateCounts;
  views: { href: string; label: string; count: number; is_current: boolean }[];
  broken: string[];
  rows: LookRow[];
  take_label: string;
  fill_label: string;
  pager: Pager | null;
}

export interface LookMaterial {
  show: Shown;
  page: number;
  look: Look;
  refused?: RefusedForm | undefined;
}

/** A list that was read, to be looked over. */
export function lookPage({ file, head }: StagedImport, { show, page, look, refused }: LookMaterial): LookPage {
  const { counts } = look;
  return {
    title: 'Review list',
    nav: 'sources',
    where: file.desk_name,
    id: file.id,
    file: {
      name: head.name,
      kind: FORMAT_LABELS[head.format],
      remarks: head.remarks,
      columns: head.columns.map(({ name, field }) => ({
        name,
        words: field === null ? 'not imported' : COLUMN_WORDS[field],
      })),
    },
    sentence: sayCounts(counts),
    counts,
    views: viewsOf(file.id, counts, show),
    broken: look.broken.flatMap(({ entry }) => entry.remarks.slice(0, 1).map(sayRemark)),
    rows: look.rows.map(rowOf),
    take_label: `Import ${counts.new === 1 ? 'the new one' : `all ${counted(counts.new, 'new one')}`}`,
    fill_label: `Also fill in empty fields of ${counted(counts.fills, 'source that is', 'sources that are')} here already`,
    pager: pagerOf({ page, length: ROWS_SHOWN, count: countShown(counts, show), is_counted: true }, (to) =>
      url('source_import_look', { id: file.id }, { show, page: to }),
    ),
    ...refused,
  };
}

const COLUMN_WORDS = {
  title: 'title',
  type: 'kind',
  url: 'address on the web',
  publisher: 'publisher',
  author: 'author or speaker',
  dated_on: 'date',
  proximity: 'primary or secondary',
  interest: 'conflict of interest',
  doi: 'DOI',
  is_confidential: 'confidential or not',
  alias: 'alias',
  anonymity_reason: 'reason for anonymity',
  granted_by: 'who granted that',
};

const VIEW_LABELS: Record<Shown, string> = {
  new: 'New',
  here: 'Here already',
  twice: 'Twice in the list',
  remarks: 'With remarks',
  broken: 'Cannot be imported',
  all: 'All',
};

function viewsOf(id: string, counts: FateCounts, show: Shown): LookPage['views'] {
  return SHOWN.map((one) => ({
    href: url('source_import_look', { id }, { show: one }),
    label: VIEW_LABELS[one],
    count: countShown(counts, one),
    is_current: one === show,
  })).filter(({ count, is_current }) => count > 0 || is_current);
}

function countShown(counts: FateCounts, show: Shown): number {
  return show === 'all' ? counts.new + counts.here + counts.twice + counts.broken : counts[show];
}

function rowOf({ position, entry, fate, here, twice_of, fills }: Planned): LookRow {
  const { card, line, remarks, left_out } = entry;
  const under = card && [
    SOURCE_TYPE_LABELS[card.type],
    card.author || card.publisher,
    card.dated_on,
    card.url.replace(/^https?:\/\/(www\.)?/, ''),
  ];
  const words = {
    new: 'new',
    here: 'here already',
    twice: `the same as line ${twice_of}`,
    broken: 'cannot be imported',
  };
  return {
    position,
    line,
    title: entry.title || `Entry on line ${line}`,
    under: under?.filter(Boolean).join(' · ') ?? '',
    is_confidential: card?.is_confidential === 1,
    fate,
    fate_words: words[fate],
    here: here?.number ?? null,
    may_tick: fate === 'new' || fills.length > 0,
    fills: fills.map((field: FillField) => COLUMN_WORDS[field]).join(', '),
    remarks: remarks.map(sayRemark),
    left_out: [...new Set(left_out)].join(', '),
  };
}

/** "312 entries: 280 new, 25 here already, 4 twice in the list, 3 that cannot be taken." */
function sayCounts(counts: FateCounts): string {
  const all = countShown(counts, 'all');
  const parts = [
    counts.new > 0 && counted(counts.new, 'new', 'new'),
    counts.here > 0 && `${counts.here.toLocaleString('en')} here already`,
    counts.twice > 0 && `${counts.twice.toLocaleString('en')} twice in the list`,
    counts.broken > 0 && `${counts.broken.toLocaleString('en')} that cannot be imported`,
  ].filter(Boolean);
  if (all === 0) return 'No entry was found in it.';
  return `${counted(all, 'entry', 'entries')}: ${parts.join(', ')}.`;
}

/** What was taken, for the next page and for the terminal. */
export function sayTaken({ new: count, first, last, here, twice, broken, filled }: ImportTaken): string {
  // Where somebody else added a card meanwhile, not every number between is of this list.
  const numbers =
    last - first < count ? `numbers ${first} to ${last}` : `the first has number ${first}, the last ${last}`;
  const parts = [
    count === 0 && filled.length === 0 && 'Nothing was added.',
    count === 1 && `One source is in the library: number ${first}.`,
    count > 1 && `${count.toLocaleString('en')} sources are in the library: ${numbers}.`,
    filled.length > 0 && `${counted(filled.length, 'source was', 'sources were')} filled in.`,
    here > filled.length && `${counted(here - filled.length, 'was', 'were')} here already.`,
    twice > 0 && `${counted(twice, 'is', 'are')} in the list twice.`,
    broken > 0 && `${counted(broken, 'entry', 'entries')} could not be imported.`,
  ];
  return parts.filter(Boolean).join(' ');
}
