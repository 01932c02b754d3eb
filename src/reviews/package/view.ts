// The model of the page on which the writer hands things in; every field is written down here. Pure.
import { counted, saySize } from '#src/counted.ts';
import { sayTime } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { ACCEPTED, ACCEPTED_ENDINGS } from '#src/sources/snapshots/kinds.ts';
import { sayDesk } from '../desk-said.ts';
import type { OpenLink } from '../writer/link-store.ts';
import { ROWS } from './forms.ts';
import type { FilesKept } from './hand-in-files-commands.ts';
import type { PackageLimits } from './piece.ts';
import type { HandedPieceTable } from './tables.ts';

export interface PackagePage extends PageFrame {
  desk: string;
  good_until: string;
  /** What this link has brought, as whoever has it may see it: of a confidential piece, that there is one. */
  brought: { what: string; when: string }[];
  rows: readonly number[];
  limit: string;
  left: string;
  accepted: string;
  accepted_endings: string;
  /** What was just kept and what was not, in sentences. */
  said: string[];
  not_kept: string[];
}

interface Told {
  now: string;
  limits: PackageLimits;
  said?: string[];
  not_kept?: string[];
}

/** The page on which the writer hands in: what came already, and how many files and bytes are left. */
export function packagePage(
  { link, article }: OpenLink,
  brought: readonly HandedPieceTable[],
  { now, limits, said = [], not_kept = [] }: Told,
  refused?: RefusedForm,
): PackagePage {
  const files = brought.filter(({ kind }) => kind === 'file');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const left = [Math.max(0, limits.files - files.length), Math.max(0, limits.bytes - bytes)] as const;
  return {
    title: 'Hand something in',
    desk: sayDesk(article),
    good_until: sayTime(link.expires_at, article.time_zone, now),
    brought: brought.map((one) => ({ what: sayPiece(one), when: sayTime(one.handed_at, article.time_zone, now) })),
    rows: ROWS,
    limit: saySize(limits.file_bytes),
    left: `${counted(left[0], 'file')} and ${saySize(left[1])}`,
    accepted: ACCEPTED,
    accepted_endings: ACCEPTED_ENDINGS,
    said,
    not_kept,
    ...refused,
  };
}

const CONFIDENTIAL = { file: 'A confidential file', contact: 'A confidential contact', note: 'A confidential note' };

/** A link can go astray: of what is confidential, and of how people are reached, it tells nothing back. */
function sayPiece({ kind, name, size, is_confidential, erased_at }: HandedPieceTable): string {
  if (erased_at !== null) return 'Something that the desk has erased';
  const of_size = kind === 'file' ? `, ${saySize(size)}` : '';
  if (is_confidential === 1) return `${CONFIDENTIAL[kind]}${of_size}`;
  if (kind === 'note') return 'A note';
  return kind === 'file' ? `${name}${of_size}` : `Contact: ${name}`;
}

/** What became of files that were sent, in sentences for whoever sent them. */
export function sayFiles({ kept, repeated, raised, refused }: FilesKept): { said: string[]; not_kept: string[] } {
  const named = (names: string[]) => names.map((name) => `“${name}”`).join(', ');
  const said = kept.length > 0 ? [`The desk has ${named(kept)}.`] : [];
  const again = repeated.map((name) => `“${name}” was here already, byte for byte: nothing was added.`);
  const held = raised.map((name) => `“${name}” was here already. From now on it is confidential.`);
  return {
    said: [...said, ...again, ...held],
    not_kept: refused.map(({ name, why }) => `“${name}” was not kept: ${why}.`),
  };
}
