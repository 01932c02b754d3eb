// Reads documents in a process of their own, within bounds of time and memory.
import { GaveUp, RuleBroken, TooLarge } from '#src/errors.ts';
import { type ProcessBounds, runInProcess } from '#src/workers/run-in-process.ts';
import type { DocumentGiven, Draft } from './draft.ts';
import { sayGivenUp } from './given-up.ts';
import { kindOf } from './kind.ts';
import type { Answer, Given } from './reader.worker.ts';
import { INSTEAD, SAVE_AS_TEXT } from './refused.ts';

const READER = new URL('./reader.worker.ts', import.meta.url);

/**
 * The draft of a document, told by its bytes. Throws RuleBroken (field `file`) with a sentence for the person: what it is
 * where the desk cannot read it, and that it was given up where it takes longer than ten seconds or too much memory.
 */
export async function readDocument(document: DocumentGiven, bounds: ProcessBounds = {}): Promise<Draft> {
  // What was fetched as a page is one, though it begins without a sign of it.
  const kind = kindOf(document.bytes) ?? (document.url === undefined ? undefined : 'html');
  if (kind === undefined) throw new RuleBroken(`The desk does not read documents of this kind. ${INSTEAD}`, 'file');
  try {
    const [answer] = await runInProcess<Given, Answer>(READER, { ...document, kind }, bounds);
    return draftIn(answer as Answer);
  } catch (error) {
    throw error instanceof GaveUp
      ? new RuleBroken(`This document ${sayGivenUp(error)} ${SAVE_AS_TEXT}`, 'file')
      : error;
  }
}

function draftIn(answer: Answer): Draft {
  if ('draft' in answer) return answer.draft;
  throw answer.is_too_large ? new TooLarge(answer.refused, 'file') : new RuleBroken(answer.refused, 'file');
}
