// All SQL of what a desk has still to settle: questions, queries, complaints.
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';

export interface OpenThing {
  article_id: string;
  number: number;
  /** Of a question its rule, of a query to whom it is, of a complaint by when it wants an answer. */
  said: string;
}

export type OpenKind = keyof typeof OPEN;

interface Wanted {
  desk_id: string;
  limit: number;
}

/** Those of the newest articles first. */
export function listOpen(db: Db, kind: OpenKind, wanted: Wanted): Promise<OpenThing[]> {
  return OPEN[kind].list(db, wanted);
}

export async function countOpen(db: Db, kind: OpenKind, desk_id: string): Promise<number> {
  const [row] = await OPEN[kind].count(db, { desk_id });
  return Number(row?.count ?? 0);
}

/** Spelt out, as in the indexes: an engine that is given values looks into none of these. */
const UNSETTLED = sql<boolean>`withdrawn_at is null and rule in ('unresolved', 'pending')`;
const UNANSWERED = sql<boolean>`state = 'open'`;
const UNDECIDED = sql<boolean>`(outcome is null or outcome = 'to_legal')`;

const OPEN = {
  question: {
    list: statement((db, { desk_id, limit }: Wanted) =>
      db
        .selectFrom('question')
        .select(['article_id', 'number', 'rule as said'])
        .where('desk_id', '=', desk_id)
        .where(UNSETTLED)
        .orderBy('article_id', 'desc')
        .orderBy('number', 'desc')
        .limit(limit),
    ),
    count: statement((db, { desk_id }: { desk_id: string }) =>
      db
        .selectFrom('question')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('desk_id', '=', desk_id)
        .where(UNSETTLED),
    ),
  },
  query: {
    list: statement((db, { desk_id, limit }: Wanted) =>
      db
        .selectFrom('query')
        .select(['article_id', 'number', 'to_whom as said'])
        .where('desk_id', '=', desk_id)
        .where(UNANSWERED)
        .orderBy('article_id', 'desc')
        .orderBy('number', 'desc')
        .limit(limit),
    ),
    count: statement((db, { desk_id }: { desk_id: string }) =>
      db
        .selectFrom('query')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('desk_id', '=', desk_id)
        .where(UNANSWERED),
    ),
  },
  complaint: {
    list: statement((db, { desk_id, limit }: Wanted) =>
      db
        .selectFrom('complaint')
        .select(['article_id', 'number', 'due_at as said'])
        .where('desk_id', '=', desk_id)
        .where(UNDECIDED)
        .orderBy('article_id', 'desc')
        .orderBy('number', 'desc')
        .limit(limit),
    ),
    count: statement((db, { desk_id }: { desk_id: string }) =>
      db
        .selectFrom('complaint')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('desk_id', '=', desk_id)
        .where(UNDECIDED),
    ),
  },
};
