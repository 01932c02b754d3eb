// Looks passages up in the newest readable copy: at once where that is quick, else by stored work.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { SMALL } from '#src/claims/analysis/worker-pool.ts';
import { type Context, systemContext } from '#src/context.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { url } from '#src/paths.ts';
import { lookUpPassages } from '#src/reading/alignment/passage-lookup.ts';
import { findSnapshotText } from '#src/sources/snapshots/store.ts';
import type { SourceTable } from '#src/sources/tables.ts';
import { lookupFields } from './found-ranges.ts';
import {
  listInputsUnderWay,
  listPassages,
  listWaiting,
  type PassageHeld,
  updateForgotten,
  updateLookup,
} from './store.ts';

export const LOOKUP_JOB = 'evidence.lookup';

export interface LookupInput {
  source_id: string;
}

/** More passages than that at once are left to the worker, too. */
const MOST_AT_ONCE = 20;

type Source = Pick<SourceTable, 'id' | 'number' | 'desk_id'>;

/**
 * Brings what is known of a source's passages up to its newest readable copy. To be called inside the verb that changed a
 * passage, or the copies; its callers hold the articles' locks and raise them. Passages that were looked up there stay.
 */
export async function lookPassagesUp(ctx: Context, source: Source): Promise<void> {
  const passages = await listPassages(ctx.db, source.id);
  if (passages.length === 0) return;
  const copy = await findSnapshotText(ctx.db, source.id);
  if (copy === undefined) return updateForgotten(ctx.db, source.id);
  const due = passages.filter((one) => one.lookup_snapshot_id !== copy.snapshot_id);
  if (due.length === 0) return;
  const size = copy.text.length + due.reduce((sum, { passage }) => sum + passage.length, 0);
  if (size <= SMALL && due.length <= MOST_AT_ONCE) return lookUpHere(ctx, copy, due);
  if (due.some((one) => one.lookup_snapshot_id !== null)) await updateForgotten(ctx.db, source.id);
  await askForLookup(ctx, source);
}

/** The desk's own work: it counts for nobody's pile, and has no page to wait on. */
async function askForLookup(ctx: Context, source: Source): Promise<void> {
  const title = `Looking up passages of source ${source.number}`;
  const back = url('source', { number: source.number });
  const wanted = { kind: LOOKUP_JOB, desk_id: source.desk_id, title, back, input: { source_id: source.id } };
  await askForJob(systemContext(ctx.db, ctx.at), wanted);
}

const MOST_SWEPT = 500;

/** Asks for what was left: passages from before there were lookups, and those whose work failed. For the worker's own hour. */
export async function sweepLookups(ctx: Context): Promise<void> {
  const inputs = await listInputsUnderWay(ctx.db, LOOKUP_JOB);
  const under_way = new Set(inputs.map((input) => (JSON.parse(input) as LookupInput).source_id));
  for (const source of await listWaiting(ctx.db, MOST_SWEPT))
    if (!under_way.has(source.id)) await askForLookup(ctx, source);
}

async function lookUpHere(
  ctx: Context,
  { snapshot_id, text }: { snapshot_id: string; text: string },
  due: PassageHeld[],
): Promise<void> {
  const found = lookUpPassages(
    text,
    due.map(({ passage }) => passage),
  );
  for (const [index, held] of due.entries())
    await updateLookup(ctx.db, held, lookupFields(snapshot_id, text, found[index] ?? null));
}

/** Lets the pages of these articles be fetched anew. */
export async function raiseArticles(ctx: Context, article_ids: readonly string[]): Promise<void> {
  for (const article_id of article_ids) await raiseChangedSeq(ctx.db, article_id);
}
