// Lines of JSON in, lines of JSON out: what programs feed to `split` and `reanchor`, in the same order.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { CommandFailed } from './command.ts';
import { terminal } from './terminal.ts';

/** Answers each line of a file (`-` is standard input) with one line. Throws CommandFailed, naming the line that does not fit. */
export async function answerLines<Line>(
  path: string,
  shape: z.ZodType<Line>,
  answer: (line: Line) => object,
): Promise<void> {
  let number = 0;
  for await (const text of linesOf(path)) {
    number += 1;
    if (text.trim() === '') continue;
    const value = parsed(text);
    if (value === undefined) throw new CommandFailed(`Line ${number} is not JSON.`);
    const line = shape.safeParse(value);
    if (!line.success) throw new CommandFailed(`Line ${number} is not valid: ${line.error.issues[0]?.message}.`);
    if (!terminal().output.write(`${JSON.stringify(answer(line.data))}\n`)) await once(terminal().output, 'drain');
  }
}

/** Only a newline ends a line: JSON may hold U+2028 and a lone carriage return as they are. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let begun = '';
  try {
    const blocks: Readable = path === '-' ? terminal().input : createReadStream(path);
    for await (const block of blocks.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (begun + block).split('\n');
      begun = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CommandFailed(`${path} could not be read: ${error.message}.`);
  }
  if (begun !== '') yield begun;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
