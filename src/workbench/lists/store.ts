// All SQL of the list of articles: narrowed, in order, a page of it; and what is counted above it.
import { type SqlBool, sql } from 'kysely';
import { type ArticleFound, articlesOf } from '#src/articles/store.ts';
import type { ListedAs } from '#src/articles/tables.ts';
import type { Context } from '#src/context.ts';
import { statement } from '#src/database/statement.ts';
import { COUNTED_AS } from '#src/progress/progress.ts';
import type { Cursor, ListOrder, ListState } from './list-filter.ts';

export interface ListWanted {
  desk_id: string;
  state: ListState;
  order: ListOrder;
  words: readonly string[];
  /** Whoever has claims or paragraphs of it in hand: null for anybody, '' for nobody. */
  assignee_id: string | null;
  /** Deadlines from this moment on, and before that one. */
  due: { from: string; before: string };
  after: Cursor | null;
  limit: number;
}

/** Behind every moment: where articles without a deadline stand. */
export const NO_DEADLINE = '9999';
const BEHIND_ALL: Cursor = { key: '~', number: 2_147_483_647 };
const BEFORE_ALL: Cursor = { key: '', number: 0 };
const MOST_WORDS = 6;

/** The articles of one desk of the actor's as the list wants them, by what it is put in order. */
export function listArticlesAt(ctx: Context, wanted: ListWanted): Promise<ArticleFound[]> {
  const { desk_id, words, after, due, limit, state, order, assignee_id } = wanted;
  const { key, number } = after ?? (order === 'newest' ? BEHIND_ALL : BEFORE_ALL);
  const patterns = Object.fromEntries(
    Array.from({ length: MOST_WORDS }, (_, at) => [`word_${at}`, words[at] === undefined ? '%' : likeOf(words[at])]),
  );
  const kind = ctx.actor.kind === 'operator' ? 'operator' : 'person';
  const who = assignee_id === null ? 'anybody' : assignee_id === '' ? 'nobody' : 'one';
  const values = {
    ...{ person_id: ctx.actor.id ?? '', desk_id, limit, from: due.from, before: due.before },
    ...{ assignee_id: assignee_id ?? '', key, number, ...patterns },
  };
  return found(ctx.db, values, kind, state, order, who);
}

function likeOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

type Values = {
  person_id: string;
  desk_id: string;
  limit: number;
  from: string;
  before: string;
  assignee_id: string;
  key: string;
  number: number;
} & Record<string, string | number>;

type Who = 'anybody' | 'nobody' | 'one';

const found = statement(
  (db, values: Values, kind: 'operator' | 'person', state: ListState, order: ListOrder, who: Who) => {
    const patterns = Array.from({ length: MOST_WORDS }, (_, at) => values[`word_${at}`] as string);
    let query = articlesOf({ db, actor: { kind, id: values.person_id } })
      .where('article.desk_id', '=', values.desk_id)
      .where(sql<SqlBool>`${DUE} >= ${values.from} and ${DUE} < ${values.before}`)
      .where(STATES[state]);
    for (const pattern of patterns) query = query.where(sql<SqlBool>`article.find_key like ${pattern} escape '\\'`);
    if (who !== 'anybody') query = query.where(who === 'nobody' ? NOBODYS : inHandsOf(values));
    const key = keyOf(state, order);
    if (key === 'newest')
      return query.where('article.number', '<', values.number).orderBy('article.number', 'desc').limit(values.limit);
    const [sign, direction] = order === 'newest' ? (['<', 'desc'] as const) : (['>', 'asc'] as const);
    return query
      .where(sql<SqlBool>`(${KEY_OF[key]}, article.number) ${sql.raw(sign)} (${values.key}, ${values.number})`)
      .orderBy(KEY_OF[key], direction)
      .orderBy('article.number', direction)
      .limit(values.limit);
  },
);

const DUE = sql<string>`coalesce(article.deadline_at, '9999')`;

/** What rows are sorted by: the archive's newest is what was put away last. */
function keyOf(state: ListState, order: ListOrder): keyof typeof KEY_OF | 'newest' {
  return order === 'newest' && state === 'put_away' ? 'put_away' : order;
}

const KEY_OF = {
  due: DUE,
  title: sql<string>`article.title_key`,
  put_away: sql<string>`article.put_away_at`,
};

/** The key of a row as the next page begins behind it. */
export function cursorOf(article: ArticleFound, { state, order }: Pick<ListWanted, 'state' | 'order'>): Cursor {
  const { number, deadline_at, title_key, put_away_at } = article;
  const keys = { due: deadline_at ?? NO_DEADLINE, title: title_key, newest: '', put_away: put_away_at ?? '' };
  return { number, key: keys[keyOf(state, order)] };
}

/** Counted, as it is now, with this result; where it was not counted since, whoever asks has to count. */
const isCounted = (is_settled: 0 | 1) => sql<SqlBool>`exists (select 1 from article_progress
  where article_progress.article_id = article.id and article_progress.changed_seq = article.changed_seq
    and article_progress.counted_as = ${sql.lit(COUNTED_AS)} and article_progress.is_settled = ${sql.lit(is_settled)})`;

const isListed = (as: Exclude<ListedAs, 'put_away'>) => sql<SqlBool>`article.listed_as = ${sql.lit(as)}`;

/** What is signed is in work again where somebody complains. */
const IN_WORK = isListed('in_work');

const STATES: Record<ListState, ReturnType<typeof sql<SqlBool>>> = {
  in_work: IN_WORK,
  open: sql<SqlBool>`${IN_WORK} and not ${isCounted(1)}`,
  ready: sql<SqlBool>`${IN_WORK} and not ${isCounted(0)}`,
  signed: isListed('signed'),
  put_away: sql<SqlBool>`article.put_away_at is not null`,
  all: sql<SqlBool>`article.number > 0`,
};

const NOBODYS = sql<SqlBool>`not exists (select 1 from claim where claim.article_id = article.id
    and claim.assignee_id is not null and claim.state <> 'withdrawn')
  and not exists (select 1 from paragraph_assignee
    inner join version on version.id = paragraph_assignee.version_id
    where version.article_id = article.id and version.number = article.latest_version_number)`;

function inHandsOf({ assignee_id, desk_id }: Values) {
  return sql<SqlBool>`(article.id in (select claim.article_id from claim where claim.assignee_id = ${assignee_id}
      and claim.desk_id = ${desk_id} and claim.state in ('open', 'in_work', 'returned') and claim.is_put_away = 0)
    or article.id in (select version.article_id from paragraph_assignee
      inner join version on version.id = paragraph_assignee.version_id
      inner join article as theirs on theirs.id = version.article_id
      where paragraph_assignee.person_id = ${assignee_id} and version.number = theirs.latest_version_number))`;
}

/** How many articles of a desk are in work, how many of them due before a moment, signed and put away. */
export const countArticlesAt = statement((db, { desk_id, before }: { desk_id: string; before: string }) => {
  const count = (which: ReturnType<typeof sql<SqlBool>>) =>
    sql<number>`(select count(*) from article where article.desk_id = ${desk_id} and ${which})`;
  return db.selectNoFrom([
    count(IN_WORK).as('in_work'),
    // PostgreSQL cannot guess at what is selected, and so plans once, where it would plan anew for each moment.
    count(sql<SqlBool>`${IN_WORK} and ${DUE} < (select ${before})`).as('due'),
    count(STATES.signed).as('signed'),
    count(STATES.put_away).as('put_away'),
  ]);
});
