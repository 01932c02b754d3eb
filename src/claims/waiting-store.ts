// All SQL of the claims that wait for a person, by article.
import { sql } from 'kysely';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { may } from '#src/people/permissions.ts';

/** So many articles are shown, and of each so many claims. */
const ARTICLES_WAITING = 12;
const CLAIMS_WAITING = 5;

export type WaitingClaim = Awaited<ReturnType<typeof claimsAt>>[number];

export interface WaitingArticle {
  article_id: string;
  number: number;
  title: string;
  language: string;
  deadline_at: string | null;
  time_zone: string;
  /** How many of its claims wait for the person: theirs to check, and others' to read second. */
  in_hand: number;
  to_read: number;
  due_key: string;
  /** The first of them, by number. */
  claims: WaitingClaim[];
}

export interface Waiting {
  claims: number;
  articles: number;
  /** Those that are due first. */
  shown: WaitingArticle[];
}

/**
 * What waits for this person: claims theirs to check, back to them, or somebody else's to read second, by article; nearest
 * deadline first, else the newest article. Two questions for each desk at which they work.
 */
export async function listWaiting(ctx: Context, person_id: string): Promise<Waiting> {
  const desks = (await listDesksOf(ctx)).filter(({ role }) => may(role, 'be_assigned_work'));
  const all: Waiting = { claims: 0, articles: 0, shown: [] };
  for (const { id: desk_id } of desks) {
    const articles = await articlesAt(ctx.db, { desk_id, person_id });
    if (articles[0] === undefined) continue;
    all.claims += Number(articles[0].claims);
    all.articles += Number(articles[0].articles);
    const claims = await claimsAt(ctx.db, { desk_id, person_id, ...inPlaces(articles) });
    for (const { article_id, in_hand, to_read, due_key, ...article } of articles)
      all.shown.push({
        ...{ ...article, article_id, in_hand: Number(in_hand), to_read: Number(to_read), due_key: due_key ?? '' },
        claims: claims.filter((claim) => claim.article_id === article_id),
      });
  }
  return { ...all, shown: all.shown.sort(byDue).slice(0, ARTICLES_WAITING) };
}

function byDue(one: WaitingArticle, other: WaitingArticle): number {
  if (one.due_key !== other.due_key) return one.due_key < other.due_key ? -1 : 1;
  return one.article_id < other.article_id ? 1 : -1;
}

type Whose = { desk_id: string; person_id: string };

/** By two indexes that hold only what waits, by article: no claim is read for being counted. */
const articlesAt = statement((db, whose: Whose) => {
  const count = (waiting: ReturnType<typeof inHand>) =>
    waiting
      .select('claim.article_id')
      .select(({ fn }) => [fn.min('claim.due_key').as('due_key'), fn.countAll().as('count')])
      .groupBy('claim.article_id');
  const in_hand = count(inHand(db, whose)).select(sql<number>`1`.as('is_in_hand'));
  const to_read = (checker: Others) => count(toRead(db, whose, checker)).select(sql<number>`0`.as('is_in_hand'));
  const nearest = db
    .selectFrom(in_hand.unionAll(to_read('<')).unionAll(to_read('>')).as('waiting'))
    .select('waiting.article_id')
    .select(({ fn }) => fn.min('waiting.due_key').as('due_key'))
    .select(sql<number>`sum(case when waiting.is_in_hand = 1 then waiting.count else 0 end)`.as('in_hand'))
    .select(sql<number>`sum(case when waiting.is_in_hand = 0 then waiting.count else 0 end)`.as('to_read'))
    .select(sql<number>`sum(sum(waiting.count)) over ()`.as('claims'))
    .select(sql<number>`count(*) over ()`.as('articles'))
    .groupBy('waiting.article_id')
    .orderBy('due_key')
    .orderBy('waiting.article_id', 'desc')
    .limit(ARTICLES_WAITING);
  return db
    .selectFrom(nearest.as('waiting'))
    .innerJoin('article', 'article.id', 'waiting.article_id')
    .innerJoin('desk', 'desk.id', 'article.desk_id')
    .selectAll('waiting')
    .select(['article.number', 'article.title', 'article.language', 'article.deadline_at', 'desk.time_zone']);
});

/** Places for the ids of articles: the statement is the same for any number of them. */
const PLACES = Array.from({ length: ARTICLES_WAITING }, (_, at) => `article_${at}`);

function inPlaces(articles: readonly { article_id: string }[]): Record<string, string> {
  return Object.fromEntries(PLACES.map((place, at) => [place, articles[at]?.article_id ?? '']));
}

const claimsAt = statement((db, whose: Whose & Record<string, string>) => {
  const articles = sql.join(PLACES.map((place) => whose[place]));
  const of = (waiting: ReturnType<typeof inHand>) =>
    waiting
      .where(sql<boolean>`claim.article_id in (${articles})`)
      .select(['claim.id', 'claim.article_id', 'claim.number']);
  const numbered = db
    .selectFrom(
      of(inHand(db, whose))
        .unionAll(of(toRead(db, whose, '<')))
        .unionAll(of(toRead(db, whose, '>')))
        .as('waiting'),
    )
    .select('waiting.id')
    .select(sql<number>`row_number() over (partition by waiting.article_id order by waiting.number)`.as('place'));
  return db
    .selectFrom(numbered.as('waiting'))
    .innerJoin('claim', 'claim.id', 'waiting.id')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .leftJoin('person as checker', 'checker.id', 'claim.checker_id')
    .where('waiting.place', '<=', CLAIMS_WAITING)
    .select(['claim.article_id', 'claim.number', 'claim.statement', 'claim.state', 'claim.state_line'])
    .select(['claim.check_again', 'claim.due_at', 'verdict.colour', 'verdict.mark', 'verdict.desk_label'])
    .select('checker.display_name as checker_name')
    .orderBy('claim.article_id')
    .orderBy('claim.number');
});

function inHand(db: Db, { desk_id, person_id }: Whose) {
  return db
    .selectFrom('claim')
    .where('claim.assignee_id', '=', person_id)
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state in ('open', 'in_work', 'returned') and claim.is_put_away = 0`);
}

/** Whoever judged it stands before or behind the person: two ranges of an index, so that none of their own is passed over. */
type Others = '<' | '>';

function toRead(db: Db, { desk_id, person_id }: Whose, checker: Others) {
  return db
    .selectFrom('claim')
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state = 'ready' and claim.is_put_away = 0`)
    .where('claim.checker_id', checker, person_id)
    .where('claim.same_as_id', 'is', null);
}
