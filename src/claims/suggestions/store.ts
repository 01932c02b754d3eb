// All SQL of what people decided about suggestions; the suggestions are read from the text.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { SuggestionTable } from '../tables.ts';

/** What was decided in a version, in the order of the text. */
export function listDecisions(db: Db, version_id: string): Promise<SuggestionTable[]> {
  return decisionsIn(db, { version_id });
}

const decisionsIn = statement((db, { version_id }: { version_id: string }) =>
  db.selectFrom('suggestion').selectAll().where('version_id', '=', version_id).orderBy('start'),
);

/** Stores a decision; one that was made about these words before gives way to it. */
export async function replaceDecision(db: Db, decision: SuggestionTable): Promise<void> {
  await deleteDecision(db, decision);
  await db.insertInto('suggestion').values(decision).execute();
}

/** Forgets what was decided about these words. */
export async function deleteDecision(db: Db, at: Range & { version_id: string }): Promise<void> {
  await db
    .deleteFrom('suggestion')
    .where('version_id', '=', at.version_id)
    .where('start', '=', at.start)
    .where('end', '=', at.end)
    .execute();
}

/** How many claims of the article come from suggestions, and how many suggestions were dismissed, in all its versions. */
export async function countDecisions(db: Db, article_id: string): Promise<{ taken: number; dismissed: number }> {
  const { taken, dismissed } = await db
    .selectFrom('suggestion')
    .innerJoin('version', 'version.id', 'suggestion.version_id')
    .where('version.article_id', '=', article_id)
    .select(({ fn }) => [
      fn.count('suggestion.taken_claim_id').distinct().as('taken'),
      fn.count('suggestion.dismissed_at').as('dismissed'),
    ])
    .executeTakeFirstOrThrow();
  return { taken: Number(taken), dismissed: Number(dismissed) };
}
