// The verbs by which the writer hands something in: files, people to call, a note.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { linkFile, stageFile, sweepDiscarded } from '#src/files/commands.ts';
import { hashBytes } from '#src/files/file-hash.ts';
import type { FileTable } from '#src/files/tables.ts';
import { newId } from '#src/ids.ts';
import { othersTurn } from '#src/others-turn.ts';
import { hashToken } from '#src/people/tokens.ts';
import { tellKind } from '#src/sources/snapshots/media-type.ts';
import { cleanCopyName } from '#src/sources/snapshots/snapshot.ts';
import { getOpenLink, type OpenLink, updateLink } from '../writer/link-store.ts';
import type { ContactTyped } from './contact-lines.ts';
import { type PackageLimits, ROWS_AT_MOST, whyNoRoom } from './piece.ts';
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
  const told: FilesKept = { kept: [], repeated: [], refused: [] };
  const ready: Ready[] = [];
  const taken = new Set<Ready>();
  try {
    const held: Held[] = await listBrought(ctx.db, link.id);
    for (const file of files) {
      const looked = await lookedAt(ctx, file, { link, held, limits });
      if ('why' in looked) told.refused.push(looked);
      else if ('same' in looked) told.repeated.push(looked.same);
      else {
        ready.push(looked);
        held.push({ kind: 'file', ...looked.file });
      }
      await othersTurn();
    }
    if (ready.length > 0) for (const one of await keepFiles(ctx, token, { ready, said, told, limits })) taken.add(one);
  } finally {
    // What was not taken up, because the link ended meanwhile or the same came by another request, is swept at once.
    const left = ready.filter((one) => !taken.has(one)).map(({ file }) => file.id);
    await sweepDiscarded(ctx, left);
  }
  return told;
}

type Held = Pick<HandedPieceTable, 'kind' | 'size' | 'sha256'>;

interface Beside {
  link: OpenLink['link'];
  held: readonly Held[];
  limits: PackageLimits;
}

