// Reads Markdown: a long document in a process of its own, given up where it takes too much.
import { GaveUp, RuleBroken } from '#src/errors.ts';
import type { Given } from '#src/workers/process-asked.ts';
import { runInProcess } from '#src/workers/run-in-process.ts';
import type { Waiting } from '#src/workers/turns.ts';
import type { PlainArticle } from './markdown.worker.ts';

const SHORT = 50_000;
const READER = new URL('./markdown.worker.ts', import.meta.url);

/** The plain text of a Markdown document. Throws RuleBroken (field `file`) where its markup is so tangled that it was given up. */
export async function readMarkdown(source: string, waiting: Waiting = {}): Promise<PlainArticle> {
  if (source.length <= SHORT) return (await import('./markdown.worker.ts')).plainTextOf(source);
  try {
    const [plain] = await runInProcess<Given, PlainArticle>(READER, { bytes: Buffer.from(source) }, waiting);
    return plain as PlainArticle;
  } catch (error) {
    if (error instanceof GaveUp) throw tangled();
    throw error;
  }
}

function tangled(): RuleBroken {
  return new RuleBroken(
    'The markup of this file is too tangled to read. Paste its text instead, or save it as .txt.',
    'file',
  );
}
