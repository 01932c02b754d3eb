// The verbs that erase what the writer handed in.
import type { ArticleFound } from '#src/articles/store.ts';
import { raiseChangedSeq } from '#src/articles/store.ts';
import { recordOnArticle, withArticleThoughPutAway } from '#src/articles/with-article.ts';
import { eraseDetails } from '#src/audit/erasure.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { wipeDeleted } from '#src/database/wipe.ts';
import { later } from '#src/dates.ts';
import { discardFile, sweepDiscarded } from '#src/files/commands.ts';
import { assertMay } from '#src/people/permissions.ts';
import { LEFT_DAYS } from './piece.ts';
import { getPiece, listLeftBefore, listPieces, updatePiece } from './store.ts';
import type { HandedPieceTable } from './tables.ts';

const DAY = 86_400_000;
const AT_ONCE = 500;
const EMPTIED = ['handed_piece', 'file', 'file_chunk', 'log_detail'];

/**
 * Erases one piece: name, words, how somebody is reached, the file. What was taken of it stays where it is. Doing it twice is
 * doing it once. Forbidden for all but editors and the operator.
 */
export async function erasePiece(ctx: Context, article_id: string | number, piece_id: string): Promise<void> {
  const file_id = await withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    const piece = await getPiece(ctx.db, { id: piece_id, article_id: article.id });
    assertMay(article.role, 'erase_copies');
    if (piece.erased_at !== null) return null;
    await empty(ctx, piece);
    const after = { kind: piece.kind };
    await recordOnArticle(ctx, article, { verb: 'handed.erased', subject: `handed_piece:${piece.id}`, after });
    return piece.file_id;
  });
  await sweepDiscarded(ctx, file_id === null ? [] : [file_id]);
  await wipeDeleted(ctx.db, EMPTIED);
}

/** Erases what was left a month ago and more, of all desks. For the worker, each hour. Gives back how many that were. */
export async function eraseLeftPieces(ctx: Context): Promise<number> {
  const left = await listLeftBefore(ctx.db, later(ctx.at, -LEFT_DAYS * DAY), AT_ONCE);
  for (const { id, article_id } of left) {
    const file_id = await transact(ctx, async (ctx) => {
      const piece = await getPiece(ctx.db, { id, article_id });
      if (piece.erased_at !== null || piece.decision !== 'left') return null;
      await empty(ctx, piece);
      const event = { verb: 'handed.erased', subject: `handed_piece:${id}`, article_id } as const;
      await record(ctx, { chain: piece.desk_id, ...event, after: { kind: piece.kind, after_days: LEFT_DAYS } });
      await raiseChangedSeq(ctx.db, article_id);
      return piece.file_id;
    });
    await sweepDiscarded(ctx, file_id === null ? [] : [file_id]);
  }
  if (left.length > 0) await wipeDeleted(ctx.db, EMPTIED);
  return left.length;
}

/**
 * Where an article is erased: the words of all its pieces, and the files that nobody took. For that verb, before it records;
 * gives back the files to discard.
 */
export async function erasePiecesOfArticle(ctx: Context, { id }: ArticleFound): Promise<string[]> {
  const pieces = (await listPieces(ctx.db, id)).filter((one) => one.erased_at === null);
  for (const piece of pieces) {
    await updatePiece(ctx.db, piece.id, emptied(ctx));
    await eraseDetails(ctx, { chain: piece.desk_id, subject: `handed_piece:${piece.id}` });
  }
  // A copy has the file of what was taken.
  return pieces.flatMap(({ file_id }) => file_id ?? []);
}

async function empty(ctx: Context, piece: HandedPieceTable): Promise<void> {
  await updatePiece(ctx.db, piece.id, emptied(ctx));
  if (piece.file_id !== null) await discardFile(ctx, piece.file_id);
  await eraseDetails(ctx, { chain: piece.desk_id, subject: `handed_piece:${piece.id}` });
}

function emptied(ctx: Context): Partial<HandedPieceTable> {
  const nothing = { about: '', name: '', body: '', phone: '', mail: '', words: '', file_id: null, sha256: null };
  return { ...nothing, erased_at: ctx.at, erased_by: ctx.actor.id };
}
