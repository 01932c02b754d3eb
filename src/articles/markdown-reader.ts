// Reads Markdown without holding up the desk: a long document in a worker, which is given up where it takes too long.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { RuleBroken } from '#src/errors.ts';
import { type PlainArticle, plainTextOf } from './markdown.ts';

const SHORT = 50_000;
const LIMIT_MILLISECONDS = 10_000;

/** The plain text of a Markdown document. Throws RuleBroken (field `file`) where its markup is so tangled that it takes too long. */
export async function readMarkdown(source: string): Promise<PlainArticle> {
  if (source.length <= SHORT) return plainTextOf(source);
  const worker = new Worker(new URL(import.meta.url), { workerData: { markdown: source } });
  const tooLong = setTimeout(() => worker.terminate(), LIMIT_MILLISECONDS);
  try {
    return await new Promise<PlainArticle>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(tangled()));
    });
  } finally {
    clearTimeout(tooLong);
    await worker.terminate();
  }
}

function tangled(): RuleBroken {
  return new RuleBroken(
    'The markup of this file is so tangled that the desk gave up reading it. Paste its text instead, or save it as .txt.',
    'file',
  );
}

if (!isMainThread && typeof workerData?.markdown === 'string')
  parentPort?.postMessage(plainTextOf(workerData.markdown));
