// The page model of a source's card.
import { sayTime } from '#src/dates.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import type { UseOnCard } from '../hooks.ts';
import type { SourceType } from '../tables.ts';
import type { LookalikeFound, Shared } from './same-source-store.ts';
import { SOURCE_TYPE_LABELS, SOURCE_TYPES } from './source-type.ts';
import type { SourceFound } from './store.ts';

export const PROXIMITIES = [
  { value: '', label: 'not said' },
  { value: 'primary', label: 'primary: was there, or is the document itself' },
  { value: 'secondary', label: 'secondary: reports what others say' },
];

export interface SourcePage extends PageFrame {
  source: {
    number: number;
    title: string;
    url: string;
    lead: string;
    revision: number;
    /** '' where the source is not confidential. */
    alias: string;
  };
  uses: UseOnCard[];
  counted: string;
  /** Cards that look as if they were of the same thing. */
  lookalikes: Lookalike[];
  may_change: boolean;
  /** Whether this person may make a confidential source open again. */
  may_lift: boolean;
  values: Record<string, string>;
  types: Option[];
  proximities: Option[];
  /** For those who may only read: what is known, in words; what is empty is left out. */
  facts: { name: string; words: string }[];
}

export interface Lookalike {
  number: number;
  title: string;
  /** "the same address", "the same DOI". */
  why: string;
}

export interface CardMaterial {
  uses: UseOnCard[];
  same: LookalikeFound[];
  now: string;
  refused?: RefusedForm | undefined;
}

/** The card of a source, with every claim that rests on it. */
export function sourcePage(source: SourceFound, { uses, same, now, refused }: CardMaterial): SourcePage {
  const { number, title, revision, type, alias, created_at, time_zone } = source;
  const added = `added${source.created_by_name ? ` by ${source.created_by_name}` : ''}, ${sayTime(created_at, time_zone, now)}`;
  const lead = [`Source ${number}`, SOURCE_TYPE_LABELS[type], added].join(' · ');
  return {
    title,
    nav: 'sources',
    where: source.desk_name,
    source: { number, title, url: source.url, lead, revision, alias },
    uses,
    counted: countedUses(uses.length),
    lookalikes: may(source.role, 'keep_sources') ? same.map(lookalikeOf) : [],
    may_change: may(source.role, 'keep_sources'),
    may_lift: may(source.role, 'lift_confidence'),
    values: valuesOf(source),
    types: typeOptions(),
    proximities: PROXIMITIES,
    facts: factsOf(source),
    ...refused,
  };
}

function valuesOf(source: SourceFound): Record<string, string> {
  const { title, type, url: address, publisher, author, dated_on, proximity, interest, doi } = source;
  const { alias, anonymity_reason, granted_by } = source;
  const is_confidential = source.is_confidential === 1 ? '1' : '';
  const open = { title, type, url: address, publisher, author, dated_on, interest, doi };
  return { ...open, alias, anonymity_reason, granted_by, is_confidential, proximity: proximity ?? '' };
}

const SHARED_WORDS: Record<Shared, string> = {
  url_key: 'the same address',
  doi: 'the same DOI',
  copy: 'the same saved bytes',
  title_key: 'the same title',
};

export function lookalikeOf({ number, title, shares }: LookalikeFound): Lookalike {
  return { number, title, why: shares.map((shared) => SHARED_WORDS[shared]).join(', ') };
}

export function countedUses(uses: number): string {
  if (uses === 0) return 'not used';
  if (uses === 1) return 'used once';
  return uses === 2 ? 'used twice' : `used ${uses} times`;
}

function factsOf(source: SourceFound): { name: string; words: string }[] {
  const { publisher, author, dated_on, proximity, interest, doi, anonymity_reason, granted_by } = source;
  const facts = [
    { name: 'Publisher', words: publisher },
    { name: 'Author or speaker', words: author },
    { name: 'Date', words: dated_on },
    { name: 'DOI', words: doi },
    { name: 'Primary or secondary', words: proximity ?? '' },
    { name: 'Conflict of interest', words: interest },
    { name: 'Reason for anonymity', words: anonymity_reason },
    { name: 'Granted by', words: granted_by },
  ];
  return facts.filter(({ words }) => words !== '');
}

export function typeOptions(): { value: SourceType; label: string }[] {
  return SOURCE_TYPES.map((value) => ({ value, label: SOURCE_TYPE_LABELS[value] }));
}
