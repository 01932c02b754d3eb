// A file for a ZIP with its first piece made, or why it is left out: one that fails breaks off no others.
import { GaveUp, RuleBroken } from '#src/errors.ts';

const NOT_IN_TIME = 'It could not be made in time. Download the ZIP again, or the file by itself.';

/** The pieces with the first one made; the sentence where this machine cannot make such a file, or did not in time. */
export async function begunOrWhy(pieces: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | string> {
  const rest = pieces[Symbol.asyncIterator]();
  try {
    const first = await rest.next();
    return from(first, rest);
  } catch (error) {
    if (error instanceof RuleBroken) return error.message;
    if (error instanceof GaveUp) return NOT_IN_TIME;
    throw error;
  }
}

async function* from(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
