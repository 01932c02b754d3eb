// The thread in which lists of changes become Word documents.
import { answerInThread, inOnePiece } from '#src/workers/thread-answers.ts';
import { writeListDocx } from './docx.ts';

export const piecesOf = inOnePiece(writeListDocx);

answerInThread(piecesOf);
