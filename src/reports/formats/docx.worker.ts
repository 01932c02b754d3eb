// The thread in which reports become Word documents.
import { answerWhole } from '#src/workers/answer-whole.ts';
import { writeReportDocx } from './docx-report.ts';

answerWhole(writeReportDocx);
