// The model of the page on which two cards are put together: both side by side, field by field.
import type { RefusedForm } from '#src/http/form.ts';
import { isAsOpened } from '#src/http/opened-as.ts';
import type { PageFrame } from '#src/http/render.ts';
import { SOURCE_TYPE_LABELS } from '../card/source-type.ts';
import type { SourceFound } from '../card/store.ts';
import { countedUses, type Lookalike } from '../card/view.ts';
import { CHOSEN_FIELDS, type ChosenField, suggestedChoice } from './merging.ts';

export interface MergePage extends PageFrame {
  stays: Side;
  /** Null while nobody has said which other card it is. */
  goes: Side | null;
  fields: Field[];
  /** What each field said on both, for the hidden field of the form. */
  held: Record<string, string>;
  /** Somebody changed one of the two while this was open; `fields` says where. */
  is_stale: boolean;
  /** Names of the fields that say the same on both, with what they say. */
  same: { label: string; words: string }[];
  /** A warning where one of the two is confidential and the other is not. */
  becomes_confidential: boolean;
  lookalikes: Lookalike[];
}

interface Field {
  name: ChosenField;
  label: string;
  this: string;
  other: string;
  chosen: 'this' | 'other';
  /** Changed on either card since the person looked. */
  is_changed: boolean;
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
  /** What the fields said when the person looked, as the form that was refused says it. */
  opened?: string | null | undefined;
}

export function mergePage(material: MergeMaterial): MergePage {
  const { stays, goes, uses, lookalikes, refused } = material;
  const same = goes === null ? [] : CHOSEN_FIELDS.filter((field) => stays[field] === goes[field] && stays[field]);
  const is_stale = goes !== null && refused !== undefined;
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
    fields: goes === null ? [] : fieldsOf(goes, material),
    held: goes === null ? {} : heldBy(stays, goes),
    same: same.map((field) => ({ label: LABELS[field], words: wordsOf(stays, field) })),
    becomes_confidential: goes !== null && stays.is_confidential !== goes.is_confidential,
    lookalikes: goes === null ? lookalikes : [],
    is_stale,
    ...(is_stale ? { typed: refused.typed } : refused),
  };
}

/** The fields that differ, those that a person chose before as they chose them. */
function fieldsOf(goes: SourceFound, { stays, refused, opened }: MergeMaterial): Field[] {
  const held = heldBy(stays, goes);
  const isOpen = (field: ChosenField) => field !== 'alias' || (stays.alias !== '' && goes.alias !== '');
  return CHOSEN_FIELDS.filter((field) => stays[field] !== goes[field] && isOpen(field)).map((name) => {
    const typed = refused?.typed[name];
    const chosen = typed === 'this' || typed === 'other' ? typed : suggestedChoice(stays, goes, name);
    const is_changed = isAsOpened(opened ?? '', name, held[name] ?? '') === false;
    return { name, label: LABELS[name], this: wordsOf(stays, name), other: wordsOf(goes, name), chosen, is_changed };
  });
}

function heldBy(stays: SourceFound, goes: SourceFound): Record<string, string> {
  return Object.fromEntries(CHOSEN_FIELDS.map((field) => [field, JSON.stringify([stays[field], goes[field]])]));
}

function sideOf({ number, title, revision }: SourceFound, uses: number): Side {
  return { number, title, revision, uses: countedUses(uses) };
}

function wordsOf(source: SourceFound, field: ChosenField): string {
  return field === 'type' ? SOURCE_TYPE_LABELS[source.type] : (source[field] ?? '');
}
