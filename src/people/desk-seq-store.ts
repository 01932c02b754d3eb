// Raises the count by which browsers know that a kept page of a desk is out of date.
import { EVERYTHING, tellAfterCommit } from '#src/database/after-commit.ts';
import type { Db } from '#src/database/schema.ts';

/** Something changed that all pages of this desk show; of every desk, where none is named. */
export async function raiseDeskSeq(db: Db, desk_id?: string): Promise<void> {
  await db
    .updateTable('desk')
    .set((eb) => ({ changed_seq: eb('changed_seq', '+', 1) }))
    .$if(desk_id !== undefined, (query) => query.where('id', '=', desk_id as string))
    .execute();
  tellAfterCommit(db, desk_id ?? EVERYTHING);
}
