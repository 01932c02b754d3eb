// Writes one list of claims as a workbook, in a thread.
import { answerInThread, inOnePiece } from '#src/workers/thread-answers.ts';
import { writeClaimWorkbook } from './workbook.ts';

export const piecesOf = inOnePiece(writeClaimWorkbook);

answerInThread(piecesOf);
