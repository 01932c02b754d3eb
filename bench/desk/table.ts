// Measures each work at the desk and at the limit in turns, and makes the rows of the table.
import { needed } from '#src/item-at.ts';
import type { Asker, Question, Slice } from './asking.ts';
import type { Work } from './works.ts';

export interface Pace {
  /** How many turns each has, and how long one takes, in milliseconds. */
  turns: number;
  turn: number;
}

export interface Measured {
  name: string;
  limit: Slice;
  ours: Slice;
  ratio: number;
  /** Beside what the limit takes for as many bytes. */
  own_ratio: number;
  reach: number;
}

const FIRST = 1;

/** The limit's answers to everything, of as many bytes; its page costs what a page must. */
function limitOf(work: Work, bytes: number): () => Question {
  let count = 0;
  const page = { path: `/articles/1?bytes=${bytes}`, status: 200 };
  if (work.beside !== 'save' && work.beside !== 'both') return () => page;
  return () => {
    count += 1;
    if (work.beside === 'both' && count % 2 === 1) return page;
    const form = {
      claim: String(1 + (count % 200)),
      title: `https://tarn.example/late-${count}`,
      passage: 'as many lay there',
    };
    return { path: `/articles/${2 + (count % 200)}/uses`, form, status: 303 };
  };
}

/** Asks desk and limit in turns; `page` is the row of the article page, which a work beside `first` or `byte` cannot be without. */
export async function measure(
  { ours, limit }: { ours: Asker; limit: Asker },
  work: Work,
  { pace, page, accept_encoding }: { pace: Pace; page?: Measured | undefined; accept_encoding?: string },
): Promise<Measured> {
  const encoded = <Asked extends Question | undefined>(question: Asked): Asked =>
    question && accept_encoding !== undefined ? { ...question, accept_encoding } : question;
  const bytes = await bytesOf(ours, work);
  const limitNext = limitOf(work, bytes);
  const found = { ours: nothing(), limit: nothing() };
  await ours.load(() => encoded(work.ours()), pace.turn / 4);
  await limit.load(() => encoded(limitNext()), pace.turn / 4);
  for (let turn = 0; turn < pace.turns; turn += 1) {
    found.ours = sum(found.ours, await ours.load(() => encoded(work.ours()), pace.turn));
    found.limit = sum(found.limit, await limit.load(() => encoded(limitNext()), pace.turn));
  }
  const is_of_first = work.beside === 'byte' || work.beside === 'first';
  const cost = work.beside === 'byte' ? aByte : each;
  const ratio = cost(found.ours) / cost(is_of_first ? needed(page, 'row of the article page').limit : found.limit);
  return { name: work.name, ...found, ratio, own_ratio: each(found.ours) / each(found.limit), reach: work.reach };
}

/** How long the page is that is read; of a save, and of what is unchanged, nothing is said twice. */
async function bytesOf(ours: Asker, { beside, ours: next }: Work): Promise<number> {
  if (beside === 'save') return 0;
  const question = next();
  if (question === undefined) return 0;
  return (await ours.ask({ ...question, unchanged: false })).bytes;
}

/** Milliseconds on the processor for one answer, those of the database among them. */
export function each({ processor, database, asked }: Slice): number {
  return (processor + database) / Math.max(FIRST, asked);
}

function aByte({ processor, database, bytes }: Slice): number {
  return (processor + database) / Math.max(FIRST, bytes);
}

/** Nobody has asked yet. */
export function nothing(): Slice {
  return { asked: 0, wrong: 0, bytes: 0, processor: 0, database: 0, late: 0, latest: 0 };
}

/** Both slices as one. */
export function sum(one: Slice, other: Slice): Slice {
  return {
    asked: one.asked + other.asked,
    wrong: one.wrong + other.wrong,
    bytes: one.bytes + other.bytes,
    processor: one.processor + other.processor,
    database: one.database + other.database,
    late: Math.max(one.late, other.late),
    latest: Math.max(one.latest, other.latest),
  };
}
