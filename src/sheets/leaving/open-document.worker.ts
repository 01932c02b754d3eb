// Writes one list of claims as an OpenDocument spreadsheet, in a thread.
import { answerInThread, inOnePiece } from '#src/workers/thread-answers.ts';
import { writeOpenTable } from './open-document.ts';

export const piecesOf = inOnePiece(writeOpenTable);

answerInThread(piecesOf);
