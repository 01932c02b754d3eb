// All SQL of the speakers of claims, as they are indexed and found.
import type { Db } from '#src/database/schema.ts';

export interface Speaker {
  claim_id: string;
  name: string;
  role: string;
}

/** The chain of speakers of each of these claims, outermost first. */
export async function listSpeakers(db: Db, claim_ids: string[]): Promise<Map<string, Speaker[]>> {
  const rows = await db
    .selectFrom('claim_attribution')
    .innerJoin('party', 'party.id', 'party_id')
    .select(['claim_id', 'name', 'role'])
    .where('claim_id', 'in', claim_ids)
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, ({ claim_id }) => claim_id);
}
