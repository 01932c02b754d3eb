// All SQL of the figures of claims.
import { insertRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { newId } from '#src/ids.ts';
import type { FigureTable } from './tables.ts';

/** The figures of all claims in a version, in the order of the text. */
export function listFigures(db: Db, version_id: string): Promise<FigureTable[]> {
  return figuresIn(db, { version_id });
}

const figuresIn = statement((db, { version_id }: { version_id: string }) =>
  db.selectFrom('figure').selectAll().where('version_id', '=', version_id).orderBy('claim_id').orderBy('position'),
);

/** The figures of one claim in a version, in the order of the text. */
export function listFiguresOf(db: Db, at: { claim_id: string; version_id: string }): Promise<FigureTable[]> {
  return db
    .selectFrom('figure')
    .selectAll()
    .where('claim_id', '=', at.claim_id)
    .where('version_id', '=', at.version_id)
    .orderBy('position')
    .execute();
}

/** Makes these the figures of the claim in the version. */
export async function replaceFigures(
  db: Db,
  at: { claim_id: string; version_id: string },
  figures: Omit<FigureTable, 'id' | 'claim_id' | 'version_id' | 'position'>[],
): Promise<void> {
  await db.deleteFrom('figure').where('claim_id', '=', at.claim_id).where('version_id', '=', at.version_id).execute();
  await insertFigures(db, at, figures);
}

/** The figures of a claim that has none in the version. */
export async function insertFigures(
  db: Db,
  at: { claim_id: string; version_id: string },
  figures: readonly Omit<FigureTable, 'id' | 'claim_id' | 'version_id' | 'position'>[],
): Promise<void> {
  const rows = figures.map((figure, index) => ({ id: newId(), ...at, position: index + 1, ...figure }));
  for (const row of rows) await insertRow(db, 'figure', row);
}
