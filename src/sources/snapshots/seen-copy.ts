// Finds a saved copy as one reader may know it.
import type { Context } from '#src/context.ts';
import { discretionAt, seenIn } from '../held-back/discretion.ts';
import { copySeen } from './seen.ts';
import { getSnapshot, type SnapshotFound } from './store.ts';

/** The copy with what this reader may know of its name and of what was written about it. NotFound as getSnapshot. */
export async function copyFor(ctx: Context, number: string): Promise<SnapshotFound> {
  const copy = await getSnapshot(ctx, number);
  const discretion = await discretionAt(ctx.db, copy.desk_id, copy.role);
  return seenIn(discretion, copySeen(discretion, copy), ['source_title']);
}
