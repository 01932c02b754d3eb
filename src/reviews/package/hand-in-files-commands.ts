// The verb by which the writer hands in files.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { linkFile, stageFile, sweepDiscarded } from '#src/files/commands.ts';
import { hashBytes } from '#src/files/file-hash.ts';
import type { FileTable } from '#src/files/tables.ts';
import { othersTurn } from '#src/others-turn.ts';
import type { Flag } from '#src/people/tables.ts';
import { hashToken } from '#src/people/tokens.ts';
import { tellKind } from '#src/sources/snapshots/media-type.ts';
import { cleanCopyName } from '#src/sources/snapshots/snapshot.ts';
import { getOpenLink, type OpenLink } from '../writer/link-store.ts';
import { handIn, newPiece, raise } from './hand-in-commands.ts';
import { broughtBefore, type PackageLimits, whyNoRoom } from './piece.ts';
import { insertPiece, listBrought } from './store.ts';
import type { HandedPieceTable } from './tables.ts';

export interface FileBrought {
  name: string;
  claimed: string;
  bytes: Buffer;
}

export interface FilesHandedIn {
  files: readonly FileBrought[];
  words: string;
  about: string;
  is_confidential: boolean;
}

/** What became of each file, by the name that it came under. */
export interface FilesKept {
  kept: string[];
  /** Those of which the desk has the very same bytes by this link already. */
  repeated: string[];
  /** Of those that were here already: what is confidential from now on. */
  raised: string[];
  refused: { name: string; why: string }[];
}

type Ready = { file: FileTable; name: string };

/**
 * Keeps the files that somebody with a link brings, each by itself: one that is refused costs the others nothing. What they
 * are is told by their bytes. The same bytes by the same link are kept once: of what came by another one, it tells nothing.
 * NotFound where the link is over, also where it ends meanwhile: then nothing of them stays. Not inside a transaction.
 */
export async function handInFiles(
  ctx: Context,
  token: string,
  { files, ...said }: FilesHandedIn,
  limits: PackageLimits,
): Promise<FilesKept> {
  const { link } = await getOpenLink(ctx, hashToken(token));
  const is_confidential: Flag = said.is_confidential ? 1 : 0;
  const told: FilesKept = { kept: [], repeated: [], raised: [], refused: [] };
  const ready: Ready[] = [];
  const again: Again[] = [];
  let taken: ReadonlySet<Ready> = new Set();
  try {
    const held: Held[] = await listBrought(ctx.db, link.id);
    for (const file of files) {
      const looked = await lookedAt(ctx, { ...file, is_confidential }, { link, held, limits });
      if ('why' in looked) told.refused.push(looked);
      else if ('sha256' in looked) again.push(looked);
      else {
        ready.push(looked);
        held.push({ kind: 'file', decision: null, is_confidential, ...looked.file });
      }
      await othersTurn();
    }
    const keeping = { ready, again, said: { ...said, is_confidential }, told, limits };
    if (ready.length + again.length > 0) taken = await keepFiles(ctx, token, keeping);
  } finally {
    // What was not taken up, because the link ended meanwhile or the same came by another request, is swept at once.
    const left = ready.filter((one) => !taken.has(one)).map(({ file }) => file.id);
    await sweepDiscarded(ctx, left);
  }
  return told;
}

/** Of the very same bytes as one that was brought before. */
interface Again {
  name: string;
  sha256: string;
}

type Confidential = Pick<HandedPieceTable, 'is_confidential'>;

type Held = Pick<HandedPieceTable, 'id' | 'kind' | 'size' | 'sha256' | 'is_confidential' | 'decision'>;

interface Beside {
  link: OpenLink['link'];
  held: readonly Held[];
  limits: PackageLimits;
}

async function lookedAt(
  ctx: Context,
  { name: given, claimed, bytes, is_confidential }: FileBrought & Confidential,
  { link, held, limits }: Beside,
): Promise<Ready | { name: string; why: string } | Again> {
  const name = cleanCopyName(given) || 'unnamed';
  if (bytes.length === 0) return { name, why: 'it is empty' };
  const sha256 = await hashBytes(bytes);
  if (sameIn(held, { sha256, is_confidential }) !== 'new') return { name, sha256 };
  const why = whyNoRoom(bytes.length, held, limits);
  if (why !== '') return { name, why };
  try {
    const { kind } = await tellKind({ bytes, name, claimed }, { any: false });
    return { name, file: await stageFile(ctx, { desk_id: link.desk_id, name, media_type: kind.media_type, bytes }) };
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    return { name, why: error.message.replace(/^This is/, 'it is').replace(/\.?( Nothing was stored\.)?$/, '') };
  }
}

function sameIn<One extends Held>(held: readonly One[], one: Confidential & { sha256: string }): 'new' | 'known' | One {
  return broughtBefore(
    one,
    held.filter(({ sha256 }) => sha256 === one.sha256),
  );
}

type Said = Omit<FilesHandedIn, 'files' | 'is_confidential'> & Confidential;

interface Keeping extends Pick<Beside, 'limits'> {
  ready: readonly Ready[];
  again: readonly Again[];
  said: Said;
  told: FilesKept;
}

async function keepFiles(ctx: Context, token: string, keeping: Keeping): Promise<ReadonlySet<Ready>> {
  const { ready, again, said, told, limits } = keeping;
  const fresh = new Set<Ready>();
  // What is told is told once it is stored.
  const sorted: FilesKept = { kept: [], repeated: [], raised: [], refused: [] };
  await handIn(ctx, token, async (ctx, open) => {
    const held: Held[] = await listBrought(ctx.db, open.link.id);
    for (const one of ready) {
      const { name, file } = one;
      const same = sameIn(held, { sha256: file.sha256, is_confidential: said.is_confidential });
      const why = whyNoRoom(file.size, held, limits);
      if (same !== 'new') await keepAgain(ctx, sorted, { name, same });
      else if (why !== '') sorted.refused.push({ name, why });
      else {
        held.push(await keepFile(ctx, open, { file, name, said }));
        sorted.kept.push(name);
        fresh.add(one);
      }
    }
    for (const { name, sha256 } of again) {
      const same = sameIn(held, { sha256, is_confidential: said.is_confidential });
      if (same === 'new') sorted.refused.push({ name, why: 'the desk has decided about it just now; send it again' });
      else await keepAgain(ctx, sorted, { name, same });
    }
    return { fresh: fresh.size, raised: sorted.raised.length };
  });
  for (const key of ['kept', 'repeated', 'raised'] as const) told[key].push(...sorted[key]);
  told.refused.push(...sorted.refused);
  return fresh;
}

async function keepFile(
  ctx: Context,
  open: OpenLink,
  { file, name, said }: Ready & { said: Said },
): Promise<HandedPieceTable> {
  await linkFile(ctx, file.id, open.article.desk_id);
  const { id: file_id, sha256, size, media_type } = file;
  const piece = { ...newPiece(ctx, open, 'file'), name, file_id, sha256, size, media_type, ...said };
  await insertPiece(ctx.db, piece);
  return piece;
}

async function keepAgain(
  ctx: Context,
  sorted: FilesKept,
  { name, same }: { name: string; same: 'known' | Held },
): Promise<void> {
  if (same === 'known') sorted.repeated.push(name);
  else {
    await raise(ctx, same);
    same.is_confidential = 1;
    sorted.raised.push(name);
  }
}
