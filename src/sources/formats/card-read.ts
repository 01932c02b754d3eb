// What a reader of a file of sources hands over: cards as text, and remarks. Pure.
import { RuleBroken } from '#src/errors.ts';
import type { SourceFields } from '../card/source.ts';

export type CardField = keyof SourceFields;

/** Something to look at: where it stands, by the name that the field has in the file ('' for the whole entry), and a sentence. */
export interface Remark {
  line: number;
  field: string;
  message: string;
}

/** What a reader found in one entry, as text, before the rules of the library have seen it. */
export interface CardRead {
  line: number;
  fields: Partial<Record<CardField, string>>;
  /** Where a field stood. */
  at: Partial<Record<CardField, { line: number; field: string }>>;
  remarks: Remark[];
  /** Names of what has no place on a card. */
  left_out: string[];
  /** Set where nothing of the entry can be used. */
  is_broken?: boolean;
}

/** What a reader hands over: entries, or remarks on the file as a whole. */
export type Found = { entry: CardRead } | { remark: string };

/** A remark as it is said: "line 14, field PY: …". */
export function sayRemark({ line, field, message }: Remark): string {
  return `line ${line}${field === '' ? '' : `, field ${field}`}: ${message}`;
}

/** The file cannot be read at all. The message is a sentence for the person. */
export function unreadable(message: string): RuleBroken {
  return new RuleBroken(message, 'file');
}
