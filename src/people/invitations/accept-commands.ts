// What the link of an invitation does: it makes the person, and a member of the desk.
import { INSTALLATION, record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { makeMember } from '../make-member-commands.ts';
import { whyNotPassword } from '../password-rules.ts';
import { hashPassword } from '../passwords.ts';
import { findPersonByEmail, insertPerson, type Person } from '../person-store.ts';
import { hashToken } from '../tokens.ts';
import { getOpenLink, type InvitationFound, updateInvitation } from './store.ts';

/** The invitation of a link that still works, for the page it opens. Throws NotFound. */
export async function openInvitation(ctx: Context, token: string): Promise<InvitationFound> {
  return getOpenLink(ctx, 'invitation', hashToken(token));
}

/**
 * Makes the invited person, a member of the desk of the invitation, and uses the link up. Throws NotFound (the link opens
 * nothing any more), RuleBroken (a weak password, or an address that somebody signs in with by now).
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  input: { display_name: string; password: string },
): Promise<Person> {
  const { email } = await openInvitation(ctx, token);
  const weak = whyNotPassword(input.password, { email, display_name: input.display_name });
  if (weak) throw new RuleBroken(weak, 'password');
  const password_hash = await hashPassword(input.password);
  return transact(ctx, async (ctx) => {
    const invitation = await getOpenLink(ctx, 'invitation', hashToken(token), 'lock');
    if (await findPersonByEmail(ctx.db, email))
      throw new RuleBroken(
        'Somebody already signs in with this address. Sign in with it, or ask for an invitation to another one.',
      );
    const is_administrator = invitation.is_administrator === 1;
    const person = await insertPerson(ctx, {
      email,
      display_name: input.display_name,
      password_hash,
      is_administrator,
    });
    await updateInvitation(ctx.db, invitation.id, { used_at: ctx.at });
    await recordJoining(ctx, person, invitation);
    return person;
  });
}

async function recordJoining(ctx: Context, person: Person, { id, desk_id, role }: InvitationFound): Promise<void> {
  const { number, email, display_name } = person;
  const is_administrator = person.is_administrator === 1;
  const joined: Context = { ...ctx, actor: { kind: 'person', id: person.id, display_name, is_administrator } };
  await record(joined, {
    chain: INSTALLATION,
    verb: 'person.joined',
    subject: `person:${person.id}`,
    after: { number, email, display_name, is_administrator, invitation: id },
  });
  if (desk_id === null || role === null) return;
  await makeMember(joined, { desk_id, person_id: person.id, role });
}
