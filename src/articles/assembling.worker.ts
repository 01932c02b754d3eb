// The thread that cuts large texts into sentences and follows places of drafts.
import { answerInThread } from '#src/workers/thread-answers.ts';
import type { PartText } from './article.ts';
import { assemble, type DraftPlaces, placeInText } from './assembling-work.ts';

type Given = { texts: PartText[]; language: string } | DraftPlaces;

export const piecesOf = (given: Given): Generator<unknown> =>
  'places' in given ? placeInText(given) : assemble(given);

answerInThread(piecesOf);
