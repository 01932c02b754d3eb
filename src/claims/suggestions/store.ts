// All SQL of what people decided about proposals; the proposals are read from the text.
import type { Db } from '#src/database/schema.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { SuggestionTable } from '../tables.ts';

/** What was decided in a version, in the order of the text. */
export function listDecisions(db: Db, version_id: string): Promise<SuggestionTable[]> {
  return db.selectFrom('suggestion').selectAll().where('version_id', '=', version_id).orderBy('start').execute();
}

/** Stores a decision; one that was made about these words before gives way to it. */
export async function replaceDecision(db: Db, decision: SuggestionTable): Promise<void> {
  await deleteDecision(db, decision);
  await db.insertInto('suggestion').values(decision).execute();
}

/** Forgets what was decided about these words. */
export async function deleteDecision(db: Db, at: Range & { version_id: string }): Promise<void> {
  await db
    .deleteFrom('suggestion')
    .where('version_id', '=', at.version_id)
    .where('start', '=', at.start)
    .where('end', '=', at.end)
    .execute();
}
