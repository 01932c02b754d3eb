// What of the log happened at an article since a page of it was made.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';

export interface ChangeFound {
  number: number;
  verb: string;
  actor: string;
  at: string;
  subject: string;
}

/** The events of an article behind the one with this number, newest first, without their details. */
export const listChangesAfter: (
  db: Db,
  values: { article_id: string; after: number; limit: number },
) => Promise<ChangeFound[]> = statement((db, { article_id, after, limit }) =>
  db
    .selectFrom('log')
    .select(['number', 'verb', 'actor', 'at', 'subject'])
    .where('article_id', '=', article_id)
    .where('number', '>', after)
    .orderBy('number', 'desc')
    .limit(limit),
);

/** The numbers of claims, by their ids. */
export async function listClaimNumbers(db: Db, article_id: string, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'number'])
    .where('article_id', '=', article_id)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
