// The verbs of what is made of a piece that the writer handed in: taken, left, offered again.
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { claimIdOf } from '#src/contacts/contacts/commands.ts';
import { addToCall } from '#src/contacts/to-call/commands.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { handOverFile, readFile } from '#src/files/commands.ts';
import { getFile } from '#src/files/store.ts';
import type { FileTable } from '#src/files/tables.ts';
import { assertMay } from '#src/people/permissions.ts';
import { addCard } from '#src/sources/add-card-commands.ts';
import type { SourceFields } from '#src/sources/card/source.ts';
import { keepSource } from '#src/sources/commands.ts';
import type { OnCopiesChanged } from '#src/sources/hooks.ts';
import { takeUp } from '#src/sources/snapshots/commands.ts';
import { readWords } from '#src/sources/snapshots/read-words.ts';
import type { Words } from '#src/sources/snapshots/words.ts';
import type { SourceTable, SourceType } from '#src/sources/tables.ts';
import { getPiece, type PieceFound, updatePiece } from './store.ts';

export interface PieceTaken {
  /** Of a file, the card that it makes. */
  title: string;
  type: SourceType;
  /** What a confidential one is called outside the desk; the next free alias where it is empty. */
  alias: string;
  /** Of a note, the claim that it is put to. */
  claim: number | undefined;
}

export interface Taken {
  kind: PieceFound['kind'];
  source_number: number | null;
  claim: number | undefined;
}

const NOT_CAPTURED = { address: '', final_url: '', redirects: [], headers: [] };

/**
 * Takes a piece: a file becomes a card with a saved copy, a person somebody to call, a note background of one claim. What
 * came as confidential stays so. Taking it twice is taking it once. Forbidden for guests; RuleBroken for a note without a
 * claim that is open (field `claim`), and for an alias that is taken (`alias`). Not inside a transaction.
 */
export async function takePiece(
  ctx: Context,
  at: { article: ArticleFound; piece_id: string },
  taken: PieceTaken,
  onCopiesChanged: OnCopiesChanged,
): Promise<Taken> {
  const seen = await getPiece(ctx.db, { id: at.piece_id, article_id: at.article.id });
  assertMay(at.article.role, 'keep_copies');
  // Reading a large file takes its time: before the lock.
  const copy = seen.file_id === null || seen.decision === 'taken' ? null : await copyOf(ctx, seen.file_id);
  return onPiece(ctx, at.article.id, at.piece_id, async (ctx, { article, piece }) => {
    if (piece.decision === 'taken') return { ...piece, claim: undefined };
    const by = { article, piece, taken };
    const made = piece.kind === 'file' ? await asCopy(ctx, by, copy, onCopiesChanged) : await asWords(ctx, by);
    await decide(ctx, piece, { decision: 'taken', ...made.change });
    const after = { kind: piece.kind, source: made.source_number, claim: made.claim };
    await recordOnArticle(ctx, article, { verb: 'handed.taken', subject: `handed_piece:${piece.id}`, after });
    return { kind: piece.kind, source_number: made.source_number, claim: made.claim };
  });
}

/** Leaves a piece: nothing comes of it, and it is erased a month later. Doing it twice is doing it once. */
export function leavePiece(ctx: Context, article_id: string | number, piece_id: string): Promise<void> {
  return onPiece(ctx, article_id, piece_id, async (ctx, { article, piece }) => {
    if (piece.decision === 'left') return;
    if (piece.decision === 'taken') throw new RuleBroken('Somebody has taken this meanwhile. Undo it where it is now.');
    await decide(ctx, piece, { decision: 'left' });
    const after = { kind: piece.kind };
    await recordOnArticle(ctx, article, { verb: 'handed.left', subject: `handed_piece:${piece.id}`, after });
  });
}

/** Offers a piece again that was left. Doing it twice is doing it once. */
export function restorePiece(ctx: Context, article_id: string | number, piece_id: string): Promise<void> {
  return onPiece(ctx, article_id, piece_id, async (ctx, { article, piece }) => {
    if (piece.decision !== 'left') return;
    await updatePiece(ctx.db, piece.id, { decision: null, decided_by: null, decided_at: null });
    const before = { kind: piece.kind };
    await recordOnArticle(ctx, article, { verb: 'handed.offered_again', subject: `handed_piece:${piece.id}`, before });
  });
}

function onPiece<Result>(
  ctx: Context,
  article_id: string | number,
  piece_id: string,
  work: (ctx: Context, on: { article: ArticleFound; piece: PieceFound }) => Promise<Result>,
): Promise<Result> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const piece = await getPiece(ctx.db, { id: piece_id, article_id: article.id });
    assertMay(article.role, 'keep_copies');
    if (ctx.actor.id === null) throw new Forbidden('The operator takes nothing from the writer; a person does.');
    if (piece.erased_at !== null) throw new RuleBroken('This was erased.');
    return work(ctx, { article, piece });
  });
}

