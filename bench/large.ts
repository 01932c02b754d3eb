// How long a large article holds the desk up. Run: node bench/large.ts
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { request } from 'undici';
import { serveForBench } from './large-desk.ts';
import { longArticle, revised } from './long-article.ts';

interface Loop {
  /** How long the event loop of the desk stood still at most, in milliseconds. */
  longest: number;
  all: number[];
}

if (process.argv.includes('--serve')) await serveForBench();
else await measure();

async function measure(): Promise<void> {
  const desk = fork(import.meta.filename, ['--serve']);
  const [{ address, ada, ben }] = (await once(desk, 'message')) as [Record<'address' | 'ada' | 'ben', string>];
  const rows: object[] = [];
  const ask = (path: string, cookie: string, form?: Record<string, string>) =>
    answerOf(`${address}${path}`, cookie, form);
  const step = async (what: string, work: () => Promise<{ status: number }>) => {
    desk.send('begin');
    const others = askAllTheTime(`${address}/articles`, ben);
    await wait(100);
    const began = performance.now();
    const { status } = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(2);
    const waited = await others.stop();
    desk.send('end');
    const [{ longest }] = (await once(desk, 'message')) as [Loop];
    const other = waited.at(-1) ?? 0;
    rows.push({ what, status, seconds, 'loop held, ms': Math.round(longest), 'others waited, ms': Math.round(other) });
    console.error(JSON.stringify(rows.at(-1)));
  };
  const before = longArticle();
  const path = '/articles/1';
  await step('nothing', () => ask('/articles', ada));
  await step('take it in', () => ask('/articles', ada, { desk: 'foreign-desk', body: before.join('\n\n') }));
  await step('open it first', () => ask(path, ada));
  await step('open it again', () => ask(path, ada));
  await step('mark a claim in it', () => ask(`${path}/claims`, ada, { sentence: '9000', words: '', version: '1' }));
  desk.send('mark');
  await once(desk, 'message');
  await step('open it with 400 claims', () => ask(path, ada));
  await step('the panel of a claim', () => ask(`${path}/claims/200`, ada));
  const next = { body: revised(before), version: '1', headline: '' };
  await step('bring the next version', () => ask(`${path}/versions`, ada, next));
  await step('open the next version', () => ask(path, ada));
  await step('what changed', () => ask(`${path}/versions/2/changes`, ada));
  await step('left to read', () => ask(`${path}/coverage`, ada));
  console.table(rows);
  desk.kill();
}

async function answerOf(
  address: string,
  cookie: string,
  form?: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const { statusCode, body } = await request(address, {
    method: form ? 'POST' : 'GET',
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    // A connection kept open would be cut by a desk that stood still for longer than it keeps one.
    reset: true,
    headersTimeout: 120_000,
    bodyTimeout: 120_000,
  });
  return { status: statusCode, body: await body.text() };
}

/** Asks for a small page again and again; `stop` gives back how long each was waited for, in order. */
function askAllTheTime(address: string, cookie: string): { stop: () => Promise<number[]> } {
  let isOn = true;
  const waited: number[] = [];
  const asking = (async () => {
    while (isOn) {
      const began = performance.now();
      await answerOf(address, cookie);
      waited.push(performance.now() - began);
      await wait(5);
    }
  })();
  const stop = async () => {
    isOn = false;
    await asking;
    return waited.sort((a, b) => a - b);
  };
  return { stop };
}
