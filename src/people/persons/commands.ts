// The verbs of persons: adding, disabling, enabling, making an administrator.
import { INSTALLATION, record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { getDeskToManage } from '../desk-store.ts';
import { updateOpenResets } from '../invitations/store.ts';
import { makeMember } from '../make-member-commands.ts';
import { whyNotPassword } from '../password-rules.ts';
import { hashPassword } from '../passwords.ts';
import {
  findPersonByEmail,
  getPersonForChange,
  insertPerson,
  listAdministratorsForChange,
  type Person,
  updatePerson,
} from '../person-store.ts';
import { assertManagesPeople } from '../policy.ts';
import { deleteSessionsOf } from '../sign-in/open-session-store.ts';
import { forgetTries } from '../sign-in/throttle.ts';
import type { Role } from '../tables.ts';

export interface PersonInput {
  email: string;
  display_name: string;
  password: string;
  is_administrator: boolean;
  /** The slug of a desk to join, and as what; null for none. */
  joins: { desk: string; role: Role } | null;
}

/** Adds a person who signs in with this password at once, without an invitation: for the command line and the demo. Throws Forbidden, NotFound (no such desk), RuleBroken. */
export async function addPerson(ctx: Context, input: PersonInput): Promise<Person> {
  refuseOthers(ctx);
  const weak = whyNotPassword(input.password, input);
  if (weak) throw new RuleBroken(weak, 'password');
  const password_hash = await hashPassword(input.password);
  return transact(ctx, async (ctx) => {
    const { email, display_name, is_administrator, joins } = input;
    if (await findPersonByEmail(ctx.db, email))
      throw new RuleBroken(`Somebody already signs in with ${email}.`, 'email');
    const person = await insertPerson(ctx, { email, display_name, password_hash, is_administrator });
    const { id, number } = person;
    await record(ctx, {
      chain: INSTALLATION,
      verb: 'person.added',
      subject: `person:${id}`,
      after: { number, email, display_name, is_administrator },
    });
    if (joins === null) return person;
    const desk = await getDeskToManage(ctx, joins.desk, 'lock');
    await makeMember(ctx, { desk_id: desk.id, person_id: id, role: joins.role });
    return person;
  });
}

/** Gives a person a new password from the command line, and ends all sessions of theirs. Throws Forbidden, NotFound, RuleBroken. */
export async function givePassword(ctx: Context, person: Person, password: string): Promise<void> {
  refuseOthers(ctx);
  const weak = whyNotPassword(password, person);
  if (weak) throw new RuleBroken(weak, 'password');
  const password_hash = await hashPassword(password);
  await transact(ctx, async (ctx) => {
    await updatePerson(ctx.db, person.id, { password_hash });
    await deleteSessionsOf(ctx, person.id, { why: 'password' });
    await forgetTries(ctx, [{ guessed_at: 'person', name: person.email_key }]);
    await record(ctx, { chain: INSTALLATION, verb: 'person.password_changed', subject: `person:${person.id}` });
  });
}

/** Shuts a person out at once: no session of theirs goes on, none begins. Twice is once. Throws NotFound, Forbidden, RuleBroken (the last administrator). */
export async function disablePerson(ctx: Context, number: string | number): Promise<Person> {
  refuseOthers(ctx);
  return transact(ctx, async (ctx) => {
    const administrators = await listAdministratorsForChange(ctx.db);
    const person = await getPersonForChange(ctx, number);
    if (person.disabled_at !== null) return person;
    refuseLastAdministrator(administrators, person, 'disabled');
    await updatePerson(ctx.db, person.id, { disabled_at: ctx.at });
    await deleteSessionsOf(ctx, person.id, { why: 'disabled' });
    await updateOpenResets(ctx.db, person.id, ctx.at);
    await record(ctx, { chain: INSTALLATION, verb: 'person.disabled', subject: `person:${person.id}` });
    return person;
  });
}

/** Lets a disabled person sign in again, with the password and the desks of before. Throws NotFound, Forbidden. */
export async function enablePerson(ctx: Context, number: string | number): Promise<Person> {
  refuseOthers(ctx);
  return transact(ctx, async (ctx) => {
    const person = await getPersonForChange(ctx, number);
    if (person.disabled_at === null) return person;
    await updatePerson(ctx.db, person.id, { disabled_at: null });
    await record(ctx, { chain: INSTALLATION, verb: 'person.enabled', subject: `person:${person.id}` });
    return person;
  });
}

/** Makes a person an administrator, or no longer one. Throws NotFound, Forbidden, RuleBroken (the last one). */
export async function changeAdministration(
  ctx: Context,
  number: string | number,
  input: { is_administrator: boolean },
): Promise<Person> {
  refuseOthers(ctx);
  return transact(ctx, async (ctx) => {
    const administrators = await listAdministratorsForChange(ctx.db);
    const person = await getPersonForChange(ctx, number);
    const before = person.is_administrator === 1;
    if (before === input.is_administrator) return person;
    if (before) refuseLastAdministrator(administrators, person, 'taken off');
    await updatePerson(ctx.db, person.id, { is_administrator: before ? 0 : 1 });
    await record(ctx, {
      chain: INSTALLATION,
      verb: 'person.administration_changed',
      subject: `person:${person.id}`,
      before: { is_administrator: before },
      after: { is_administrator: !before },
    });
    return person;
  });
}

function refuseOthers(ctx: Context): void {
  assertManagesPeople(ctx.actor, 'manage_people');
}

function refuseLastAdministrator(administrators: Person[], person: Person, how: string): void {
  if (administrators.some(({ id }) => id === person.id) && administrators.length === 1)
    throw new RuleBroken(
      `${person.display_name} is the only administrator left, and cannot be ${how}: nobody could manage people any more. Make somebody else an administrator first.`,
    );
}
