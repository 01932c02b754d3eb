// Puts the answer of a process together as it comes, piece by piece, within its bound.
import type { Readable } from 'node:stream';
import { deserialize } from 'node:v8';
import { GaveUp } from '#src/errors.ts';

/** Each with its length before it. `held`: the most memory that the process held, in megabytes. */
export type ProcessAnswer =
  | { piece: unknown }
  | { done: true; held: number }
  | { fault: string; is_tangled: boolean; held: number };

/** What was read says more than the bound: a short document may say one long note ten thousand times. */
export class AnswerTooLong extends Error {
  override name = 'AnswerTooLong';
}

const HEAD = 4;

/**
 * The pieces, once the process has said that they are all. Throws GaveUp where it ends before that, stumbles over a text
 * that is nested too deep, or held more memory than it may: what was read then may lack what there was no room for.
 * AnswerTooLong; Error for a mistake of the reader.
 */
export async function piecesIn(
  stream: Readable,
  { answer_bytes, megabytes }: { answer_bytes: number; megabytes: number },
): Promise<unknown[]> {
  const pieces: unknown[] = [];
  for await (const body of bodiesIn(stream, answer_bytes)) {
    const answer = deserialize(body) as ProcessAnswer;
    if ('piece' in answer) {
      pieces.push(answer.piece);
      continue;
    }
    if (answer.held > megabytes) throw new GaveUp('memory');
    if ('done' in answer) return pieces;
    throw answer.is_tangled ? new GaveUp(/allocat/i.test(answer.fault) ? 'memory' : 'died') : new Error(answer.fault);
  }
  throw new GaveUp();
}

async function* bodiesIn(stream: Readable, most_bytes: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let total = 0;
  let wanted = HEAD;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    total += chunk.length;
    if (total > most_bytes) throw new AnswerTooLong(`A reader answered more than ${most_bytes} bytes.`);
    while (size >= wanted) {
      const all = Buffer.concat(held, size);
      wanted = HEAD + all.readUInt32LE(0);
      held = [all];
      if (size < wanted) break;
      yield all.subarray(HEAD, wanted);
      held = [all.subarray(wanted)];
      size -= wanted;
      wanted = HEAD;
    }
  }
}
