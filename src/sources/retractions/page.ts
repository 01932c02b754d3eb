// What the pages of lists of retracted papers show.
import type { Context } from '#src/context.ts';
import { counted, saySize } from '#src/counted.ts';
import { sayTime } from '#src/dates.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { onlyDesk } from '#src/people/only-desk.ts';
import { may } from '#src/people/permissions.ts';
import { sourcesOf } from '../card/store.ts';
import { discretionAt } from '../held-back/discretion.ts';
import { cardSeen } from '../held-back/typed-words.ts';
import type { ListCounts } from './keep-commands.ts';
import { countSourcesIn, listSourcesIn } from './line-store.ts';
import { papersSaid } from './papers.ts';
import { getList, type ListFound, listLists } from './store.ts';

/** The lists of the person's desks, and the form that brings one. */
export async function listsPage(ctx: Context, { limit, wanted }: { limit: number; wanted: string }) {
  const desks = await listDesksOf(ctx);
  const lists = await listLists(ctx);
  const open = desks.filter(({ role }) => may(role, 'keep_retraction_lists'));
  return {
    title: 'Retraction lists',
    nav: 'sources',
    where: onlyDesk(desks),
    lists: lists.map((list) => ({
      number: list.number,
      name: list.name,
      under: [desks.length > 1 && list.desk_name, sayCounts(list), sayImported(list, ctx.at)]
        .filter(Boolean)
        .join(' · '),
    })),
    desks: open.map(({ slug, name }) => ({ value: slug, label: name })),
    desk: open.find(({ slug }) => slug === wanted)?.slug ?? open[0]?.slug ?? '',
    limit: saySize(limit),
  };
}

const MOST_SHOWN = 500;

/** One list: what it holds, which sources it names, which lines could not be read. NotFound for strangers. */
export async function listPage(ctx: Context, number: string) {
  const list = await getList(ctx, number);
  const is_removed = list.removed_at !== null;
  const counts = JSON.parse(list.counts) as ListCounts;
  const remarks = JSON.parse(list.remarks) as string[];
  const more = counts.unread - remarks.length;
  const sources = is_removed ? [] : await sourcesIn(ctx, list);
  return {
    title: list.name,
    nav: 'sources',
    where: list.desk_name,
    width: 'narrow',
    list: list.number,
    lead: [sayCounts(list), sayImported(list, ctx.at)].join(' · '),
    removed: list.removed_at === null ? '' : `Removed ${sayTime(list.removed_at, list.time_zone, ctx.at)}.`,
    facts: factsOf(list, counts),
    sources,
    sources_cut: await sayCut(ctx, list, sources.length),
    remarks: more > 0 ? [...remarks, `And ${counted(more, 'more line')} like these.`] : remarks,
    may_remove: !is_removed && may(list.role, 'keep_retraction_lists'),
  };
}

function factsOf(list: ListFound, counts: ListCounts): { name: string; words: string }[] {
  const number = (count: number) => (count > 0 ? count.toLocaleString('en') : '');
  return [
    { name: 'File', words: list.file_name },
    { name: 'SHA-256', words: list.sha256 },
    { name: 'Retractions', words: number(counts.retraction) },
    { name: 'Expressions of concern', words: number(counts.concern) },
    { name: 'Corrections', words: number(counts.correction) },
    { name: 'Reinstatements', words: number(counts.reinstatement) },
    { name: 'Lines without a DOI', words: number(counts.without_doi) },
    { name: 'Lines not read', words: number(counts.unread) },
  ].filter(({ words }) => words !== '');
}

/** The sources that the list names, as the person may see them, with what all lists say of each. */
async function sourcesIn(ctx: Context, { id: list_id, desk_id, role }: ListFound) {
  const found = await listSourcesIn(ctx.db, { desk_id, list_id, limit: MOST_SHOWN });
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const sources = await sourcesOf(ctx).where('source.id', 'in', ids).orderBy('source.number').execute();
  const discretion = await discretionAt(ctx.db, desk_id, role);
  const said = await papersSaid(ctx.db, sources);
  return sources.map((source) => {
    const { number, title } = cardSeen(discretion, source);
    const paper = said(source);
    return { number, title, paper: paper?.sentences.join(' ') ?? '', is_retracted: paper?.is_retracted ?? false };
  });
}

/** What is not shown of a long list of sources; '' where all are. */
async function sayCut(ctx: Context, { id: list_id, desk_id }: ListFound, shown: number): Promise<string> {
  if (shown < MOST_SHOWN) return '';
  const all = await countSourcesIn(ctx.db, { desk_id, list_id });
  if (all === shown) return '';
  const [first, of] = [shown, all].map((count) => count.toLocaleString('en'));
  return `The first ${first} of ${of} by number are shown. The others are marked in the library, too.`;
}

function sayCounts({ entries }: ListFound): string {
  return counted(entries, 'paper');
}

function sayImported({ imported_by_name, imported_at, time_zone }: ListFound, now: string): string {
  return `imported${imported_by_name === null ? '' : ` by ${imported_by_name}`}, ${sayTime(imported_at, time_zone, now)}`;
}
