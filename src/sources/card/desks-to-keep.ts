// The desks of whose libraries somebody may be the keeper.
import type { Context } from '#src/context.ts';
import { Forbidden } from '#src/errors.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { may } from '#src/people/permissions.ts';

/** The desks of the person. Throws Forbidden for those who are guests in all of them. */
export async function desksToKeep(ctx: Context): Promise<DeskFound[]> {
  const desks = await listDesksOf(ctx);
  if (!desks.some((desk) => may(desk.role, 'keep_sources')))
    throw new Forbidden('The library is kept by the reviewers and editors of a desk.');
  return desks;
}
