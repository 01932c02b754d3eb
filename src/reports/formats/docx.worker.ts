// The thread in which reports become Word documents.
import { answerInThread, inOnePiece } from '#src/workers/thread-answers.ts';
import { writeReportDocx } from './docx-report.ts';

export const piecesOf = inOnePiece(writeReportDocx);

answerInThread(piecesOf);
