// The thread in which lists of changes become Word documents.
import { answerWhole } from '#src/workers/answer-whole.ts';
import { writeListDocx } from './docx.ts';

answerWhole(writeListDocx);
