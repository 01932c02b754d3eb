// The verbs of imports: looking at what a file would add, and taking all of it or what was ticked.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { cardOf, type SourceFields } from '../card/source.ts';
import { findSourceOfDesk, listAliases, lockLibrary, updateSource } from '../card/store.ts';
import { freeAlias } from '../confidentiality.ts';
import type { OnRetracted } from '../hooks.ts';
import type { SourceFormat } from '../library/source-formats.ts';
import { followDoi } from '../retractions/commands.ts';
import type { SourceTable } from '../tables.ts';
import type { Entry } from './entry.ts';
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
      await yieldToEventLoop();
    }
}

const PIECE = 250;
/** More new cards than this go in by parts, each whole in itself: SQLite lets nobody else in while one part is stored. */
const PART = 2000;
const MOST_FILLED = 1000;
const MOST_CONFIDENTIAL = 1000;

export interface ImportInput {
  entries: Entry[];
  /** The places of the entries to be taken, from 1; left out for all. */
  only?: ReadonlySet<number> | undefined;
  /** Whether what is empty on cards that are here is filled in. */
  fill: boolean;
  file: { name: string; sha256: string; format: SourceFormat };
  onRetracted: OnRetracted;
}

export interface ImportTaken extends FateCounts {
  /** The numbers of the first and the last new card; 0 where there is none. */
  first: number;
  last: number;
  /** The numbers of the cards on which something was filled in. */
  filled: number[];
}

/**
 * Takes the entries of a file into the library of a desk (by its slug): up to two thousand new cards in one transaction and
 * as one event, more of them in parts of that size, each with its event. What is here already, stands twice or is broken is
 * passed over, so that a repeat adds nothing, and finishes what broke off. A confidential card gets the next free alias
 * where its own is taken. Not inside a transaction. Forbidden for guests; NotFound for other desks; RuleBroken where too
 * much is to be filled in or given an alias.
 */
export async function takeImport(ctx: Context, slug: string, input: ImportInput): Promise<ImportTaken> {
  const desk = await getDeskBySlug(ctx, slug);
  assertMay(desk.role, 'keep_sources');
  const taken: ImportTaken = { ...noCounts(), first: 0, last: 0, filled: [] };
  const fresh: Entry[] = [];
  const filling: Entry[] = [];
  for await (const piece of planImport(ctx, desk.id, [input.entries]))
    for (const planned of piece) {
      if (input.only !== undefined && !input.only.has(planned.position)) continue;
      countIn(taken, planned);
      if (planned.fate === 'new') fresh.push(planned.entry);
      else if (input.fill && planned.fills.length > 0) filling.push(planned.entry);
    }
  assertWithinBounds(fresh, filling);
  const parts = partsOf({ fresh, filling });
  for (const [index, part] of parts.entries()) {
    const file = { ...input.file, ...(parts.length > 1 && { part: index + 1, parts: parts.length }) };
    addUp(taken, await takePart(ctx, slug, { ...part, file, onRetracted: input.onRetracted }));
  }
  return taken;
}

interface Part {
  fresh: Entry[];
  filling: Entry[];
}

/** What is filled in goes with the first part; where there is nothing to do there is no part. */
function partsOf({ fresh, filling }: Part): Part[] {
  if (fresh.length === 0) return filling.length === 0 ? [] : [{ fresh, filling }];
  const count = Math.ceil(fresh.length / PART);
  return Array.from({ length: count }, (_, index) => ({
    fresh: fresh.slice(index * PART, (index + 1) * PART),
    filling: index === 0 ? filling : [],
  }));
}

function assertWithinBounds(fresh: Entry[], filling: Entry[]): void {
  if (filling.length > MOST_FILLED)
    throw new RuleBroken(
      `Fields of ${filling.length.toLocaleString('en')} sources would be filled in, and the limit is a thousand at a time. Import the new ones first, then tick the others page by page.`,
      'fill',
    );
  const secret = fresh.filter(({ card }) => card?.is_confidential === 1).length;
  if (secret > MOST_CONFIDENTIAL)
    throw new RuleBroken(
      `${secret.toLocaleString('en')} of them are confidential, and the desk gives a thousand aliases at a time. Import them page by page.`,
    );
}

