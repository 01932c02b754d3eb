// The thread in which large texts are read; it may be ended at any time.
import { giveWay } from '#src/workers/give-way.ts';
import { answerInThread } from '#src/workers/thread-answers.ts';
import { TEXT_WORKS, type WorkName } from './tasks.ts';

export const piecesOf = ({ name, given }: { name: WorkName; given: object }): Generator<unknown> =>
  TEXT_WORKS[name](given as never);

answerInThread(piecesOf);
giveWay();
