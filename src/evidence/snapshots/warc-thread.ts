// The thread in which the record of a capture is packed and hashed, so that 25 MB of it hold nobody up.
import { parentPort, workerData } from 'node:worker_threads';
import { makeWarc, type WarcGiven } from './warc.ts';

const warc = new Uint8Array(await makeWarc(workerData as WarcGiven));
parentPort?.postMessage(warc, [warc.buffer]);
