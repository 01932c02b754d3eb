// Writes one list of claims as an OpenDocument spreadsheet, in a thread.
import { answerWhole } from '#src/workers/answer-whole.ts';
import { writeOpenTable } from './open-document.ts';

answerWhole(writeOpenTable);