interface By {
  article: ArticleFound;
  piece: PieceFound;
  taken: PieceTaken;
}

interface Made {
  change: Partial<Pick<PieceFound, 'file_id' | 'source_id' | 'evidence_id'>>;
  source_number: number | null;
  claim: number | undefined;
}

interface CopyRead {
  file: FileTable;
  words: Words;
}

async function copyOf(ctx: Context, file_id: string): Promise<CopyRead> {
  const file = await getFile(ctx.db, file_id);
  const pieces: Buffer[] = [];
  for await (const piece of readFile(ctx.db, file_id)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const { media_type, name } = file;
  return { file, words: await readWords({ bytes, media_type, name, url: '', charset: '' }) };
}

async function asCopy(
  ctx: Context,
  { article, piece, taken }: By,
  copy: CopyRead | null,
  onCopiesChanged: OnCopiesChanged,
): Promise<Made> {
  if (copy === null) throw new RuleBroken('Somebody has taken or erased this file meanwhile.');
  const source = await addCard(ctx, article.desk_id, cardOf(piece, taken));
  await updatePiece(ctx.db, piece.id, { file_id: null });
  // The piece lets its file go, and the copy takes it up.
  await handOverFile(ctx, copy.file.id);
  const { file, words } = copy;
  const kept = {
    how: 'upload' as const,
    file,
    warc: null,
    name: file.name,
    notes: [words.note],
    words,
    ...NOT_CAPTURED,
  };
  await takeUp(ctx, source.number, kept, onCopiesChanged);
  return { change: { source_id: source.id }, source_number: source.number, claim: undefined };
}

async function asWords(ctx: Context, { article, piece, taken }: By): Promise<Made> {
  if (piece.kind === 'contact') {
    const is_confidential = piece.is_confidential === 1;
    const source = is_confidential ? await addCard(ctx, article.desk_id, cardOf(piece, taken)) : null;
    const { name, body, phone, mail } = piece;
    const note = [piece.words, piece.about && `About: ${piece.about}`].filter(Boolean).join('\n');
    await addToCall(ctx, article, { name, body, phone, mail, note, source_id: source?.id ?? null });
    return { change: { source_id: source?.id ?? null }, source_number: source?.number ?? null, claim: undefined };
  }
  if (taken.claim === undefined) throw new RuleBroken('Say to which claim the note belongs.', 'claim');
  await claimIdOf(ctx, article, taken.claim);
  const source = await noteCard(ctx, { article, piece, taken });
  const use = { number: taken.claim, source_number: source.number, stance: 'background' as const };
  const { id } = await addEvidence(ctx, article.id, { ...use, passage: piece.words, place: 'handed in by the link' });
  return { change: { source_id: source.id, evidence_id: id }, source_number: source.number, claim: taken.claim };
}

/** All notes of a writer are of one card; each confidential one has its own. */
async function noteCard(ctx: Context, by: By): Promise<SourceTable> {
  const { article, piece } = by;
  const card = cardOf(piece, by.taken);
  if (piece.is_confidential === 1) return addCard(ctx, article.desk_id, card);
  return (await keepSource(ctx, { desk_id: article.desk_id, article_id: article.id }, card)).source;
}

/** Without the writer's name: it stands over the article, and would be held back there and in reports as that of a source. */
const SOMEBODYS_NOTE = 'Note to the desk';

function cardOf(piece: PieceFound, { title, type, alias }: PieceTaken): SourceFields {
  const { kind, name, body, writer_name, is_confidential } = piece;
  const of = {
    file: { title: title || name, type, publisher: '' },
    contact: { title: name, type: 'person' as const, publisher: body },
    note: {
      title: is_confidential === 1 ? SOMEBODYS_NOTE : `${writer_name}, notes to the desk`,
      type: 'statement' as const,
      publisher: '',
    },
  }[kind];
  const said = { alias, anonymity_reason: '', granted_by: '' };
  const held = is_confidential === 1 ? said : { alias: '', anonymity_reason: '', granted_by: '' };
  const open = { url: '', author: '', dated_on: '', proximity: null, interest: '', doi: '' } as const;
  return { ...open, ...of, is_confidential, ...held };
}

function decide(
  ctx: Context,
  piece: PieceFound,
  change: { decision: 'taken' | 'left' } & Made['change'],
): Promise<void> {
  return updatePiece(ctx.db, piece.id, { ...change, decided_by: ctx.actor.id, decided_at: ctx.at });
}
