// Trying a password: each try is counted first, under the keys it comes with, and many make one wait.
import type { Context } from '#src/context.ts';
import { foldKey } from '#src/text-fields.ts';
import { deleteGuesses, type GuessKey } from './guess-store.ts';
import { placeOf, saidDuration } from './throttle-rules.ts';
import { believeNoWait, counterOf } from './try-counter-commands.ts';

/** Under which keys tries for this address of mail, from this address of the network, are counted. */
export function guessKeys(email: string, address: string): GuessKey[] {
  return [
    { guessed_at: 'person', name: foldKey(email) },
    { guessed_at: 'place', name: placeOf(address) },
  ];
}

export interface Wait {
  sentence: string;
  wait_seconds: number;
}

/**
 * Counts a try, or gives the sentence that says how long there is none. Whoever has to wait costs no transaction. After a
 * right password, forgetTries takes it back. Throws DeskBusy where more tries wait to be counted than the desk takes.
 */
export async function countTry(ctx: Context, keys: GuessKey[]): Promise<Wait | null> {
  return waitUntil(await counterOf(ctx.db).count({ keys, at: ctx.at }), ctx.at);
}

/** The wait that is known without asking the database; null where there may be one all the same. */
export function knownWait(ctx: Context, keys: GuessKey[]): Wait | null {
  return waitUntil(counterOf(ctx.db).known({ keys, at: ctx.at }), ctx.at);
}

/** After a right password, or with a new one: in the transaction of the verb. */
export async function forgetTries(ctx: Context, keys: GuessKey[]): Promise<void> {
  await deleteGuesses(ctx.db, keys);
  believeNoWait();
}

function waitUntil(locked_until: string | null, at: string): Wait | null {
  if (locked_until === null) return null;
  const milliseconds = Date.parse(locked_until) - Date.parse(at);
  const sentence = `Too many wrong attempts. Wait ${saidDuration(milliseconds)}, then try again. Nothing is lost; meanwhile an administrator can create a link for a new password.`;
  return { sentence, wait_seconds: Math.ceil(milliseconds / 1000) };
}
