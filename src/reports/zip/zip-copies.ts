// The saved copies on which a report rests, as a ZIP tells of them and holds them.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { readFile } from '#src/files/commands.ts';
import { type Audience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { checkCopy } from '#src/sources/snapshots/check-commands.ts';
import { kindOfType } from '#src/sources/snapshots/kinds.ts';
import { copySeen } from '#src/sources/snapshots/seen.ts';
import { findTextOf, getSnapshot, type SnapshotFound } from '#src/sources/snapshots/store.ts';
import { toldEvidence } from '../finding.ts';
import type { Report } from '../report.ts';
import type { ZipEntry } from './zip-stream.ts';

/** An entry of copies.json. */
export interface ZipCopy {
  /** “saved copy 12”. */
  number: number;
  /** SHA-256 of its bytes, in hex; null where it was erased with them. */
  sha256: string | null;
  /** `packed`: here; `listed`: not handed out; `altered`: no longer what was saved; `erased`: gone. */
  state: 'packed' | 'listed' | 'altered' | 'erased';
  /** Names of entries; null where it is not packed, or has no text. */
  file: string | null;
  text_file: string | null;
  /** SHA-256 of the UTF-8 of what can be read in it; null where there is nothing. */
  text_sha256: string | null;
  size: number | null;
  media_type: string;
  saved_at: string | null;
  /** What it was called, the address that was asked for, and the one that answered: '' for what was not captured. */
  name: string;
  url: string;
  final_url: string;
  /** The encoding that the server named, or ''. */
  charset: string;
}

export interface CopyToPack {
  told: ZipCopy;
  /** What is packed; null for all that is only told of. */
  snapshot: SnapshotFound | null;
}

interface Packing {
  audience: Audience;
  /** Whether bytes are handed out. */
  with_bytes: boolean;
  discretion: Discretion;
}

/**
 * Every copy that the report names, in the order of their numbers, each looked at just now. For the public, nothing but its
 * number and hash of one whose source has become confidential since.
 */
export async function copiesToPack(
  ctx: Context,
  article: ArticleFound,
  { report, with_bytes }: { report: Report; with_bytes: boolean },
): Promise<CopyToPack[]> {
  const { audience } = report;
  const discretion = await discretionOn(ctx.db, article, visibilityOfAudience(audience, article.role));
  const found: CopyToPack[] = [];
  for (const [number, sha256] of copiesNamed(report))
    found.push(await copyToPack(ctx, { number, sha256 }, { audience, with_bytes, discretion }));
  return found;
}

/** Bytes and text of a copy that is packed. */
export async function* entriesOfCopy(ctx: Context, { told, snapshot }: CopyToPack): AsyncGenerator<ZipEntry> {
  if (snapshot === null || told.file === null || snapshot.file_id === null) return;
  yield { name: told.file, pieces: readFile(ctx.db, snapshot.file_id) };
  if (told.text_file === null) return;
  const { id } = snapshot;
  const text = async function* () {
    yield Buffer.from(await findTextOf(ctx.db, id), 'utf8');
  };
  yield { name: told.text_file, pieces: text() };
}

/** By number, the hash that the report tells; null where it tells none. */
function copiesNamed({ findings }: Report): [number, string | null][] {
  const hashes = new Map<number, string | null>();
  for (const { copies, lookup } of toldEvidence(findings)) {
    if (lookup !== null && !hashes.has(lookup.copy)) hashes.set(lookup.copy, null);
    for (const { number, sha256 } of copies) hashes.set(number, sha256);
  }
  return [...hashes].sort(([one], [other]) => one - other);
}

type Named = Pick<ZipCopy, 'number' | 'sha256'>;

async function copyToPack(ctx: Context, named: Named, packing: Packing): Promise<CopyToPack> {
  const found = await findSnapshot(ctx, named.number);
  if (found === null || (packing.audience === 'public' && found.is_confidential === 1))
    return { told: { ...named, ...NOTHING_TOLD }, snapshot: null };
  if (found.erased_at !== null) return { told: toldOf(found, named, 'erased', packing), snapshot: null };
  if ((await checkCopy(ctx, found)).length > 0)
    return { told: toldOf(found, named, 'altered', packing), snapshot: null };
  if (!packing.with_bytes || (await namesConfidential(ctx, found, packing)))
    return { told: toldOf(found, named, 'listed', packing), snapshot: null };
  return { told: toldOf(found, named, 'packed', packing), snapshot: found };
}

/** What an open source prints of a confidential one is not handed out, and nobody is told that this is why. */
async function namesConfidential(ctx: Context, copy: SnapshotFound, { discretion }: Packing): Promise<boolean> {
  const text = await findTextOf(ctx.db, copy.id);
  return discretion.see(text) !== text;
}

const NOTHING_TOLD: Omit<ZipCopy, keyof Named> = {
  state: 'listed',
  ...{ file: null, text_file: null, text_sha256: null, size: null, saved_at: null },
  ...{ media_type: '', name: '', url: '', final_url: '', charset: '' },
};

async function findSnapshot(ctx: Context, number: number): Promise<SnapshotFound | null> {
  try {
    return await getSnapshot(ctx, number);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function toldOf(copy: SnapshotFound, named: Named, state: ZipCopy['state'], { discretion }: Packing): ZipCopy {
  const { number, size, media_type, taken_at: saved_at, text_sha256 } = copy;
  const { name, url, final_url } = copySeen(discretion, copy);
  const is_packed = state === 'packed';
  return {
    ...{ number, sha256: named.sha256 ?? copy.sha256, state },
    file: is_packed ? `copies/${number}.${endingOf(media_type)}` : null,
    text_file: is_packed && text_sha256 !== null ? `copies/${number}.text.txt` : null,
    ...{ text_sha256, size, media_type, saved_at, name, url, final_url, charset: charsetOf(copy) },
  };
}

function endingOf(media_type: string): string {
  return kindOfType(media_type).endings[0] ?? 'bin';
}

function charsetOf({ headers }: SnapshotFound): string {
  const lines = JSON.parse(headers) as [string, string][];
  const type = lines.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? '';
}
