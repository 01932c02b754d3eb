// The page of all articles of a person's desks: searched, narrowed, in order, by pages; an editor's home.
import { allOf } from '#src/all-of.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { dayEnd } from '#src/dates.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { listMembers } from '#src/people/member-store.ts';
import { onlyDesk } from '#src/people/only-desk.ts';
import { may } from '#src/people/permissions.ts';
import { type ArchiveRow, archiveRows } from './archive-rows-page.ts';
import { type ArticleRow, articleRows } from './article-rows-page.ts';
import { gatherListed } from './gather-listed.ts';
import {
  DUE_RANGES,
  isNarrowed,
  LIST_ORDERS,
  LIST_STATES,
  type ListFilter,
  listFilterIn,
  listUrl,
} from './list-filter.ts';
import { countArticlesAt } from './store.ts';

const ARTICLES_A_PAGE = 40;
const ARCHIVE_SHOWN = 3;

interface Counts {
  in_work: number;
  due: number;
  signed: number;
  put_away: number;
}

/** The model of /articles. */
export async function articleList(ctx: Context, query: Record<string, unknown>) {
  const filter = listFilterIn(query);
  const all = await listDesksOf(ctx);
  const desks = all.filter(({ slug }) => filter.desk === undefined || slug === filter.desk);
  const { counts, listed, filter_shown } = await allOf({
    counts: countsOf(ctx, desks),
    listed: gatherListed(ctx, filter, { desks, limit: ARTICLES_A_PAGE }),
    filter_shown: filterShown(ctx, filter, all),
  });
  const { articles, next } = listed;
  const is_archive = filter.state === 'put_away';
  return {
    title: 'Articles',
    nav: 'articles',
    where: onlyDesk(all),
    said: sayCounts(counts),
    filter: filter_shown,
    groups: is_archive ? [] : groupsOf(await articleRows(ctx, articles), filter),
    signed: await signedBelow(ctx, filter, { desks, counts }),
    archive: is_archive
      ? { rows: await archiveRows(ctx, articles), all: null, said: sayPutAway(counts) }
      : await archiveBelow(ctx, filter, { desks, counts }),
    is_empty: articles.length === 0,
    is_narrowed: isNarrowed(filter) || filter.after !== null,
    has_desk: all.length > 0,
    may_take_in: all.some(({ role }) => may(role, 'take_article_in')),
    whole: listUrl(listFilterIn({})),
    next: next && listUrl(filter, next),
    first: filter.after && listUrl(filter),
  };
}

async function countsOf({ db, at }: Context, desks: DeskFound[]): Promise<Counts> {
  const counts: Counts = { in_work: 0, due: 0, signed: 0, put_away: 0 };
  const counted = desks.map(({ id, time_zone }) => countArticlesAt(db, { desk_id: id, before: dayEnd(at, time_zone) }));
  for (const row of (await Promise.all(counted)).flat())
    for (const name of ['in_work', 'due', 'signed', 'put_away'] as const) counts[name] += Number(row[name]);
  return counts;
}

function sayCounts({ in_work, due }: Counts): string {
  return [`${in_work.toLocaleString('en')} in work`, due > 0 && `${due.toLocaleString('en')} due today or late`]
    .filter(Boolean)
    .join(', ');
}

/** What is to be done about them is said to those who may. */
function saySigned({ signed }: Counts, desks: DeskFound[]): string {
  return desks.some(({ role }) => may(role, 'put_articles_away'))
    ? `${signed} to put away`
    : counted(signed, 'article');
}

function sayPutAway({ put_away }: Counts): string {
  return `${counted(put_away, 'article')} put away`;
}

interface Group {
  name: string;
  rows: ArticleRow[];
}

/** By deadline what is due today stands first; any other order is one list. */
function groupsOf(rows: ArticleRow[], { order }: ListFilter): Group[] {
  if (order !== 'due') return rows.length === 0 ? [] : [{ name: LIST_ORDERS[order], rows }];
  const groups = [
    { name: 'Today', rows: rows.filter(({ left }) => left.is_today) },
    { name: 'Later', rows: rows.filter(({ left }) => !left.is_today) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

interface Below {
  desks: DeskFound[];
  counts: Counts;
}

/** Below a list that nothing narrows but its desk. */
function isWhole(filter: ListFilter): boolean {
  return !isNarrowed({ ...filter, desk: undefined }) && filter.after === null;
}

/** What was signed last and is not put away yet. */
async function signedBelow(
  ctx: Context,
  filter: ListFilter,
  { desks, counts }: Below,
): Promise<{ rows: ArticleRow[]; all: string; said: string } | null> {
  if (!isWhole(filter) || counts.signed === 0) return null;
  const signed = listFilterIn({ desk: filter.desk, state: 'signed', order: 'newest' });
  const { articles } = await gatherListed(ctx, signed, { desks, limit: ARCHIVE_SHOWN });
  return { rows: await articleRows(ctx, articles), all: listUrl(signed), said: saySigned(counts, desks) };
}

/** What was put away last. */
async function archiveBelow(
  ctx: Context,
  filter: ListFilter,
  { desks, counts }: Below,
): Promise<{ rows: ArchiveRow[]; all: string | null; said: string } | null> {
  if (!isWhole(filter) || counts.put_away === 0) return null;
  const archive = listFilterIn({ desk: filter.desk, state: 'put_away' });
  const { articles } = await gatherListed(ctx, archive, { desks, limit: ARCHIVE_SHOWN });
  return { rows: await archiveRows(ctx, articles), all: listUrl(archive), said: sayPutAway(counts) };
}

/** What the form of the list shows as chosen, and what there is to choose. */
async function filterShown({ db }: Context, filter: ListFilter, desks: DeskFound[]) {
  const people = new Map<number, string>();
  for (const { id } of desks)
    for (const { number, display_name, role, disabled_at } of await listMembers(db, id))
      if (may(role, 'be_assigned_work') && disabled_at === null) people.set(number, display_name);
  const options = (known: Record<string, string>) => Object.entries(known).map(([value, label]) => ({ value, label }));
  return {
    find: filter.find,
    chosen: {
      desk: filter.desk ?? '',
      state: filter.state,
      assigned: filter.assigned,
      due: filter.due,
      order: filter.order,
    },
    desks: desks.length < 2 ? [] : desks.map(({ slug, name }) => ({ value: slug, label: name })),
    states: options(LIST_STATES),
    assigned: [
      { value: 'any', label: 'Anybody' },
      { value: 'me', label: 'Me' },
      { value: 'nobody', label: 'Nobody' },
      ...[...people]
        .map(([number, label]) => ({ value: String(number), label }))
        .sort((one, other) => (one.label < other.label ? -1 : 1)),
    ],
    dues: options(DUE_RANGES),
    orders: options(LIST_ORDERS),
  };
}
