// Writes one list of claims as a workbook, in a thread.
import { answerWhole } from '#src/workers/answer-whole.ts';
import { writeClaimWorkbook } from './workbook.ts';

answerWhole(writeClaimWorkbook);
