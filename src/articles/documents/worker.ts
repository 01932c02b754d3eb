// The thread in which documents are read: it may be ended at any time, and nothing of the desk is lost with it.
import { parentPort, workerData } from 'node:worker_threads';
import { RuleBroken, TooLarge } from '#src/errors.ts';
import type { DocumentGiven, DocumentKind, Draft } from './draft.ts';
import { draftOf } from './read-draft.ts';

export type Answer =
  | { draft: Draft }
  | { refused: string; is_too_large: boolean }
  | { fault: string; is_tangled: boolean };

const { document, kind } = workerData as { document: DocumentGiven; kind: DocumentKind };

async function answer(): Promise<Answer> {
  try {
    return { draft: await draftOf(document, kind) };
  } catch (error) {
    if (error instanceof RuleBroken) return { refused: error.message, is_too_large: error instanceof TooLarge };
    // A stack that is too deep is the document's doing.
    return { fault: String((error as Error)?.stack ?? error), is_tangled: error instanceof RangeError };
  }
}

parentPort?.postMessage(await answer());
