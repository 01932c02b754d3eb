// The verbs of imports: looking at what a file would add, and taking it, all of it or what was ticked, in one transaction.
import { setImmediate as othersFirst } from 'node:timers/promises';
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { freeAlias } from '../library/confidential.ts';
import { cardOf, type SourceFields } from '../library/source.ts';
import {
  findSourceOfDesk,
  listAliases,
  lockArticlesOfSource,
  lockLibrary,
  updateSource,
} from '../library/source-store.ts';
import { assertMayKeepSources } from '../policy.ts';
import type { SourceTable } from '../tables.ts';
import type { Entry, SourceFormat } from './entry.ts';
import { insertSources, listCardsWith, numberSources } from './import-store.ts';
import { countIn, type FateCounts, FILL_FIELDS, keysOfCard, noCounts, type Planned, Planner } from './plan.ts';

/** The entries of a file, in pieces. */
export type Pieces = Iterable<Entry[]> | AsyncIterable<Entry[]>;

/**
 * What would become of each entry at this desk, in pieces; nothing is stored. The caller has found the desk through the
 * person, and seen that they keep its library.
 */
export async function* planImport(ctx: Context, desk_id: string, pieces: Pieces): AsyncGenerator<Planned[]> {
  const planner = new Planner();
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += PIECE) {
      const entries = piece.slice(at, at + PIECE);
      const keys = entries.flatMap(({ card }) => (card === null ? [] : [keysOfCard(card)]));
      yield planner.plan(entries, await listCardsWith(ctx.db, desk_id, keys));
      await othersFirst();
    }
}

const PIECE = 250;
const MOST_FILLED = 1000;
const MOST_CONFIDENTIAL = 1000;

export interface ImportInput {
  entries: Entry[];
  /** The places of the entries to be taken, from 1; left out for all. */
  only?: ReadonlySet<number> | undefined;
  /** Whether what is empty on cards that are here is filled in. */
  fill: boolean;
  file: { name: string; sha256: string; format: SourceFormat };
}

export interface ImportTaken extends FateCounts {
  /** The numbers of the new cards, from the first to the last; 0 where there is none. */
  first: number;
  last: number;
  /** The numbers of the cards on which something was filled in. */
  filled: number[];
}

/**
 * Takes the entries of a file into the library of a desk (by its slug), in one transaction and as one event: what is here
 * already, stands twice or is broken is passed over, so that a repeat adds nothing. A confidential card gets the next free
 * alias where its own is taken. Forbidden for guests; NotFound for other desks; RuleBroken where too much is to be filled in.
 */
export function takeImport(ctx: Context, slug: string, input: ImportInput): Promise<ImportTaken> {
  return transact(ctx, async (ctx) => {
    const desk = await getDeskBySlug(ctx, slug);
    assertMayKeepSources(desk.role);
    const before = input.fill ? fillingIn(await wanted(ctx, desk.id, input)) : [];
    if (before.length > MOST_FILLED)
      throw new RuleBroken(
        `On ${before.length.toLocaleString('en')} cards something would be filled in, and the desk does a thousand at a time. Take the new ones first, then tick the others page by page.`,
        'fill',
      );
    const articles = before.length === 0 ? [] : await lockArticlesOfSource(ctx.db, ...before.map(({ id }) => id));
    await lockLibrary(ctx.db, desk.id);
    const planned = await wanted(ctx, desk.id, input);
    const counts = noCounts();
    for (const one of planned) countIn(counts, one);
    const cards = planned.flatMap(({ fate, entry }) => (fate === 'new' && entry.card !== null ? [entry.card] : []));
    const rows = await numberSources(ctx, desk.id, await withAliases(ctx, desk.id, cards));
    await insertSources(ctx.db, rows, othersFirst);
    const known = new Set(before.map(({ id }) => id));
    const filled = input.fill ? await fillIn(ctx, desk.id, planned, known) : [];
    const taken = { ...counts, first: rows[0]?.number ?? 0, last: rows.at(-1)?.number ?? 0, filled };
    if (rows.length > 0 || filled.length > 0) await recordImport(ctx, desk.id, { input, taken });
    if (filled.length > 0) for (const id of articles) await raiseChangedSeq(ctx.db, id);
    return taken;
  });
}

async function wanted(ctx: Context, desk_id: string, { entries, only }: ImportInput): Promise<Planned[]> {
  const planned: Planned[] = [];
  for await (const piece of planImport(ctx, desk_id, [entries])) planned.push(...piece);
  return only === undefined ? planned : planned.filter(({ position }) => only.has(position));
}

function fillingIn(planned: Planned[]): { id: string }[] {
  return planned.flatMap(({ fills, here }) => (fills.length > 0 && here !== undefined ? [here] : []));
}

/** Fills in what is empty on the cards whose articles are locked; gives back their numbers. */
async function fillIn(ctx: Context, desk_id: string, planned: Planned[], known: Set<string>): Promise<number[]> {
  const numbers: number[] = [];
  for (const { fills, here, entry } of planned) {
    if (fills.length === 0 || here === undefined || entry.card === null || !known.has(here.id)) continue;
    const stored = (await findSourceOfDesk(ctx.db, desk_id, here.number)) as SourceTable;
    const fields = { ...cardOf(stored), ...filling(stored, entry.card) };
    if (await updateSource(ctx.db, stored, fields)) numbers.push(here.number);
  }
  return [...new Set(numbers)];
}

function filling(stored: SourceTable, card: SourceFields): Partial<SourceFields> {
  const fields = FILL_FIELDS.filter((field) => !stored[field] && card[field]);
  return Object.fromEntries(fields.map((field) => [field, card[field]]));
}

async function withAliases(ctx: Context, desk_id: string, cards: SourceFields[]): Promise<SourceFields[]> {
  const count = cards.filter((card) => card.is_confidential === 1).length;
  if (count === 0) return cards;
  if (count > MOST_CONFIDENTIAL)
    throw new RuleBroken(
      `${count.toLocaleString('en')} of them are confidential, and the desk gives a thousand aliases at a time. Take them page by page.`,
      'take',
    );
  const taken = new Set((await listAliases(ctx.db, desk_id)).map(({ alias }) => alias));
  return cards.map((card) => {
    if (card.is_confidential === 0) return card;
    const alias = card.alias === '' || taken.has(card.alias) ? freeAlias(taken) : card.alias;
    taken.add(alias);
    return { ...card, alias };
  });
}

async function recordImport(
  ctx: Context,
  desk_id: string,
  { input, taken }: { input: ImportInput; taken: ImportTaken },
): Promise<void> {
  const { first, last, filled, new: count, here, twice, broken } = taken;
  const numbers = count === 0 ? {} : { first_number: first, last_number: last };
  const after = { ...input.file, count, ...numbers, here, twice, broken, filled };
  await record(ctx, { chain: desk_id, verb: 'source.imported', subject: `desk:${desk_id}`, after });
}
