// What each page and file of a report takes, as people ask for them, and how long it holds everybody else up.
import { createServer, type Server } from 'node:http';
import { getArticle } from '#src/articles/store.ts';
import { url } from '#src/paths.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { addSource } from '#src/sources/commands.ts';
import { formOf, waiveAll } from '#tests/reports/signed-article.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { type Answer, WebClient } from '#tests/support/web-client.ts';
import { heldBy } from './loop-hold.ts';
import { reportedArticle } from './reported-article.ts';

export interface HeldRow {
  asked: string;
  /** The highest of all times. */
  status: number;
  kB: number;
  /** Each for the first time and, the least of them, for later ones. */
  ms: [first: number, again: number];
  processor: [first: number, again: number];
  held: [first: number, again: number];
  held_by_clock: [first: number, again: number];
}

export interface HoldsWanted {
  claims: number;
  /** So often each is asked for, at least twice. */
  times: number;
  /** Words that are part of the names of those asked for; '' for all. */
  only?: string;
}

type Ask = () => Promise<Answer>;

/** Fills a desk, asks for everything, and closes it. */
export async function measureReports(wanted: HoldsWanted): Promise<HeldRow[]> {
  const desk = await startNewsroom();
  const server = createServer(desk.app).listen(0, '127.0.0.1');
  try {
    const number = await reportedArticle(desk, wanted.claims);
    const rows: HeldRow[] = [];
    for (const [asked, ask] of Object.entries(await asksFor(desk, server, number))) {
      if (!asked.includes(wanted.only ?? '')) continue;
      rows.push(await measured({ asked, ask, times: wanted.times, stir: () => stir(desk, number) }));
    }
    return rows;
  } finally {
    server.close();
    await desk.close();
  }
}

async function asksFor(desk: NewsroomDesk, server: Server, id: number): Promise<Record<string, Ask>> {
  const { cookies } = await desk.visitor('ada');
  const client = new WebClient(server);
  for (const [name, value] of cookies) client.cookies.set(name, value);
  const get = (path: string) => () => client.ask({ method: 'GET', path, headers: {} });
  const audiences = ['internal', 'public'] as const;
  const signed = { id, number: 1 };
  return {
    ...Object.fromEntries(
      audiences.map((audience) => [`report, ${audience}`, get(url('report', { id }, { audience }))]),
    ),
    ...Object.fromEntries(
      REPORT_FORMATS.map(({ name: format, audiences: [audience = 'public'] }) => [
        format,
        get(url('report_file', { id, format }, { audience })),
      ]),
    ),
    'fixes.docx?as=redline': get(`/articles/${id}/fixes.docx?as=redline`),
    'sign-off': get(url('sign_off', { id })),
    'words of confidential sources': get(url('leaks', { id })),
    'signing a report': () => sign(desk, client, id),
    reports: get(url('reports', { id })),
    ...Object.fromEntries(
      audiences.map((audience) => [`report 1, ${audience}`, get(url('signed_report', signed, { audience }))]),
    ),
    ...Object.fromEntries(
      ['html', 'pdf', 'json'].map((format) => [
        `report 1, ${format}`,
        get(url('signed_report_file', { ...signed, format })),
      ]),
    ),
  };
}

/** All that blocks is waived before; the form is sent as a browser sends it. */
async function sign(desk: NewsroomDesk, client: WebClient, id: number): Promise<Answer> {
  const { open_claims, ...form } = readied.get(id) ?? (await readyToSign(desk, id));
  readied.delete(id);
  const fields: [string, unknown][] = [
    ...Object.entries(form),
    ...open_claims.map((claim): [string, number] => ['open_claims', claim]),
  ];
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  return client.ask({ method: 'POST', path: url('reports', { id }), body: Buffer.from(body), headers });
}

const readied = new Map<number, Awaited<ReturnType<typeof formOf>>>();

async function readyToSign(desk: NewsroomDesk, number: number) {
  const ada = desk.ctxOf('ada');
  const { id } = await getArticle(ada, number);
  await waiveAll(ada, id);
  const form = await formOf(ada, id);
  readied.set(number, form);
  return form;
}

/** Somebody works beside whoever reads: nothing that hangs by the log's head is remembered. */
async function stir(desk: NewsroomDesk, number: number): Promise<void> {
  stirred += 1;
  await addSource(desk.ctxOf('ben'), { desk: desk.desks.foreign.slug, source_line: `Tide table ${stirred}` });
  await readyToSign(desk, number);
}
let stirred = 0;

interface ToMeasure {
  asked: string;
  ask: Ask;
  times: number;
  stir: () => Promise<void>;
}

async function measured({ asked, ask, times, stir }: ToMeasure): Promise<HeldRow> {
  const tries = [];
  for (let time = 0; time < Math.max(times, 2); time += 1) {
    await stir();
    tries.push(await heldBy(ask));
  }
  const [first, ...again] = tries as [(typeof tries)[number], ...typeof tries];
  const of = (key: 'took' | 'processor' | 'thread' | 'wall'): [number, number] => [
    Math.round(first[key]),
    Math.round(Math.min(...again.map((one) => one[key]))),
  ];
  return {
    asked,
    status: Math.max(...tries.map(({ value }) => value.status)),
    kB: Math.round(first.value.bytes.length / 1000),
    ms: of('took'),
    processor: of('processor'),
    held: of('thread'),
    held_by_clock: of('wall'),
  };
}
