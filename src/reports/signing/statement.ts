// What a desk signs: a text that binds desk, article, number, version, models, key, moment and log. Pure.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Raised when a key of the statement goes or changes its meaning. */
export const STATEMENT_FORMAT = 'claimdesk-report-statement-1';

export interface Statement {
  format: typeof STATEMENT_FORMAT;
  desk: { id: string; name: string };
  article: { id: string; number: number };
  /** The number of the report. */
  report: number;
  version: { number: number; sha256: string };
  internal_sha256: string;
  public_sha256: string;
  /** The fingerprint of the key that signs. */
  key: string;
  signed_at: string;
  log_head: { number: number; hash: string };
}

/** The RFC 8785 text of a model or a statement. */
export function canonicalTextOf(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This cannot be written as JSON.');
  return text;
}

/** SHA-256, in hex, of the UTF-8 of a text. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The statement as the text that is signed: its JSON in the one spelling of RFC 8785. */
export function statementText(statement: Omit<Statement, 'format'>): string {
  return canonicalTextOf({ format: STATEMENT_FORMAT, ...statement });
}

/** The statement of a report, which was signed as this text. */
export function readStatement(text: string): Statement {
  return JSON.parse(text) as Statement;
}
