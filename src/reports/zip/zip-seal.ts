// What a desk signs of a ZIP: its kind, its report, the names of its entries, the hash of their hashes. Pure.
import type { Audience } from '#src/sources/held-back/audience.ts';
import { canonicalTextOf, type Statement } from '../signing/statement.ts';

/** Raised when a file of the ZIP goes or changes its meaning. */
export const ZIP_FORMAT = 'claimdesk-report-zip-1';

/** The entries that `SHA256SUMS` does not name: itself, and what is signed of it. */
export const SEAL_NAMES = ['SHA256SUMS', 'seal.json', 'seal.sig'] as const;

export interface ZipSeal {
  format: typeof ZIP_FORMAT;
  audience: Audience;
  desk: Statement['desk'];
  article: Statement['article'];
  /** The number of the report. */
  report: number;
  /** SHA-256 of statement.json. */
  statement_sha256: string;
  /** SHA-256 of SHA256SUMS. */
  sums_sha256: string;
  /** Every entry of the ZIP in its order. */
  names: string[];
  /** The fingerprint of the key that signed the report, and of the one that signs this. */
  report_key: string;
  key: string;
}

export interface HashedEntry {
  name: string;
  sha256: string;
}

/** SHA256SUMS as `sha256sum -c` reads it. */
export function sumsOf(entries: readonly HashedEntry[]): string {
  return entries.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}

/** The RFC 8785 text that is signed. */
export function sealText(seal: Omit<ZipSeal, 'format'>): string {
  return canonicalTextOf({ format: ZIP_FORMAT, ...seal });
}
