// Reads documents in a thread of their own, within bounds of time and memory.
import { RuleBroken, TooLarge } from '#src/errors.ts';
import { type DocumentGiven, type Draft, INSTEAD } from './draft.ts';
import { kindOf } from './kind.ts';
import { GaveUp, inThread } from './thread.ts';
import type { Answer } from './worker.ts';

/**
 * The draft of a document, told by its bytes. Throws RuleBroken (field `file`) with a sentence for the person: what it is
 * where the desk cannot read it, that it is too tangled where it takes longer than ten seconds or too much memory.
 */
export async function readDocument(document: DocumentGiven, milliseconds?: number): Promise<Draft> {
  // What was fetched as a page is one, though it begins without a sign of it.
  const kind = kindOf(document.bytes) ?? (document.url === undefined ? undefined : 'html');
  if (kind === undefined) throw new RuleBroken(`The desk does not read documents of this kind. ${INSTEAD}`, 'file');
  const bytes = new Uint8Array(document.bytes);
  const data = { document: { ...document, bytes }, kind };
  try {
    const module = new URL('./worker.ts', import.meta.url);
    return draftIn(await inThread<Answer>(module, { data, transfer: [bytes.buffer], milliseconds }));
  } catch (error) {
    throw error instanceof GaveUp ? tangled() : error;
  }
}

function draftIn(answer: Answer): Draft {
  if ('draft' in answer) return answer.draft;
  if ('fault' in answer) throw answer.is_tangled ? tangled() : new Error(answer.fault);
  throw answer.is_too_large ? new TooLarge(answer.refused, 'file') : new RuleBroken(answer.refused, 'file');
}

function tangled(): RuleBroken {
  return new RuleBroken(`This document is so large or so tangled that the desk gave up reading it. ${INSTEAD}`, 'file');
}
