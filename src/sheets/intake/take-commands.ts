// The verb that takes a sheet in: claims where its rows stand, what they suggest, a tray for the rest.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import { readingOfWords } from '#src/claims/analysis/readings.ts';
import { widenedReading } from '#src/claims/analysis/widened.ts';
import { keysOfArticle, makeClaim } from '#src/claims/marking/make-claim-commands.ts';
import { ConcurrentRevision, readThenTransact } from '#src/claims/read-then-transact.ts';
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { othersTurn } from '#src/others-turn.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { ClaimReading } from '#src/reading/check-worthiness/claim-reading.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { SheetLine } from '../columns/line.ts';
import { insertSheetRow } from '../entries/store.ts';
import { planRows, type RowPlan } from '../placing/plan.ts';
import { rowKey } from '../placing/row-key.ts';
import { addProposed, type ClaimMeant, type ProposedCounts } from './add-proposed-commands.ts';
import { gatherGround, placeLines } from './gather-plan.ts';

export interface SheetInput {
  lines: readonly SheetLine[];
  /** The places of the rows to be taken, from 1; left out for all. */
  only?: ReadonlySet<number> | undefined;
  file: { name: string; sha256: string };
}

export interface SheetTaken extends ProposedCounts {
  claims: number;
  joined: number;
  tray: number;
  /** So many rows are still to be taken: one press takes no more than five hundred. */
  left: number;
}

/** In one transaction: SQLite lets nobody else in while it is stored. */
const MOST_AT_ONCE = 500;

/**
 * Takes the rows in: each marks its words as a claim, or joins the claim that stands there, and leaves there what it proposes;
 * one without a place waits in the tray. Verdicts and sources are suggested and nothing else: no state changes, nothing is
 * closed. What is here already adds nothing, so that a repeat is harmless. NotFound for strangers, Forbidden for guests.
 */
export function takeSheet(ctx: Context, article_id: string | number, input: SheetInput): Promise<SheetTaken> {
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      assertMay(article.role, 'take_sheets_in');
      const ground = await getVersionText(ctx.db, article);
      const placed = await placeLines(ground, input.lines);
      const { rows } = chosen(await planRows(input.lines, placed, await gatherGround(ctx, article, ground)), input);
      return { ground, placed, readings: await readingsOf(ctx, article, { ground, rows }) };
    },
    work: async (ctx, article, { ground, placed, readings }) => {
      const { rows, left } = chosen(
        await planRows(input.lines, placed, await gatherGround(ctx, article, ground)),
        input,
      );
      const taken: SheetTaken = { ...{ claims: 0, joined: 0, tray: 0, left }, ...NONE };
      if (rows.length === 0) return taken;
      const taking = new Taking(ctx, { article, ground, readings, file: input.file, taken });
      for (const row of rows) {
        await taking.take(row);
        await othersTurn();
      }
      const { left: _, ...counts } = taken;
      await recordOnArticle(ctx, article, { verb: 'sheet.taken_in', after: { ...input.file, ...counts } });
      return taken;
    },
  });
}

const NONE: ProposedCounts = { verdicts: 0, sources: 0, notes: 0, assigned: 0 };

function chosen(plans: readonly RowPlan[], { only }: SheetInput): { rows: RowPlan[]; left: number } {
  const wanted = plans.filter(({ fate, position }) => fate !== 'nothing' && (only === undefined || only.has(position)));
  return { rows: wanted.slice(0, MOST_AT_ONCE), left: Math.max(0, wanted.length - MOST_AT_ONCE) };
}

async function readingsOf(
  ctx: Context,
  { language }: ArticleFound,
  { ground, rows }: { ground: VersionText; rows: readonly RowPlan[] },
): Promise<Map<string, ClaimReading>> {
  const readings = new Map<string, ClaimReading>();
  for (const { fate, placed } of rows) {
    if (fate !== 'new' || placed === null) continue;
    const { range } = placed;
    const { reading, suggestions } = await readingOfWords(ctx.db, ground, { language, range });
    readings.set(keyOf(range), widenedReading(reading, range, suggestions));
  }
  return readings;
}

function keyOf({ start, end }: Range): string {
  return `${start}-${end}`;
}

interface TakingGiven {
  article: ArticleFound;
  ground: VersionText;
  readings: Map<string, ClaimReading>;
  file: SheetInput['file'];
  taken: SheetTaken;
}

/** Goes over the rows once, and knows which row made which claim. */
class Taking {
  readonly #ctx: Context;
  readonly #given: TakingGiven;
  readonly #made = new Map<number, ClaimMeant>();
  #keys: Awaited<ReturnType<typeof keysOfArticle>> | undefined;

  constructor(ctx: Context, given: TakingGiven) {
    this.#ctx = ctx;
    this.#given = given;
  }

  async take(row: RowPlan): Promise<void> {
    const { file, taken, article } = this.#given;
    if (row.placed === null && row.claim === null) return this.#toTray(row);
    const before = row.claim ?? this.#made.get(row.joins_row ?? row.line.row);
    if (before !== undefined) taken.joined += 1;
    const claim = before ?? (await this.#make(row));
    const is_other = row.placed?.status === 'changed';
    const other_words = is_other ? row.line.words : '';
    await addProposed(this.#ctx, { article, claim, row, file, other_words, counts: taken });
    if (before === undefined) this.#made.set(row.joins_row ?? row.line.row, claim);
  }

  async #make({ placed, line }: RowPlan): Promise<ClaimMeant> {
    const { article, ground, readings, file, taken } = this.#given;
    const range = placed?.range;
    const reading = range && readings.get(keyOf(range));
    // Somebody changed the claims while it was read: it is planned anew.
    if (range === undefined || reading === undefined) throw new ConcurrentRevision();
    this.#keys ??= await keysOfArticle(this.#ctx, article);
    const noted = { sheet: file.name, row: line.row };
    taken.claims += 1;
    return makeClaim(this.#ctx, { article, ground, keys: this.#keys }, { range, reading, noted });
  }

  async #toTray({ line }: RowPlan): Promise<void> {
    const { article, file, taken } = this.#given;
    const { remarks: _, ...said } = line;
    const waiting = { claim_id: null, settled_by: null, settled_at: null };
    await insertSheetRow(this.#ctx.db, {
      ...{ id: newId(), desk_id: article.desk_id, article_id: article.id, row_key: rowKey(line), sheet: file.name },
      ...{
        row: line.row,
        line: JSON.stringify(said),
        added_by: this.#ctx.actor.id,
        added_at: this.#ctx.at,
        ...waiting,
      },
    });
    taken.tray += 1;
  }
}
