// The thread in which the record of a capture is packed and hashed, so that 25 MB of it hold nobody up.
import { answerInThread, inOnePiece } from '#src/workers/thread-answers.ts';
import { makeWarc, type WarcGiven } from './warc.ts';

export const piecesOf = inOnePiece(async (given: WarcGiven) => new Uint8Array(await makeWarc(given)));

answerInThread(piecesOf, (warc: Uint8Array<ArrayBuffer>) => [warc.buffer]);
