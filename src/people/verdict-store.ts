// All SQL of the verdicts of desks.
import type { Selectable } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import type { VerdictTable } from './tables.ts';

/** The verdicts that a desk has not retired, in its order. The caller has found the desk through the actor. */
export async function listVerdicts(db: Db, desk_id: string): Promise<Selectable<VerdictTable>[]> {
  return db
    .selectFrom('verdict')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('retired_at', 'is', null)
    .orderBy('position')
    .execute();
}
