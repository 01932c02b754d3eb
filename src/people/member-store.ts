// All SQL of memberships. The caller has found the desk through the actor.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { raiseDeskSeq } from './desk-seq-store.ts';
import type { Role } from './tables.ts';

export interface Member {
  person_id: string;
  number: number;
  email: string;
  display_name: string;
  initials: string;
  role: Role;
  since: string;
  disabled_at: string | null;
}

/** The members of a desk, by name. */
export async function listMembers(db: Db, desk_id: string): Promise<Member[]> {
  return membersOf(db, { desk_id });
}

const membersOf = statement((db, { desk_id }: { desk_id: string }) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person_id', 'number', 'email', 'display_name', 'initials', 'role', 'since', 'disabled_at'])
    .where('desk_id', '=', desk_id)
    .orderBy('display_name')
    .orderBy('number'),
);

/** The member of a desk with this person's number, or undefined. */
export async function findMember(db: Db, desk_id: string, number: number): Promise<Member | undefined> {
  return (await listMembers(db, desk_id)).find((member) => member.number === number);
}

/** How many members each desk has, by the desk's id. */
export async function countMembersByDesk(db: Db): Promise<Map<string, number>> {
  const counted = db.selectFrom('membership').select((eb) => ['desk_id', eb.fn.countAll().as('count')]);
  const rows = await counted.groupBy('desk_id').execute();
  return new Map(rows.map((row) => [row.desk_id, Number(row.count)]));
}

/** Which desks people are on, by the names of the desks: one person's, or everybody's. For those who manage people. */
export async function listMembershipsOf(db: Db, person_id?: string) {
  return db
    .selectFrom('membership')
    .innerJoin('desk', 'desk.id', 'membership.desk_id')
    .select(['person_id', 'role', 'since', 'name', 'slug'])
    .$if(person_id !== undefined, (query) => query.where('person_id', '=', person_id as string))
    .orderBy('name_key')
    .execute();
}

export async function insertMember(
  db: Db,
  row: { desk_id: string; person_id: string; role: Role; since: string },
): Promise<void> {
  await db.insertInto('membership').values(row).execute();
  await raiseDeskSeq(db, row.desk_id);
}

export async function updateMember(db: Db, key: { desk_id: string; person_id: string }, role: Role): Promise<void> {
  await db
    .updateTable('membership')
    .set({ role })
    .where('desk_id', '=', key.desk_id)
    .where('person_id', '=', key.person_id)
    .execute();
  await raiseDeskSeq(db, key.desk_id);
}

export async function deleteMember(db: Db, key: { desk_id: string; person_id: string }): Promise<void> {
  await db.deleteFrom('membership').where('desk_id', '=', key.desk_id).where('person_id', '=', key.person_id).execute();
  await raiseDeskSeq(db, key.desk_id);
}
