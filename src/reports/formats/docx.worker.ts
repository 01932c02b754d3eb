// The thread in which reports become Word documents.
import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '#src/workers/thread-pool.ts';
import { type Sheet, writeReportDocx } from './docx-report.ts';

let written: Uint8Array | undefined;

parentPort?.on('message', async (asked: Sheet | 'next') => parentPort?.postMessage(await answerTo(asked)));

async function answerTo(asked: Sheet | 'next'): Promise<ThreadAnswer> {
  try {
    if (asked !== 'next') written = await writeReportDocx(asked);
    const piece = written;
    written = undefined;
    return piece === undefined ? { done: true } : { piece };
  } catch (error) {
    return { fault: String((error as Error)?.stack ?? error) };
  }
}
