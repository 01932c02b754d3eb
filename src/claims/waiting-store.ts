// All SQL of the claims that wait for a person, by article.
import { sql } from 'kysely';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
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
export async function listWaiting(ctx: Context, person_id: string, desks: readonly DeskFound[]): Promise<Waiting> {
  const theirs = desks.filter(({ role }) => may(role, 'be_assigned_work'));
  const at = await Promise.all(theirs.map(({ id: desk_id }) => waitingAt(ctx.db, { desk_id, person_id })));
  return {
    claims: at.reduce((sum, { claims }) => sum + claims, 0),
    articles: at.reduce((sum, { articles }) => sum + articles, 0),
    shown: at
      .flatMap(({ shown }) => shown)
      .sort(byDue)
      .slice(0, ARTICLES_WAITING),
  };
}

async function waitingAt(db: Db, whose: Whose): Promise<Waiting> {
  const articles = await articlesAt(db, whose);
  const [first] = articles;
  if (first === undefined) return { claims: 0, articles: 0, shown: [] };
  const claims = await claimsAt(db, { ...whose, ...inPlaces(articles) });
  return {
    claims: Number(first.claims),
    articles: Number(first.articles),
    shown: articles.map(({ article_id, in_hand, to_read, due_key, ...article }) => ({
      ...{ ...article, article_id, in_hand: Number(in_hand), to_read: Number(to_read), due_key: due_key ?? '' },
      claims: claims.filter((claim) => claim.article_id === article_id),
    })),
  };
}

function byDue(one: WaitingArticle, other: WaitingArticle): number {
  if (one.due_key !== other.due_key) return one.due_key < other.due_key ? -1 : 1;
  return one.article_id < other.article_id ? 1 : -1;
}

type Whose = { desk_id: string; person_id: string };

/** As they were counted when each claim changed: no claim is read for it. */
const articlesAt = statement((db, { desk_id, person_id }: Whose) => {
  const nearest = db
    .selectFrom('claim_waiting as waiting')
    .select('waiting.article_id')
    .select(({ fn }) => fn.min('waiting.due_key').as('due_key'))
    .select(sql<number>`sum(case when waiting.kind = 'in_hand' then waiting.claims else 0 end)`.as('in_hand'))
    .select(sql<number>`sum(case when waiting.kind = 'ready' then waiting.claims else 0 end)`.as('to_read'))
    .select(sql<number>`sum(sum(waiting.claims)) over ()`.as('claims'))
    .select(sql<number>`count(*) over ()`.as('articles'))
    .where('waiting.desk_id', '=', desk_id)
    .where(sql<boolean>`((waiting.kind = 'in_hand' and waiting.person_id = ${person_id})
      or (waiting.kind = 'ready' and waiting.person_id <> ${person_id}))`)
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
        .unionAll(of(toRead(db, whose)))
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

/** The claims that are a person's to check at a desk, back to them or not begun; those of what is put away are not. */
export function inHand(db: Db, { desk_id, person_id }: Whose) {
  return db
    .selectFrom('claim')
    .where('claim.assignee_id', '=', person_id)
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state in ('open', 'in_work', 'returned') and claim.is_put_away = 0`);
}

function toRead(db: Db, { person_id }: Whose) {
  return db
    .selectFrom('claim')
    .where(sql<boolean>`claim.state = 'ready' and claim.is_put_away = 0`)
    .where('claim.checker_id', '<>', person_id)
    .where('claim.same_as_id', 'is', null);
}
