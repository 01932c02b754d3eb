// Signing in: one answer for a wrong address and a wrong password, in the same words after the same time.
import { type Context, transact } from '#src/context.ts';
import { foldKey } from '#src/text-fields.ts';
import { deleteForgottenGuesses, deleteGuesses, type GuessKey, updateGuesses } from './guess-store.ts';
import { placeOf, saidDuration } from './guessing.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';
import { findPersonByEmail, type Person, updatePasswordHash } from './person-store.ts';
import { noteSecurityEvent } from './security-events.ts';

export interface SignInInput {
  email: string;
  password: string;
  /** The network address that the request came from. */
  address: string;
}

/** Who it is; or a sentence, and where too many tries were made the seconds to wait. */
export type SignInResult = { person: Person } | { person: null; sentence: string; wait_seconds: number };

const NOT_RIGHT = 'The address or the password is not right. Look at both once more: capitals count in the password.';

/**
 * Looks whether somebody is who they say. Counts wrong tries for the person and for the place, whether or not there is such
 * a person, and notes the outcome as a security event. Does not begin a session.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SignInResult> {
  const guesses: GuessKey[] = [
    { guessed_at: 'person', name: foldKey(input.email) },
    { guessed_at: 'place', name: placeOf(input.address) },
  ];
  const locked_until = await transact(ctx, async (ctx) => {
    await deleteForgottenGuesses(ctx.db, ctx.at);
    return updateGuesses(ctx, guesses);
  });
  const event = { at: ctx.at, email: input.email, address: input.address };
  const person = await findPersonByEmail(ctx.db, input.email);
  if (locked_until !== null) {
    await noteSecurityEvent(ctx.db, { ...event, kind: 'sign_in.locked', person_id: person?.id ?? null });
    return { person: null, ...lockedSentence(Date.parse(locked_until) - Date.parse(ctx.at)) };
  }
  const stored = person && person.disabled_at === null ? person.password_hash : null;
  const right = await isPassword(input.password, stored);
  if (!person || stored === null || !right) {
    await noteSecurityEvent(ctx.db, { ...event, kind: 'sign_in.refused', person_id: person?.id ?? null });
    return { person: null, sentence: NOT_RIGHT, wait_seconds: 0 };
  }
  await deleteGuesses(ctx.db, guesses);
  if (isOutdated(stored)) await renewHash(ctx, person.id, { password: input.password, stored });
  await noteSecurityEvent(ctx.db, { ...event, kind: 'sign_in.done', person_id: person.id });
  return { person };
}

function lockedSentence(milliseconds: number): { sentence: string; wait_seconds: number } {
  const sentence = `There were too many wrong tries. Wait ${saidDuration(milliseconds)}, then try again; an administrator can make you a link for a new password.`;
  return { sentence, wait_seconds: Math.ceil(milliseconds / 1000) };
}

async function renewHash(
  ctx: Context,
  id: string,
  { password, stored }: { password: string; stored: string },
): Promise<void> {
  await updatePasswordHash(ctx.db, id, { old: stored, renewed: await hashPassword(password) });
}
