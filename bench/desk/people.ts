// Some people who work at the desk at once, each with a click a second: how long they wait.
import { setTimeout as wait } from 'node:timers/promises';
import { itemAt } from '#src/item-at.ts';
import { Asker, type Question } from './asking.ts';
import type { MeasuredServer } from './measured-server.ts';
import type { Seeded } from './seed.ts';
import type { Work } from './works.ts';

export interface Evening {
  people: number;
  seconds: number;
}

export const EVENING: Evening = { people: 50, seconds: 120 };
export const SHORT_EVENING: Evening = { people: 3, seconds: 1 };

const A_CLICK_MILLISECONDS = 1_000;
/** One click of four saves something, and leads to a page. */
const SAVES_EVERY = 4;

interface AtWork {
  server: MeasuredServer;
  seeded: Seeded;
  /** Whose saves they make, each once. */
  works: readonly Work[];
  /** How they sign in. */
  form: Record<string, string>;
}

type Waits = { read: number[]; save: number[]; failed: string[] };

/** Rows of how long reads and saves took by the clock, and what failed. Everybody has an article of their own in hand. */
export async function evening(
  { server, seeded, works, form }: AtWork,
  { people, seconds }: Evening,
): Promise<object[]> {
  const asker = await Asker.signIn(server, form, people);
  const waits: Waits = { read: [], save: [], failed: [] };
  const saves = works.filter(({ beside }) => beside === 'save');
  const until = performance.now() + seconds * 1000;
  const work = async (who: number) => {
    await wait((who / people) * A_CLICK_MILLISECONDS);
    for (let click = who; performance.now() < until; click += 1) {
      const next = performance.now() + A_CLICK_MILLISECONDS;
      const save = click % SAVES_EVERY === 0 ? itemAt(saves, (click / SAVES_EVERY) % saves.length).ours() : undefined;
      if (save !== undefined) await clicked(asker, save, { who, waits });
      await clicked(asker, { path: readBy(who, click, seeded), status: 200 }, { who, waits });
      await wait(Math.max(0, next - performance.now()));
    }
  };
  await Promise.all(Array.from({ length: people }, (_, who) => work(who)));
  await asker.close();
  for (const failed of new Set(waits.failed)) console.log(failed);
  return (['read', 'save'] as const).map((what) => row(what, waits));
}

/** Mostly claims of the article in hand; now and then its text, and the pages of the desk. */
function readBy(who: number, click: number, { first_copy, copies, claims }: Seeded): string {
  const article = `/articles/${first_copy + 1 + (who % copies)}`;
  const claim = `${article}/claims/${1 + (click % claims)}`;
  return itemAt(
    [claim, claim, article, claim, '/', claim, article, claim, '/articles', `${claim}?list=second_read`],
    click % 10,
  );
}

async function clicked(asker: Asker, question: Question, { who, waits }: { who: number; waits: Waits }): Promise<void> {
  try {
    const { status, took } = await asker.ask(question, who);
    waits[question.form === undefined ? 'read' : 'save'].push(took);
    if (status !== question.status) waits.failed.push(`${question.path}: ${status}`);
  } catch (error) {
    waits.failed.push(`${question.path}: ${(error as Error).message}`);
  }
}

function row(what: 'read' | 'save', { failed, ...waits }: Waits): object {
  const sorted = waits[what].toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  const middle = { 'half within, ms': at(0.5), '99 of 100 within, ms': at(0.99), 'longest, ms': at(1) };
  return { what, answers: sorted.length, ...middle, failed: failed.length };
}
