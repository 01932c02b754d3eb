// The SQL of all that is counted of an article: the latest version, and what stands at it.
import type { ArticleFound } from '#src/articles/store.ts';
import { listSentences } from '#src/articles/version-text-store.ts';
import type { ClaimAnchorTable, ClaimTable } from '#src/claims/tables.ts';
import type { ContactTable } from '#src/contacts/tables.ts';
import type { Db } from '#src/database/schema.ts';
import { type LegalRows, listLegal } from '#src/reviews/legal/store.ts';
import type { FactsAnswerTable } from '#src/reviews/own-facts/tables.ts';
import { countUndecided } from '#src/reviews/package/store.ts';
import type { FixTable, QueryTable } from '#src/reviews/tables.ts';

export type Counted = Pick<ArticleFound, 'id' | 'latest_version_number' | 'changed_seq' | 'needs_legal'>;

export type StandingClaim = Pick<
  ClaimTable,
  'id' | 'number' | 'state' | 'is_key' | 'check_again' | 'content_verdict_id' | 'assignee_id'
> &
  Pick<ClaimAnchorTable, 'start' | 'end'> & { anchor_status: ClaimAnchorTable['status'] };

export interface CountedRows {
  article: Counted;
  version_id: string;
  /** Null where the words were erased. */
  text: string | null;
  sentences: { id: string; number: number; start: number; end: number }[];
  /** Dropped ones too. */
  claims: readonly StandingClaim[];
  ticks: { start: number; end: number }[];
  initialled_ids: ReadonlySet<string>;
  contacts: (Pick<ContactTable, 'outcome' | 'withdrawn_at' | 'until'> & { source_is_confidential: number | null })[];
  fixes: Pick<FixTable, 'state'>[];
  queries: Pick<QueryTable, 'state'>[];
  /** Answers on own facts that stand. */
  facts: Pick<FactsAnswerTable, 'noted_at'>[];
  handed_new: number;
  legal: LegalRows;
}

/** In a fixed number of questions. */
export async function listCounted(db: Db, article: Counted): Promise<CountedRows> {
  const version = await db
    .selectFrom('version')
    .select(['id', 'text'])
    .where('article_id', '=', article.id)
    .where('number', '=', article.latest_version_number)
    .executeTakeFirstOrThrow();
  const initialled = await listInitialled(db, version.id);
  return {
    article,
    version_id: version.id,
    text: version.text,
    sentences: await listSentences(db, version.id),
    claims: await listStanding(db, { article_id: article.id, version_id: version.id }),
    ticks: await db.selectFrom('tick').select(['start', 'end']).where('version_id', '=', version.id).execute(),
    initialled_ids: new Set(initialled.map(({ id }) => id)),
    contacts: await listAsked(db, article.id),
    fixes: await db.selectFrom('fix').select('state').where('article_id', '=', article.id).execute(),
    queries: await db.selectFrom('query').select('state').where('article_id', '=', article.id).execute(),
    facts: await listAnswered(db, article.id),
    handed_new: await countUndecided(db, article.id),
    legal: await listLegal(db, article.id),
  };
}

function listAnswered(db: Db, article_id: string): Promise<CountedRows['facts']> {
  const standing = db.selectFrom('facts_answer').select('noted_at').where('article_id', '=', article_id);
  return standing.where('superseded_at', 'is', null).execute();
}

function listInitialled(db: Db, version_id: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('initial')
    .innerJoin('sentence', 'sentence.id', 'initial.sentence_id')
    .select('sentence.id')
    .where('sentence.version_id', '=', version_id)
    .execute();
}

function listStanding(db: Db, at: { article_id: string; version_id: string }): Promise<StandingClaim[]> {
  return db
    .selectFrom('claim')
    .innerJoin('claim_anchor', (join) =>
      join.onRef('claim_anchor.claim_id', '=', 'claim.id').on('claim_anchor.version_id', '=', at.version_id),
    )
    .select(['claim.id', 'claim.number', 'claim.state', 'claim.is_key', 'claim.check_again'])
    .select(['claim.content_verdict_id', 'claim.assignee_id'])
    .select(['claim_anchor.start', 'claim_anchor.end', 'claim_anchor.status as anchor_status'])
    .where('claim.article_id', '=', at.article_id)
    .execute();
}

function listAsked(db: Db, article_id: string): Promise<CountedRows['contacts']> {
  return db
    .selectFrom('contact')
    .leftJoin('source', 'source.id', 'contact.source_id')
    .select([
      'contact.outcome',
      'contact.withdrawn_at',
      'contact.until',
      'source.is_confidential as source_is_confidential',
    ])
    .where('contact.article_id', '=', article_id)
    .execute();
}
