// The lines of a stored text, as many at a time as some chunks of it hold.
import type { Db } from '#src/database/schema.ts';
import { readFile } from './commands.ts';

const NEWLINE = 10;

/** The whole lines in their order; what stands behind the last line end is none. Others have their turn between the chunks. */
export async function* readLines(db: Db, id: string): AsyncGenerator<string[]> {
  let rest = Buffer.alloc(0);
  for await (const chunk of readFile(db, id)) {
    rest = Buffer.concat([rest, chunk]);
    const end = rest.lastIndexOf(NEWLINE);
    if (end < 0) continue;
    yield rest.subarray(0, end).toString('utf8').split('\n');
    rest = rest.subarray(end + 1);
  }
}
