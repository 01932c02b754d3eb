// The model of the page on which two cards are put together: both side by side, field by field.
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { SOURCE_TYPE_LABELS } from '../card/source-type.ts';
import type { SourceFound } from '../card/store.ts';
import { countedUses, type Lookalike } from '../card/view.ts';
import { CHOSEN_FIELDS, type ChosenField, suggestedChoice } from './merging.ts';

export interface MergePage extends PageFrame {
  stays: Side;
  /** Null while nobody has said which other card it is. */
  goes: Side | null;
  fields: { name: ChosenField; label: string; this: string; other: string; chosen: 'this' | 'other' }[];
  /** Names of the fields that say the same on both, with what they say. */
  same: { label: string; words: string }[];
  /** A warning where one of the two is confidential and the other is not. */
  becomes_confidential: boolean;
  lookalikes: Lookalike[];
}

interface Side {
  number: number;
  title: string;
  revision: number;
  uses: string;
}

const LABELS: Record<ChosenField, string> = {
  title: 'Title',
  type: 'Kind',
  url: 'Address on the web',
  publisher: 'Publisher',
  author: 'Author or speaker',
  dated_on: 'Date',
  proximity: 'Primary or secondary',
  interest: 'Conflict of interest',
  doi: 'DOI',
  alias: 'Alias',
  anonymity_reason: 'Reason for anonymity',
  granted_by: 'Granted by',
};

export interface MergeMaterial {
  stays: SourceFound;
  goes: SourceFound | null;
  uses: { stays: number; goes: number };
  lookalikes: Lookalike[];
  refused?: RefusedForm | undefined;
}

export function mergePage({ stays, goes, uses, lookalikes, refused }: MergeMaterial): MergePage {
  const isOpen = (field: ChosenField) => field !== 'alias' || (stays.alias !== '' && goes?.alias !== '');
  const differing = goes === null ? [] : CHOSEN_FIELDS.filter((field) => stays[field] !== goes[field] && isOpen(field));
  const same = goes === null ? [] : CHOSEN_FIELDS.filter((field) => stays[field] === goes[field] && stays[field]);
  return {
    title:
      goes === null
        ? `Merge another source into source ${stays.number}`
        : `Merge source ${goes.number} into source ${stays.number}`,
    nav: 'sources',
    where: stays.desk_name,
    width: 'narrow',
    stays: sideOf(stays, uses.stays),
    goes: goes && sideOf(goes, uses.goes),
    fields: differing.map((field) => ({
      name: field,
      label: LABELS[field],
      this: wordsOf(stays, field),
      other: goes === null ? '' : wordsOf(goes, field),
      chosen: goes === null ? 'this' : suggestedChoice(stays, goes, field),
    })),
    same: same.map((field) => ({ label: LABELS[field], words: wordsOf(stays, field) })),
    becomes_confidential: goes !== null && stays.is_confidential !== goes.is_confidential,
    lookalikes: goes === null ? lookalikes : [],
    ...refused,
  };
}

function sideOf({ number, title, revision }: SourceFound, uses: number): Side {
  return { number, title, revision, uses: countedUses(uses) };
}

function wordsOf(source: SourceFound, field: ChosenField): string {
  return field === 'type' ? SOURCE_TYPE_LABELS[source.type] : (source[field] ?? '');
}
