// The thread in which redlined documents are written.
import { answerInThread, inOnePiece } from '#src/workers/thread-answers.ts';
import { writeIntoDocument } from './original/write-into-document.ts';
import type { Redline } from './redline.ts';
import { writeRedline } from './write-redline.ts';

/** Into the writer's own document where it can carry all of it, else a new one. */
export const piecesOf = inOnePiece(async (redline: Redline) => {
  const own = redline.document && (await writeIntoDocument(redline, redline.document));
  return own ?? writeRedline(redline);
});

answerInThread(piecesOf);
