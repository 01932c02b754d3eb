// Which columns of a table of retracted papers are which, and what their cells say. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { isLocalDate } from '#src/dates.ts';
import { cleanLine } from '#src/text-fields.ts';
import { doiOf } from '../card/same-source.ts';
import type { RetractionKind } from './tables.ts';

export type ListField = 'doi' | 'notice' | 'day' | 'nature' | 'reason';

/** Letters and digits alone; what stands first is meant where a table has several. */
const NAMES: Record<ListField, string> = {
  doi: 'originalpaperdoi originaldoi paperdoi retracteddoi articledoi doi doiurl doilink',
  notice: 'retractiondoi noticedoi retractionnoticedoi doiofnotice doiofretraction',
  day: 'retractiondate dateofretraction retractedon retracteddate noticedate dateretracted date',
  nature: 'retractionnature nature typeofnotice noticetype type status kind',
  reason: 'reason reasons retractionreason reasonforretraction why',
};

export type ListColumns = Partial<Record<ListField, number>>;

/** Where each field stands in the rows below these names. */
export function columnsIn(header: readonly string[]): ListColumns {
  const names = header.map((cell) => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const found = (Object.keys(NAMES) as ListField[]).map((field) => {
    const name = NAMES[field].split(' ').find((one) => names.includes(one));
    return [field, name === undefined ? undefined : names.indexOf(name)] as const;
  });
  return Object.fromEntries(found.filter(([, index]) => index !== undefined));
}

/** Where the first DOI stands in a row of a table without names; undefined where none does. */
export function columnOfDoi(row: readonly string[]): number | undefined {
  const index = row.findIndex((cell) => doiOf(cell) !== '');
  return index < 0 ? undefined : index;
}

/** Whether a cell says by itself that the paper has no DOI. */
export function saysNone(cell: string): boolean {
  return /^(?:|0|-+|n\/?a|none|unavailable|unknown|not available)$/i.test(cell.trim());
}

/** What happened to the paper; undefined where the words do not say it. A table without such a column lists retractions. */
export function kindOfNature(nature: string | undefined): RetractionKind | undefined {
  if (nature === undefined) return 'retraction';
  if (/reinstat/i.test(nature)) return 'reinstatement';
  if (/concern/i.test(nature)) return 'concern';
  if (/correct|corrigend|errat/i.test(nature)) return 'correction';
  return /retract|withdraw|remov/i.test(nature) ? 'retraction' : undefined;
}

/** The day as `2024-03-12`: ISO, 12.3.2024, or 3/12/2024 as Retraction Watch writes it; '' where it could be two days. */
export function dayIn(cell: string, is_month_first: boolean): string {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:\D|$)/.exec(cell.trim());
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\D|$)/.exec(cell.trim());
  if (dotted) return dayOf(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\D|$)/.exec(cell.trim());
  if (slashed === null) return '';
  const [, first, second, year] = slashed;
  if (is_month_first || Number(second) > 12) return dayOf(year, first, second);
  return Number(first) > 12 ? dayOf(year, second, first) : '';
}

function dayOf(year = '', month = '', day = ''): string {
  const local = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(local) ? local : '';
}

const REASON_LENGTH = 300;

/** Retraction Watch writes "+Data;+Error;"; of a long reason the start is kept. */
export function reasonIn(cell: string): string {
  const reasons = cell.split(';').map((one) => cleanLine(one.toWellFormed().replace(/^\s*\+/, '')));
  return cutAtWord(reasons.filter(Boolean).join('; '), REASON_LENGTH);
}