async function lookedAt(
  ctx: Context,
  { name: given, claimed, bytes }: FileBrought,
  { link, held, limits }: Beside,
): Promise<Ready | { name: string; why: string } | { same: string }> {
  const name = cleanCopyName(given) || 'unnamed';
  if (bytes.length === 0) return { name, why: 'it is empty' };
  const sha256 = await hashBytes(bytes);
  if (held.some((one) => one.sha256 === sha256)) return { same: name };
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

async function keepFiles(
  ctx: Context,
  token: string,
  { ready, said, told, limits }: Pick<Beside, 'limits'> & { ready: Ready[]; said: Said; told: FilesKept },
): Promise<readonly Ready[]> {
  let sorted: ReturnType<typeof sortedOut> = { fresh: [], repeated: [], refused: [] };
  const done = await handIn(ctx, token, async (ctx, open) => {
    sorted = sortedOut(ready, await listBrought(ctx.db, open.link.id), limits);
    for (const { file, name } of sorted.fresh) {
      await linkFile(ctx, file.id, open.article.desk_id);
      const { id: file_id, sha256, size, media_type } = file;
      const row = { ...newPiece(ctx, open, 'file'), name, file_id, sha256, size, media_type };
      await insertPiece(ctx.db, { ...row, ...said, is_confidential: said.is_confidential ? 1 : 0 });
    }
    return sorted.fresh;
  });
  told.kept.push(...done.map(({ name }) => name));
  told.repeated.push(...sorted.repeated);
  told.refused.push(...sorted.refused);
  return done;
}

type Said = Omit<FilesHandedIn, 'files'>;

/** Which of them the link still lacks and has room for: another request of it may have brought files since they were looked at. */
function sortedOut(ready: readonly Ready[], brought: readonly Held[], limits: PackageLimits) {
  const held = [...brought];
  const sorted = { fresh: [] as Ready[], repeated: [] as string[], refused: [] as FilesKept['refused'] };
  for (const one of ready) {
    const { file, name } = one;
    const why = whyNoRoom(file.size, held, limits);
    if (held.some(({ sha256 }) => sha256 === file.sha256)) sorted.repeated.push(name);
    else if (why !== '') sorted.refused.push({ name, why });
    else {
      sorted.fresh.push(one);
      held.push({ kind: 'file', ...file });
    }
  }
  return sorted;
}

/** Keeps people to call. The same person with the same words is kept once. NotFound where the link is over; RuleBroken past 300. */
export function handInContacts(ctx: Context, token: string, people: readonly ContactTyped[]): Promise<number> {
  return handIn(ctx, token, async (ctx, open) => {
    const held = (await listBrought(ctx.db, open.link.id)).filter(({ kind }) => kind === 'contact');
    const keyOf = ({ name, body, phone, mail, about }: ContactTyped | HandedPieceTable) =>
      JSON.stringify([name, body, phone, mail, about]);
    const known = new Set(held.map(keyOf));
    const fresh = people.filter((one) => !known.has(keyOf(one)) && known.add(keyOf(one)));
    assertRoom(held.length + fresh.length, 'people');
    for (const one of fresh) await insertPiece(ctx.db, { ...newPiece(ctx, open, 'contact'), ...one });
    return fresh;
  }).then((fresh) => fresh.length);
}

export interface NoteHandedIn {
  words: string;
  about: string;
  is_confidential: boolean;
}

/** Keeps a note; the same again is nothing new, and false. NotFound where the link is over. */
export async function handInNote(ctx: Context, token: string, note: NoteHandedIn): Promise<boolean> {
  const fresh = await handIn(ctx, token, async (ctx, open) => {
    const held = (await listBrought(ctx.db, open.link.id)).filter(({ kind }) => kind === 'note');
    if (held.some(({ words, about }) => words === note.words && about === note.about)) return [];
    assertRoom(held.length + 1, 'notes');
    const is_confidential = note.is_confidential ? 1 : 0;
    await insertPiece(ctx.db, { ...newPiece(ctx, open, 'note'), ...note, is_confidential });
    return [note];
  });
  return fresh.length > 0;
}

function assertRoom(count: number, what: string): void {
  if (count > ROWS_AT_MOST)
    throw new RuleBroken(
      `This link has brought as many ${what} as it may: ${ROWS_AT_MOST}. Ask the desk for a new one.`,
      '',
    );
}

/** The article behind the link, locked; that something was handed in is in the log, without a word of it. */
async function handIn<One>(
  ctx: Context,
  token: string,
  work: (ctx: Context, open: OpenLink) => Promise<readonly One[]>,
): Promise<readonly One[]> {
  return transact(ctx, async (ctx) => {
    const open = await getOpenLink(ctx, hashToken(token), 'lock');
    const { link, article } = open;
    const fresh = await work(ctx, open);
    await updateLink(ctx.db, link.id, { last_used_at: ctx.at });
    if (fresh.length === 0) return fresh;
    const event = { verb: 'handed.in', subject: `link:${link.id}`, article_id: article.id } as const;
    await record(ctx, { chain: article.desk_id, ...event, after: { name: link.name, pieces: fresh.length } });
    await raiseChangedSeq(ctx.db, article.id);
    return fresh;
  });
}

function newPiece(ctx: Context, { link, article }: OpenLink, kind: HandedPieceTable['kind']): HandedPieceTable {
  return {
    ...{ id: newId(), desk_id: article.desk_id, article_id: article.id, link_id: link.id, kind, handed_at: ctx.at },
    ...{ is_confidential: 0, about: '', name: '', body: '', phone: '', mail: '', words: '' },
    ...{ file_id: null, sha256: null, size: 0, media_type: '' },
    ...{ decision: null, decided_by: null, decided_at: null, source_id: null, evidence_id: null },
    ...{ erased_by: null, erased_at: null },
  };
}
