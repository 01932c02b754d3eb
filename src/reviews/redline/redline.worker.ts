// The thread in which redlined documents are written.
import { answerWhole } from '#src/workers/answer-whole.ts';
import { writeRedline } from './write-redline.ts';

answerWhole(writeRedline);