interface PartTaken {
  rows: SourceTable[];
  filled: number[];
  /** So many were added by somebody else since they were looked at. */
  late: number;
}

/** One part, in one transaction: looked at once more, stored, and in the log. */
function takePart(
  ctx: Context,
  slug: string,
  { fresh, filling, file, onRetracted }: Part & { file: object; onRetracted: OnRetracted },
): Promise<PartTaken> {
  return transact(ctx, async (ctx) => {
    const desk = await getDeskBySlug(ctx, slug);
    assertMay(desk.role, 'keep_sources');
    const before = fillingIn(await planned(ctx, desk.id, filling));
    const articles = before.length === 0 ? [] : await lockArticlesOfSource(ctx.db, ...before.map(({ id }) => id));
    await lockLibrary(ctx.db, desk.id);
    const now = await planned(ctx, desk.id, [...fresh, ...filling]);
    const cards = now.flatMap(({ fate, entry }) => (fate === 'new' && entry.card !== null ? [entry.card] : []));
    const rows = await numberSources(ctx, desk.id, await withAliases(ctx, desk.id, cards));
    await insertSources(ctx.db, rows, yieldToEventLoop);
    const filled = await fillIn(ctx, desk.id, now, { known: new Set(before.map(({ id }) => id)), onRetracted });
    for (const id of filled.length > 0 ? articles : []) await raiseChangedSeq(ctx.db, id);
    const numbers = rows.length > 0 && { first_number: rows[0]?.number, last_number: rows.at(-1)?.number };
    const after = { ...file, count: rows.length, ...numbers, filled };
    if (rows.length > 0 || filled.length > 0)
      await record(ctx, { chain: desk.id, verb: 'source.imported', subject: `desk:${desk.id}`, after });
    return { rows, filled, late: fresh.length - rows.length };
  });
}

function addUp(taken: ImportTaken, { rows, filled, late }: PartTaken): void {
  taken.new -= late;
  taken.here += late;
  taken.first ||= rows[0]?.number ?? 0;
  taken.last = rows.at(-1)?.number ?? taken.last;
  taken.filled.push(...filled);
}

async function planned(ctx: Context, desk_id: string, entries: Entry[]): Promise<Planned[]> {
  const found: Planned[] = [];
  for await (const piece of planImport(ctx, desk_id, [entries])) found.push(...piece);
  return found;
}

function fillingIn(planned: Planned[]): { id: string }[] {
  return planned.flatMap(({ fills, here }) => (fills.length > 0 && here !== undefined ? [here] : []));
}

/** Fills in what is empty on the cards whose articles are locked; gives back their numbers. */
async function fillIn(
  ctx: Context,
  desk_id: string,
  planned: Planned[],
  { known, onRetracted }: { known: Set<string>; onRetracted: OnRetracted },
): Promise<number[]> {
  const numbers: number[] = [];
  for (const { fills, here, entry } of planned) {
    if (fills.length === 0 || here === undefined || entry.card === null || !known.has(here.id)) continue;
    const stored = (await findSourceOfDesk(ctx.db, desk_id, here.number)) as SourceTable;
    const fields = { ...cardOf(stored), ...filling(stored, entry.card) };
    if (!(await updateSource(ctx.db, stored, fields))) continue;
    numbers.push(here.number);
    await followDoi(ctx, { source: { ...stored, doi: fields.doi }, before: stored }, onRetracted);
  }
  return [...new Set(numbers)];
}

function filling(stored: SourceTable, card: SourceFields): Partial<SourceFields> {
  const fields = FILL_FIELDS.filter((field) => !stored[field] && card[field]);
  return Object.fromEntries(fields.map((field) => [field, card[field]]));
}

async function withAliases(ctx: Context, desk_id: string, cards: SourceFields[]): Promise<SourceFields[]> {
  if (cards.every((card) => card.is_confidential === 0)) return cards;
  const taken = new Set((await listAliases(ctx.db, desk_id)).map(({ alias }) => alias));
  return cards.map((card) => {
    if (card.is_confidential === 0) return card;
    const alias = card.alias === '' || taken.has(card.alias) ? freeAlias(taken) : card.alias;
    taken.add(alias);
    return { ...card, alias };
  });
}
