// The verbs of lists of retracted papers: bringing one, reading it, letting it stand, removing it.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { lockLibrary } from '../card/store.ts';
import type { OnListRemoved, OnRetracted } from '../hooks.ts';
import type { ListRead } from './keep-commands.ts';
import { deleteSomeLines, listSourcesIn, type SourceInList } from './line-store.ts';
import { linesOfPapers } from './papers.ts';
import { causeOfRetraction, isRetracted } from './retraction.ts';
import { deleteList, findSameList, getList, listLeftovers, lockList, updateList } from './store.ts';
import type { RetractionListTable } from './tables.ts';

/** RuleBroken where the desk has this very file, or a list that is called so. */
export async function assertNewList(
  ctx: Context,
  desk_id: string,
  list: Pick<RetractionListTable, 'sha256' | 'name'>,
  field = 'file',
): Promise<void> {
  const same = await findSameList(ctx.db, desk_id, list);
  if (same === undefined) return;
  if (same.sha256 === list.sha256)
    throw new RuleBroken(`The desk has this very file already: “${same.name}”. Nothing was imported.`, field);
  throw new RuleBroken(
    `The desk has a list called “${same.name}” already, and it stays as it is. Give this one a name of its own, with its date for instance.`,
    'name',
  );
}

/**
 * Lets a list that was read stand: from now on its papers are marked, and each claim that rests on one which was not
 * retracted before is to be checked again, by `onRetracted`. Gives back the sources that are retracted now and were not.
 */
export function letStand(
  ctx: Context,
  { list, read, onRetracted }: { list: RetractionListTable; read: ListRead; onRetracted: OnRetracted },
): Promise<SourceInList[]> {
  return transact(ctx, async (ctx) => {
    const { sources, counts, entries, remarks } = read;
    const articles = sources.length === 0 ? [] : await lockArticlesOfSource(ctx.db, ...sources.map(({ id }) => id));
    await lockLibrary(ctx.db, list.desk_id);
    if ((await lockList(ctx.db, list.id))?.stands_since !== null) return [];
    await assertNewList(ctx, list.desk_id, list);
    const before = await linesOfPapers(ctx.db, sources);
    const stands = { entries, counts: JSON.stringify(counts), remarks: JSON.stringify(remarks), stands_since: ctx.at };
    await updateList(ctx.db, list.id, stands);
    const after = await linesOfPapers(ctx.db, sources);
    const fresh = sources.filter((source) => isRetracted(after(source)) && !isRetracted(before(source)));
    const { number, name, sha256 } = list;
    const told = { number, name, sha256, entries, counts, sources: fresh.map((source) => source.number) };
    await record(ctx, {
      chain: list.desk_id,
      verb: 'retractions.imported',
      subject: `retraction_list:${list.id}`,
      after: told,
    });
    for (const source of fresh) await onRetracted(ctx, source, causeOfRetraction(after(source)));
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
    return fresh;
  });
}

/**
 * Takes a list away that should not have been imported: its papers are marked no longer. Claims that it set back stay to be
 * checked again, and say that it is gone. Doing it twice is doing it once. Forbidden for all but editors.
 */
export async function removeList(
  ctx: Context,
  number: number | string,
  onListRemoved: OnListRemoved,
): Promise<RetractionListTable> {
  const list = await transact(ctx, async (ctx) => {
    const found = await getList(ctx, number);
    assertMay(found.role, 'keep_retraction_lists');
    const sources = await listSourcesIn(ctx.db, { desk_id: found.desk_id, list_id: found.id });
    const articles = sources.length === 0 ? [] : await lockArticlesOfSource(ctx.db, ...sources.map(({ id }) => id));
    if ((await lockList(ctx.db, found.id))?.removed_at !== null) return found;
    await updateList(ctx.db, found.id, { removed_at: ctx.at, removed_by: ctx.actor.id });
    await record(ctx, {
      chain: found.desk_id,
      verb: 'retractions.removed',
      subject: `retraction_list:${found.id}`,
      before: { number: found.number, name: found.name, entries: found.entries },
    });
    for (const source of sources) await onListRemoved(ctx, source, found.name);
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
    return found;
  });
  await sweepLines(ctx, list.id);
  return list;
}

const LINES_AT_ONCE = 500;

/**
 * Lets it follow when a card was given another DOI: claims that rest on it are to be checked again where that one is
 * retracted and the one before was not. Inside the verb that changed the card, the articles locked.
 */
export async function followDoi(
  ctx: Context,
  { source, before }: { source: Parameters<OnRetracted>[1] & SourceInList; before: Pick<SourceInList, 'doi'> },
  onRetracted: OnRetracted,
): Promise<void> {
  if (source.doi === before.doi || source.doi === '') return;
  const earlier = { desk_id: source.desk_id, doi: before.doi };
  const linesOf = await linesOfPapers(ctx.db, [source, earlier]);
  if (isRetracted(linesOf(source)) && !isRetracted(linesOf(earlier)))
    await onRetracted(ctx, source, causeOfRetraction(linesOf(source)));
}

/** Deletes the lines of a list, some in a transaction, with turns for others between. */
export async function sweepLines(ctx: Context, list_id: string): Promise<void> {
  while (await transact(ctx, (ctx) => deleteSomeLines(ctx.db, list_id, LINES_AT_ONCE))) await yieldToEventLoop();
}

/** Forgets a list that cannot be read. */
export async function dropList(ctx: Context, list_id: string): Promise<void> {
  await sweepLines(ctx, list_id);
  await transact(ctx, (ctx) => deleteList(ctx.db, list_id));
}

const DAY = 24 * 3_600_000;

/** Finishes what broke off: removed lists that have lines still, and lists whose reading ended with its process. For the worker's own hour. */
export async function sweepLists(ctx: Context): Promise<void> {
  for (const { id, stands_since } of await listLeftovers(ctx.db, later(ctx.at, -DAY)))
    await (stands_since === null ? dropList(ctx, id) : sweepLines(ctx, id));
}
