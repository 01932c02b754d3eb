// The thread in which reports become workbooks.
import { answerInThread, inOnePiece } from '#src/workers/thread-answers.ts';
import { writeWorkbook } from './workbook.ts';

export const piecesOf = inOnePiece(writeWorkbook);

answerInThread(piecesOf);
