// The verbs of signing in, with one answer for all that is wrong, and of signing out.
import { type Context, transact } from '#src/context.ts';
import { DeskBusy } from '#src/errors.ts';
import { hashPassword, isOutdated, isPassword } from '../passwords.ts';
import { findPersonByEmail, type Person, updatePasswordHash } from '../person-store.ts';
import type { GuessKey } from './guess-store.ts';
import { throughTheDoor } from './hashing-turns.ts';
import { noteRefusal } from './refusal-book-commands.ts';
import { noteSecurityEvent, type RefusalKind } from './security-events.ts';
import { countTry, forgetTries, guessKeys, knownWait } from './throttle.ts';
import { placeOf } from './throttle-rules.ts';

export interface SignInInput {
  email: string;
  password: string;
  /** The network address that the request came from. */
  address: string;
  /**
   * Asked where the browser brings a sign of somebody who signed in there before: under which key that person's tries are
   * counted, or null where the sign is another's. It sees the person alone.
   */
  known_as?: ((person: Person) => GuessKey | null) | undefined;
}

/** Who it is; or a sentence, and where it has to wait the seconds, because of too many tries or of too many others. */
export type SignInResult =
  | { person: Person }
  | { person: null; sentence: string; wait_seconds: number; is_busy?: true };

const NOT_RIGHT = 'The email or the password is wrong. Check both: capitals count in the password.';

/**
 * Looks whether somebody is who they say. Counts wrong tries, whether or not there is such a person, and notes the outcome
 * as a security event. Does not begin a session.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SignInResult> {
  const known_as = input.known_as ? await knownKey(ctx, input) : null;
  if (known_as !== null) return tryToSignIn(ctx, input, { who: 'known', keys: [known_as] });
  const keys = guessKeys(input.email, input.address);
  const wait = knownWait(ctx, keys);
  if (wait !== null) return refuse(ctx, input, { kind: 'sign_in.locked', ...wait });
  try {
    const place = placeOf(input.address);
    return await throughTheDoor(place, () => tryToSignIn(ctx, input, { who: 'stranger', keys }));
  } catch (error) {
    if (!(error instanceof DeskBusy)) throw error;
    const { message: sentence, wait_seconds } = error;
    return { ...refuse(ctx, input, { kind: 'sign_in.turned_away', sentence, wait_seconds }), is_busy: true };
  }
}

/** A known browser is counted by itself, so that wrong guesses from elsewhere do not keep its person waiting. */
async function knownKey(ctx: Context, { email, known_as }: SignInInput): Promise<GuessKey | null> {
  const person = await findPersonByEmail(ctx.db, email);
  return (person && known_as?.(person)) ?? null;
}

/** Notes that the actor leaves, coming from this network address; nothing where nobody is signed in. Ends no session. */
export async function signOut(ctx: Context, address: string | null): Promise<void> {
  const { id: person_id } = ctx.actor;
  if (person_id === null) return;
  await transact(ctx, (ctx) => noteSecurityEvent(ctx.db, { at: ctx.at, kind: 'sign_in.ended', person_id, address }));
}

async function tryToSignIn(
  ctx: Context,
  input: SignInInput,
  { who, keys }: { who: 'known' | 'stranger'; keys: GuessKey[] },
): Promise<SignInResult> {
  const wait = await countTry(ctx, keys);
  if (wait !== null) return refuse(ctx, input, { kind: 'sign_in.locked', ...wait });
  const person = await findPersonByEmail(ctx.db, input.email);
  const stored = person && person.disabled_at === null ? person.password_hash : null;
  const right = await isPassword(input.password, stored, who);
  if (!person || stored === null || !right)
    return refuse(ctx, input, { kind: 'sign_in.refused', sentence: NOT_RIGHT, wait_seconds: 0 });
  const renewed = isOutdated(stored) ? await hashPassword(input.password) : null;
  await transact(ctx, async (ctx) => {
    await forgetTries(ctx, keys);
    if (renewed !== null) await updatePasswordHash(ctx.db, person.id, { old: stored, renewed });
    const { email, address } = input;
    await noteSecurityEvent(ctx.db, { at: ctx.at, kind: 'sign_in.done', person_id: person.id, email, address });
  });
  return { person };
}

function refuse(
  ctx: Context,
  { email, address }: SignInInput,
  { kind, ...why }: { kind: RefusalKind; sentence: string; wait_seconds: number },
) {
  noteRefusal(ctx.db, { at: ctx.at, kind, email, address });
  return { person: null, ...why };
}
