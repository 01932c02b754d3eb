// The verb by which a person becomes a member of a desk, inside those that invite, add and open.
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { insertMember } from './member-store.ts';
import type { Role } from './tables.ts';

/** Makes a person a member and says so in the desk's log. The caller has a transaction open and has asked who may. */
export async function makeMember(
  ctx: Context,
  { desk_id, person_id, role }: { desk_id: string; person_id: string; role: Role },
): Promise<void> {
  await insertMember(ctx.db, { desk_id, person_id, role, since: ctx.at });
  await record(ctx, { chain: desk_id, verb: 'desk.member_added', subject: `person:${person_id}`, after: { role } });
}
