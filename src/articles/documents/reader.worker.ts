// Reads one document, in a process that may be ended at any time.
import { RuleBroken, TooLarge } from '#src/errors.ts';
import type { DocumentGiven, DocumentKind, Draft } from './draft.ts';
import { draftOf } from './read-draft.ts';

export interface Given extends DocumentGiven {
  kind: DocumentKind;
}

export type Answer = { draft: Draft } | { refused: string; is_too_large: boolean };

/** One piece: the draft, or why there is none. */
export async function* piecesOf({ kind, ...document }: Given): AsyncGenerator<Answer> {
  try {
    yield { draft: await draftOf(document, kind) };
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    yield { refused: error.message, is_too_large: error instanceof TooLarge };
  }
}
