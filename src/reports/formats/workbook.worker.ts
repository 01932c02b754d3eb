// The thread in which reports become workbooks.
import { answerWhole } from '#src/workers/answer-whole.ts';
import { writeWorkbook } from './workbook.ts';

answerWhole(writeWorkbook);
