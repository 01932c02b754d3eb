// The verbs of a new password for somebody who forgot theirs: a link, good for one day and one use.
import { INSTALLATION, record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { needed } from '#src/item-at.ts';
import { foldKey } from '#src/text-fields.ts';
import { whyNotPassword } from '../password-rules.ts';
import { hashPassword } from '../passwords.ts';
import { getPersonForChange, updatePerson } from '../person-store.ts';
import { assertManagesPeople } from '../policy.ts';
import { deleteSessionsOf } from '../sign-in/open-session-store.ts';
import { forgetTries } from '../sign-in/throttle.ts';
import { hashToken, makeToken } from '../tokens.ts';
import { getOpenLink, type InvitationFound, insertInvitation, updateInvitation, updateOpenResets } from './store.ts';

const DAY = 86_400_000;

/**
 * Makes a link for a new password of a person, which ends the ones made before, and returns its token, which is kept
 * nowhere. The old password goes on working until then. Throws NotFound, Forbidden (all but administrators), RuleBroken (disabled).
 */
export async function offerPasswordReset(
  ctx: Context,
  number: string | number,
): Promise<{ token: string; display_name: string }> {
  assertManagesPeople(ctx.actor, 'make_resets');
  const token = makeToken();
  const { display_name } = await transact(ctx, async (ctx) => {
    const person = await getPersonForChange(ctx, number);
    if (person.disabled_at !== null) throw new RuleBroken(`${person.display_name} is disabled. Enable them first.`);
    await updateOpenResets(ctx.db, person.id, ctx.at);
    await insertInvitation(ctx.db, {
      id: newId(),
      kind: 'reset',
      token_hash: hashToken(token),
      person_id: person.id,
      email: person.email,
      display_name: person.display_name,
      desk_id: null,
      role: null,
      is_administrator: 0,
      created_by: ctx.actor.id,
      created_at: ctx.at,
      expires_at: later(ctx.at, DAY),
      used_at: null,
      withdrawn_at: null,
    });
    await record(ctx, { chain: INSTALLATION, verb: 'person.reset_offered', subject: `person:${person.id}` });
    return person;
  });
  return { token, display_name };
}

/** What a link for a new password opens, while it works. Throws NotFound. */
export async function openReset(ctx: Context, token: string): Promise<InvitationFound> {
  return getOpenLink(ctx, 'reset', hashToken(token));
}

/**
 * Sets the new password, uses the link up, ends all sessions of the person and forgets wrong tries. Returns the person's id.
 * Throws NotFound (the link opens nothing any more, or the person was disabled), RuleBroken (a weak password).
 */
export async function resetPassword(ctx: Context, token: string, input: { password: string }): Promise<string> {
  const weak = whyNotPassword(input.password, await openReset(ctx, token));
  if (weak) throw new RuleBroken(weak, 'password');
  const password_hash = await hashPassword(input.password);
  return transact(ctx, async (ctx) => {
    const link = await getOpenLink(ctx, 'reset', hashToken(token), 'lock');
    const id = needed(link.person_id, 'person of the link');
    await updateInvitation(ctx.db, link.id, { used_at: ctx.at });
    await updatePerson(ctx.db, id, { password_hash });
    await deleteSessionsOf(ctx, id, { why: 'password' });
    await forgetTries(ctx, [{ guessed_at: 'person', name: foldKey(link.email) }]);
    await recordAsOwner(ctx, link, id);
    return id;
  });
}

async function recordAsOwner(ctx: Context, { display_name }: InvitationFound, id: string): Promise<void> {
  const owner: Context = { ...ctx, actor: { kind: 'person', id, display_name, is_administrator: false } };
  await record(owner, { chain: INSTALLATION, verb: 'person.password_changed', subject: `person:${id}` });
}
