// All SQL of what the writer hands in.
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { HandedPieceTable } from './tables.ts';

export interface PieceFound extends HandedPieceTable {
  /** Of the link by which it came. */
  writer_name: string;
  decider_name: string | null;
  source_number: number | null;
}

function piecesIn(db: Db, article_id: string) {
  return db
    .selectFrom('handed_piece')
    .innerJoin('writer_link', 'writer_link.id', 'handed_piece.link_id')
    .leftJoin('person', 'person.id', 'handed_piece.decided_by')
    .leftJoin('source', 'source.id', 'handed_piece.source_id')
    .selectAll('handed_piece')
    .select([
      'writer_link.name as writer_name',
      'person.display_name as decider_name',
      'source.number as source_number',
    ])
    .where('handed_piece.article_id', '=', article_id);
}

/** Everything that was handed in for an article, in the order it came. */
export function listPieces(db: Db, article_id: string): Promise<PieceFound[]> {
  return piecesIn(db, article_id).orderBy('handed_piece.id').execute();
}

/** One of this article, whatever became of it. NotFound for any other. */
export async function getPiece(db: Db, at: { id: string; article_id: string }): Promise<PieceFound> {
  if (!isId(at.id)) throw new NotFound();
  const piece = await piecesIn(db, at.article_id).where('handed_piece.id', '=', at.id).executeTakeFirst();
  if (piece === undefined) throw new NotFound();
  return piece;
}

/** What one link has brought, in the order it came. */
export function listBrought(db: Db, link_id: string): Promise<HandedPieceTable[]> {
  return db.selectFrom('handed_piece').selectAll().where('link_id', '=', link_id).orderBy('id').execute();
}

/** How much of an article's pieces nobody has decided about. */
export async function countUndecided(db: Db, article_id: string): Promise<number> {
  const waiting = db.selectFrom('handed_piece').select(({ fn }) => fn.countAll().as('count'));
  const row = waiting.where('article_id', '=', article_id).where('decision', 'is', null).where('erased_at', 'is', null);
  return Number((await row.executeTakeFirstOrThrow()).count);
}

/** Of all desks, the pieces that were left before this time and are there still. */
export function listLeftBefore(
  db: Db,
  before: string,
  limit: number,
): Promise<Pick<HandedPieceTable, 'id' | 'article_id'>[]> {
  return db
    .selectFrom('handed_piece')
    .select(['id', 'article_id'])
    .where('decision', '=', 'left')
    .where('decided_at', '<', before)
    .where('erased_at', 'is', null)
    .orderBy('decided_at')
    .limit(limit)
    .execute();
}

export async function insertPiece(db: Db, piece: HandedPieceTable): Promise<void> {
  await db.insertInto('handed_piece').values(piece).execute();
}

export async function updatePiece(db: Db, id: string, change: Partial<HandedPieceTable>): Promise<void> {
  await db.updateTable('handed_piece').set(change).where('id', '=', id).execute();
}
