// How long others wait while copies are saved. Run: node bench/copies.ts
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { lookPassagesUp } from '#src/evidence/lookup/commands.ts';
import { askForComparison } from '#src/evidence/passage-changes/commands.ts';
import { setBackForGone } from '#src/evidence/set-back/commands.ts';
import { getJob } from '#src/jobs/store.ts';
import { startWorker } from '#src/jobs/worker.ts';
import { memberRolesThatMay } from '#src/people/permissions.ts';
import { askForCapture } from '#src/sources/snapshots/capture-commands.ts';
import { captureJobs } from '#src/sources/snapshots/capture-job.ts';
import { checkCopy } from '#src/sources/snapshots/check-commands.ts';
import { eraseCopy } from '#src/sources/snapshots/erase-commands.ts';
import { getSnapshot } from '#src/sources/snapshots/store.ts';
import { makePdf, PDF_PAGES } from '#tests/articles/documents/documents.ts';
import { addedSource, allCopies } from '#tests/sources/copies.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';

/** Asks /healthz again and again from a thread of its own, so that its own waits are not the desk's. */
const PINGER = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const times = []; let on = true;
  parentPort.once('message', () => { on = false; });
  while (on) { const start = performance.now(); await (await fetch(workerData + '/healthz')).text(); times.push(performance.now() - start); await new Promise((r) => setTimeout(r, 2)); }
  parentPort.postMessage(times);
})();`;
/** Sends a form from a thread of its own, so that making the body is not the desk's work. */
const SENDER = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const form = new FormData();
  form.set('file', new Blob([workerData.bytes], { type: workerData.type }), workerData.name);
  const headers = { cookie: workerData.cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(workerData.address, { method: 'POST', body: form, headers, redirect: 'manual' });
  parentPort.postMessage(answer.status);
})();`;

const MB = 1_000_000;
const desk = await startNewsroom(undefined, { settings: { UPLOAD_LIMIT: String(26 * MB) } });
const server = createServer(desk.app).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const tape = randomBytes(25 * MB);
const site = createServer((req, res) => {
  const size = Number(req.url?.slice(1)) * MB;
  res.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(tape.subarray(0, size));
}).listen(0, '127.0.0.1');
await new Promise((resolve) => site.once('listening', resolve));
const place = `127.0.0.1:${(site.address() as AddressInfo).port}`;
const kinds = captureJobs({
  ...{ allow: [place], bytes: 25 * MB },
  ...{ onCopiesChanged: lookPassagesUp, onCapturedAgain: askForComparison, onAddressGone: setBackForGone },
});
const worker = startWorker({ db: desk.db, kinds, onError: console.error });
const ben = await desk.visitor('ben');
const cookie = [...ben.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

const table: Record<string, string | number>[] = [];
async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  const pinger = new Worker(PINGER, { eval: true, workerData: origin });
  await wait(300);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const busy = watchOwnWork();
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  delay.disable();
  const own = busy();
  const times = new Promise<number[]>((resolve) => pinger.once('message', resolve));
  pinger.postMessage('stop');
  const sorted = (await times).sort((a, b) => a - b);
  table.push({
    what,
    'took ms': Math.round(took),
    'loop p99 ms': Math.round(delay.percentile(99) / 1e6),
    'loop most ms': Math.round(delay.max / 1e6),
    'own work most ms': own,
    'ping median ms': Math.round(sorted[sorted.length >> 1] ?? 0),
    'ping most ms': Math.round(sorted.at(-1) ?? 0),
  });
}

/** The most time of the processor that one turn of the loop took: what other programs on the machine do does not count. */
function watchOwnWork(): () => number {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let before = used();
  let most = 0;
  const timer = setInterval(() => {
    const now = used();
    most = Math.max(most, now - before);
    before = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return Math.round(most);
  };
}

async function send(path: string, bytes: Buffer, name: string, type: string): Promise<void> {
  const workerData = { address: origin + path, bytes, name, type, cookie };
  const status = await new Promise((resolve, reject) => {
    new Worker(SENDER, { eval: true, workerData }).once('message', resolve).once('error', reject);
  });
  if (status !== 303) throw new Error(`The desk answered ${status}.`);
}

async function capture(number: number): Promise<void> {
  const id = await askForCapture(desk.ctxOf('ben'), number);
  while ((await getJob(desk.ctxOf('ben'), id, memberRolesThatMay('follow_jobs'))).ended_at === null) await wait(5);
}

const sound = Buffer.concat([
  Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000'),
  Buffer.from('fffb9064', 'hex'),
  tape,
]);
const number = await addedSource(desk, 'A tape');
const upload = `/sources/${number}/snapshots`;
await measure('nothing, for two seconds', () => wait(2000));
await measure('upload of a sound, 25 MB', () => send(upload, sound.subarray(0, 25 * MB), 'tape.mp3', 'audio/mpeg'));
await measure('upload of a text, 25 MB', () =>
  send(upload, Buffer.alloc(25 * MB, 'Six trams stopped. '), 'tape.txt', 'text/plain'),
);
await measure('upload of a PDF, 200 pages', () =>
  send(upload, makePdf(Array(200).fill(PDF_PAGES).flat()), 'tape.pdf', 'application/pdf'),
);
const two = await addedSource(desk, `http://${place}/2 Two megabytes`);
await measure('capture of 2 MB, the first', () => capture(two));
await measure('capture of 2 MB, the next', () => capture(two));
const twenty = await addedSource(desk, `http://${place}/25 Twenty-five megabytes`);
await measure('capture of 25 MB', () => capture(twenty));
const ada = desk.ctxOf('ada');
const last = (await allCopies(desk)).at(-1)?.number as number;
await measure('look at 25 MB and their record', async () => checkCopy(ada, await getSnapshot(ada, last)));
await measure('erasing 25 MB and their record', () => eraseCopy(ada, last, 'measured', lookPassagesUp));
console.table(table);
await worker.stop();
server.closeAllConnections();
site.closeAllConnections();
server.close();
site.close();
await desk.close();
process.exit(0);
