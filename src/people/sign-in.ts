// Signing in: one answer for a wrong address and a wrong password, in the same words after the same time.
import { type Context, transact } from '#src/context.ts';
import { deleteGuesses } from './guess-store.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';
import { findPersonByEmail, type Person, updatePasswordHash } from './person-store.ts';
import { noteSecurityEvent, type SecurityEvent } from './security-events.ts';
import { countTry, guessKeys } from './tries.ts';

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
  const guesses = guessKeys(input.email, input.address);
  const wait = await countTry(ctx, guesses);
  const event = { at: ctx.at, email: input.email, address: input.address };
  const person = await findPersonByEmail(ctx.db, input.email);
  const person_id = person?.id ?? null;
  if (wait !== null) {
    await note(ctx, { ...event, kind: 'sign_in.locked', person_id });
    return { person: null, ...wait };
  }
  const stored = person && person.disabled_at === null ? person.password_hash : null;
  const right = await isPassword(input.password, stored);
  if (!person || stored === null || !right) {
    await note(ctx, { ...event, kind: 'sign_in.refused', person_id });
    return { person: null, sentence: NOT_RIGHT, wait_seconds: 0 };
  }
  const renewed = isOutdated(stored) ? await hashPassword(input.password) : null;
  await transact(ctx, async (ctx) => {
    await deleteGuesses(ctx.db, guesses);
    if (renewed !== null) await updatePasswordHash(ctx.db, person.id, { old: stored, renewed });
    await noteSecurityEvent(ctx.db, { ...event, kind: 'sign_in.done', person_id });
  });
  return { person };
}

function note(ctx: Context, event: SecurityEvent): Promise<void> {
  return transact(ctx, (ctx) => noteSecurityEvent(ctx.db, event));
}
