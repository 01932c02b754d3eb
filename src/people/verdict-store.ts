// All SQL of the verdicts of desks.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { VerdictTable } from './tables.ts';

/** The verdicts of a desk in its order; retired ones too, since old claims may hold them. */
export function listVerdicts(db: Db, desk_id: string): Promise<VerdictTable[]> {
  return verdictsOf(db, { desk_id });
}

/** Those of them that a claim may be given now. The caller has found the desk through the actor. */
export async function listVerdictsInUse(db: Db, desk_id: string): Promise<VerdictTable[]> {
  return (await listVerdicts(db, desk_id)).filter(({ retired_at }) => retired_at === null);
}

const verdictsOf = statement((db, { desk_id }: { desk_id: string }) =>
  db.selectFrom('verdict').selectAll().where('desk_id', '=', desk_id).orderBy('position'),
);
