// Trying a password: each try is counted first, for the person and for the place it comes from, and many make one wait.
import { type Context, transact } from '#src/context.ts';
import { foldKey } from '#src/text-fields.ts';
import { deleteForgottenGuesses, type GuessKey, updateGuesses } from './guess-store.ts';
import { placeOf, saidDuration } from './guessing.ts';

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

/** Counts a try, or gives the sentence that says how long there is none. After a right password, deleteGuesses takes it back. */
export async function countTry(ctx: Context, keys: GuessKey[]): Promise<Wait | null> {
  const locked_until = await transact(ctx, async (ctx) => {
    await deleteForgottenGuesses(ctx.db, ctx.at);
    return updateGuesses(ctx, keys);
  });
  if (locked_until === null) return null;
  const milliseconds = Date.parse(locked_until) - Date.parse(ctx.at);
  const sentence = `There were too many wrong tries. Wait ${saidDuration(milliseconds)}, then try again. Nothing is lost; an administrator can make a link for a new password meanwhile.`;
  return { sentence, wait_seconds: Math.ceil(milliseconds / 1000) };
}
