// Which correction settles a complaint: several complaints may lead to one.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('complaint')
    .addColumn('correction_id', textType(db), (c) => c.references('correction.id'))
    .execute();
  await db
    .withTables<{
      complaint: { id: string; correction_id: string | null };
      correction: { id: string; complaint_id: string | null; withdrawn_at: string | null; number: number };
    }>()
    .updateTable('complaint')
    .set((eb) => ({
      correction_id: eb
        .selectFrom('correction')
        .select('correction.id')
        .whereRef('correction.complaint_id', '=', 'complaint.id')
        .orderBy('correction.withdrawn_at', (order) => order.desc().nullsFirst())
        .orderBy('correction.number', 'desc')
        .limit(1),
    }))
    .execute();
}
