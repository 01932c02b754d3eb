// The verbs of the actor's own name, preferences, password and sessions.
import { INSTALLATION, record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { whyNotPassword } from '../password-rules.ts';
import { hashPassword, isPassword } from '../passwords.ts';
import { findPerson, type Person, updatePerson } from '../person-store.ts';
import type { GuessKey } from '../sign-in/guess-store.ts';
import { deleteSessionsOf } from '../sign-in/open-session-store.ts';
import { countTry, forgetTries } from '../sign-in/throttle.ts';
import type { Theme } from '../tables.ts';

export interface Preferences {
  display_name: string;
  theme: Theme;
  letter_keys: boolean;
}

/** Saves name, theme and single-letter keys. Only a new name goes into the log: how a page looks is nobody's business. */
export async function changePreferences(ctx: Context, input: Preferences): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { id, display_name } = await self(ctx);
    await updatePerson(ctx.db, id, { ...input, letter_keys: input.letter_keys ? 1 : 0 });
    if (display_name === input.display_name) return;
    const [before, after] = [{ display_name }, { display_name: input.display_name }];
    await record(ctx, { chain: INSTALLATION, verb: 'person.renamed', subject: `person:${id}`, before, after });
  });
}

export interface PasswordChange {
  current_password: string;
  new_password: string;
}

/**
 * Changes the actor's password and ends all sessions but the one kept. Whoever sits at a desk left open cannot guess the
 * present password here either: tries are counted as at sign-in, but for this session alone, so that guesses from elsewhere
 * keep nobody from changing the password. Throws RuleBroken with the field at fault.
 */
export async function changePassword(
  ctx: Context,
  input: PasswordChange,
  { kept_session }: { kept_session: string },
): Promise<void> {
  const person = await self(ctx);
  const guesses: GuessKey[] = [{ guessed_at: 'own', name: kept_session }];
  const wait = await countTry(ctx, guesses);
  if (wait) throw new RuleBroken(wait.sentence, 'current_password');
  if (!(await isPassword(input.current_password, person.password_hash)))
    throw new RuleBroken('This is not your current password. Nothing was changed.', 'current_password');
  const weak = whyNotPassword(input.new_password, person);
  await transact(ctx, (ctx) => forgetTries(ctx, guesses));
  if (weak) throw new RuleBroken(weak, 'new_password');
  const password_hash = await hashPassword(input.new_password);
  await transact(ctx, async (ctx) => {
    await updatePerson(ctx.db, person.id, { password_hash });
    await deleteSessionsOf(ctx, person.id, { why: 'password', but: kept_session });
    await record(ctx, { chain: INSTALLATION, verb: 'person.password_changed', subject: `person:${person.id}` });
  });
}

/** Ends one of the actor's own sessions, or (`only` left out) all but the one of this request. Says how many ended. */
export async function endSessions(ctx: Context, which: { but: string } | { only: string }): Promise<number> {
  return transact(ctx, async (ctx) => {
    const { id } = await self(ctx);
    const ended = await deleteSessionsOf(ctx, id, { why: 'ended', ...which });
    if (ended > 0)
      await record(ctx, {
        chain: INSTALLATION,
        verb: 'person.sessions_ended',
        subject: `person:${id}`,
        after: { ended },
      });
    return ended;
  });
}

async function self(ctx: Context): Promise<Person> {
  const person = ctx.actor.kind === 'person' ? await findPerson(ctx.db, ctx.actor.id) : undefined;
  if (!person) throw new Forbidden('Sign in first: this is about your own account.');
  return person;
}
