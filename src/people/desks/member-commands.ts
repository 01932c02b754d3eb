// The verbs of membership: who belongs to a desk, and as what; always one editor.
import { record } from '#src/audit/log.ts';
import { findLastEntry } from '#src/audit/store.ts';
import { type Context, transact } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { type DeskManaged, getDeskToManage } from '../desk-store.ts';
import { makeMember } from '../make-member-commands.ts';
import { deleteMember, findMember, listMembers, type Member, updateMember } from '../member-store.ts';
import { findPersonByEmail, getPerson } from '../person-store.ts';
import { assertManagesDesk } from '../policy.ts';
import type { Role } from '../tables.ts';

/**
 * Makes somebody who already signs in a member of the desk. Throws NotFound, Forbidden (reviewers and guests), RuleBroken
 * (nobody of this address, a member already, a disabled person).
 */
export async function addMember(
  ctx: Context,
  slug: string,
  input: { email: string; role: Role },
): Promise<{ display_name: string }> {
  return transact(ctx, async (ctx) => {
    const desk = await lockDesk(ctx, slug);
    const person = await findPersonByEmail(ctx.db, input.email);
    if (!person)
      throw new RuleBroken(
        'Nobody signs in with this address yet. Invite them: the link makes them a member of this desk.',
        'email',
      );
    const { id, display_name } = person;
    if (person.disabled_at !== null)
      throw new RuleBroken(`${display_name} is disabled. An administrator can enable them first.`, 'email');
    const members = await listMembers(ctx.db, desk.id);
    if (members.some((member) => member.person_id === id))
      throw new RuleBroken(`${display_name} is a member already. Change the role in the list instead.`, 'email');
    await makeMember(ctx, { desk_id: desk.id, person_id: id, role: input.role });
    return { display_name };
  });
}

/** Gives a member another role; the same role again changes nothing. Throws NotFound, Forbidden, RuleBroken (the last editor). */
export async function changeMemberRole(
  ctx: Context,
  slug: string,
  input: { number: number; role: Role },
): Promise<Member> {
  return transact(ctx, async (ctx) => {
    const desk = await lockDesk(ctx, slug);
    const member = await findMember(ctx.db, desk.id, input.number);
    if (!member) {
      await getTakenOff(ctx, desk, input.number);
      throw new RuleBroken('This person is no longer a member of the desk. Add them again first.');
    }
    if (member.role === input.role) return member;
    if (member.role === 'editor') await refuseLastEditor(ctx, desk, member);
    await updateMember(ctx.db, { desk_id: desk.id, person_id: member.person_id }, input.role);
    await record(ctx, {
      chain: desk.id,
      verb: 'desk.member_role_changed',
      subject: `person:${member.person_id}`,
      before: { role: member.role },
      after: { role: input.role },
    });
    return { ...member, role: input.role };
  });
}

/**
 * Takes a member off the desk; whoever is none any more stays none. Throws NotFound (whoever never was one), Forbidden,
 * RuleBroken (the last editor).
 */
export async function removeMember(ctx: Context, slug: string, number: number): Promise<{ display_name: string }> {
  return transact(ctx, async (ctx) => {
    const desk = await lockDesk(ctx, slug);
    const member = await findMember(ctx.db, desk.id, number);
    if (!member) return getTakenOff(ctx, desk, number);
    if (member.role === 'editor') await refuseLastEditor(ctx, desk, member);
    await deleteMember(ctx.db, { desk_id: desk.id, person_id: member.person_id });
    await record(ctx, {
      chain: desk.id,
      verb: 'desk.member_removed',
      subject: `person:${member.person_id}`,
      before: { role: member.role },
    });
    return member;
  });
}

async function lockDesk(ctx: Context, slug: string): Promise<DeskManaged> {
  const desk = await getDeskToManage(ctx, slug, 'lock');
  assertManagesDesk(ctx.actor, desk.role, 'change_members');
  return desk;
}

/** Who was a member until somebody took them off. Of anybody else not even the name is told: NotFound. */
async function getTakenOff(ctx: Context, desk: DeskManaged, number: number): Promise<{ display_name: string }> {
  const person = await getPerson(ctx.db, number);
  const last = await findLastEntry(ctx.db, `person:${person.id}`, desk.id);
  if (last?.verb !== 'desk.member_removed') throw new NotFound();
  return person;
}

/** Editors who are disabled do not count: they could not come back and name another. */
async function refuseLastEditor(ctx: Context, desk: DeskManaged, leaving: Member): Promise<void> {
  const members = await listMembers(ctx.db, desk.id);
  const others = members.filter(
    ({ role, disabled_at, person_id }) => role === 'editor' && disabled_at === null && person_id !== leaving.person_id,
  );
  if (others.length > 0) return;
  throw new RuleBroken(
    `${leaving.display_name} is the only editor of ${desk.name}, and without an editor nothing there could be signed off. Make somebody else an editor first.`,
  );
}
