// Bombs brought to a running desk while somebody reads pages, for trials/memory.ts.
import { setTimeout as wait } from 'node:timers/promises';
import {
  bookInPdf,
  bookInWord,
  deepPage,
  docxOfMarkup,
  endlessTextPdf,
  mailWithAttachments,
  pdfBomb,
  pdfOfObjects,
  runLengthPdf,
  tangledDocx,
  wideTable,
} from '#tests/articles/documents/bombs.ts';
import type { RunningDesk } from '../bench/running-desk.ts';

export interface Brought {
  name: string;
  /** Where it is brought. */
  place: 'article' | 'sources';
  make: () => Buffer | Promise<Buffer>;
}

const LINE = `Ferry,https://x.example/,${'a'.repeat(400)}\n`;

export const BOMBS: Record<string, Brought> = {
  'PDFs of a gigabyte, counted': { name: 'a.pdf', place: 'article', make: () => pdfBomb(1_000_000_000) },
  'PDFs of 600 MB, not counted': { name: 'a.pdf', place: 'article', make: () => runLengthPdf(600_000_000) },
  'PDFs of one text of 600 MB, not counted': {
    name: 'a.pdf',
    place: 'article',
    make: () => endlessTextPdf(600_000_000),
  },
  'PDFs of 400,000 objects': { name: 'a.pdf', place: 'article', make: () => pdfOfObjects(400_000) },
  'Word documents of 25 MB of marks': { name: 'a.docx', place: 'article', make: () => docxOfMarkup(25_000_000) },
  'pages of marks inside each other': { name: 'a.html', place: 'article', make: () => deepPage(200_000) },
  'mails of 24 MB': { name: 'a.eml', place: 'article', make: () => mailWithAttachments(23_500_000, 4) },
  'books in Word, which are no bombs': { name: 'a.docx', place: 'article', make: () => bookInWord() },
  'Word documents of 20,000 moved words, which are no bombs': {
    name: 'a.docx',
    place: 'article',
    make: () => tangledDocx(20_000),
  },
  'books of a hundred pages in PDF, which are no bombs': {
    name: 'a.pdf',
    place: 'article',
    make: () => bookInPdf(100),
  },
  'lists of two million columns': { name: 'a.csv', place: 'sources', make: () => wideTable(2_000_000) },
  'lists of 23 MB': {
    name: 'a.csv',
    place: 'sources',
    make: () => Buffer.from(`title,url,interest\n${LINE.repeat(53_000)}`),
  },
};

export interface Outcome {
  /** Of those who brought one. */
  statuses: number[];
  /** In bytes, of the server, and of it with all that works for it. */
  server: number;
  family: number;
  /** How long each page took that somebody else opened meanwhile. */
  pages: number[];
  milliseconds: number;
}

/** As often as the desk looks itself. */
const LOOK = 25;
const PAUSE = 100;

/** Brings the same thing so many times at once. */
export async function bringAtOnce(
  desk: RunningDesk,
  { brought, times, cookie }: { brought: Brought; times: number; cookie: string },
): Promise<Outcome> {
  const bytes = await brought.make();
  const outcome: Outcome = { statuses: [], server: 0, family: 0, pages: [], milliseconds: 0 };
  let is_over = false;
  const begun = performance.now();
  const look = async () => {
    for (; !is_over; await wait(LOOK)) {
      outcome.server = Math.max(outcome.server, desk.residentBytes());
      outcome.family = Math.max(outcome.family, desk.familyBytes());
    }
  };
  const read = async () => {
    for (; !is_over; await wait(PAUSE)) {
      const opened = performance.now();
      const { status } = await fetch(`${desk.origin}/articles`, { headers: { cookie } });
      if (status !== 200) throw new Error(`The page was answered with ${status}.`);
      outcome.pages.push(performance.now() - opened);
    }
  };
  const bring = async () => {
    const all = Array.from({ length: times }, () => send(desk, { ...brought, bytes, cookie }));
    outcome.statuses = await Promise.all(all).finally(() => {
      is_over = true;
    });
    outcome.milliseconds = performance.now() - begun;
  };
  await Promise.all([bring(), look(), read()]);
  return outcome;
}

async function send(
  desk: RunningDesk,
  { name, place, bytes, cookie }: Pick<Brought, 'name' | 'place'> & { bytes: Buffer; cookie: string },
): Promise<number> {
  const body = new FormData();
  body.set('desk', 'city-desk');
  body.set('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { 'Sec-Fetch-Site': 'same-origin', cookie };
  const path = place === 'article' ? '/articles' : '/sources/import';
  const answer = await fetch(desk.origin + path, { method: 'POST', redirect: 'manual', headers, body });
  await answer.arrayBuffer();
  return answer.status;
}
