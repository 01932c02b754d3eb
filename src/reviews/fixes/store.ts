// All SQL of fixes.
import { sql } from 'kysely';
import { articlesOf } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import { rolesThatMay } from '#src/people/permissions.ts';
import type { FixTable } from '../tables.ts';

export interface FixFound extends FixTable {
  claim_number: number | null;
  asker_name: string | null;
  decider_name: string | null;
  /** The number of the version that has it. */
  in_copy_version: number | null;
}

function fixesOfArticle(db: Db, article_id: string) {
  return db
    .selectFrom('fix')
    .leftJoin('claim', 'claim.id', 'fix.claim_id')
    .leftJoin('person as asker', 'asker.id', 'fix.asked_by')
    .leftJoin('person as decider', 'decider.id', 'fix.decided_by')
    .leftJoin('version', 'version.id', 'fix.in_copy_version_id')
    .selectAll('fix')
    .select([
      'claim.number as claim_number',
      'asker.display_name as asker_name',
      'decider.display_name as decider_name',
      'version.number as in_copy_version',
    ])
    .where('fix.article_id', '=', article_id);
}

/** The fixes of an article in the order they were asked. One query. */
export function listFixes(db: Db, article_id: string): Promise<FixFound[]> {
  return fixesIn(db, { article_id });
}

const fixesIn = statement((db, { article_id }: { article_id: string }) =>
  fixesOfArticle(db, article_id).orderBy('fix.number'),
);

/** The fix of this id in the article; NotFound where there is none. */
export async function getFix(db: Db, at: { id: string; article_id: string }): Promise<FixFound> {
  if (!isId(at.id)) throw new NotFound();
  const fix = await fixesOfArticle(db, at.article_id).where('fix.id', '=', at.id).executeTakeFirst();
  if (fix === undefined) throw new NotFound();
  return fix;
}

/** What waits for the actor as an editor: by article, how many fixes are to be decided and how many queries to be answered. */
export async function listForEditor(ctx: Context): Promise<ForEditor[]> {
  const waiting = askedFixes(ctx.db)
    .select('fix.article_id')
    .unionAll(editorsQueries(ctx.db).select('query.article_id'));
  const rows = await articlesOf(ctx)
    .clearSelect()
    .select(['article.id', 'article.number', 'article.title', 'article.language', 'article.deadline_at'])
    .select('desk.time_zone')
    .select((eb) => [
      askedFixes(ctx.db)
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('fix.article_id', '=', eb.ref('article.id'))
        .as('fixes'),
      editorsQueries(ctx.db)
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('query.article_id', '=', eb.ref('article.id'))
        .as('queries'),
    ])
    .where('mine.role', 'in', rolesThatMay('decide_fixes'))
    .where('article.id', 'in', waiting)
    .where('article.put_away_at', 'is', null)
    .orderBy('article.deadline_at', (order) => order.asc().nullsLast())
    .orderBy('article.number')
    .limit(MOST_WAITING)
    .execute();
  return rows.map((row) => ({ ...row, fixes: Number(row.fixes), queries: Number(row.queries) }));
}

/** The fixes that an editor has to decide: spelt out, as in the index of these few among all there ever were. */
function askedFixes(db: Db) {
  return db.selectFrom('fix').where(sql<boolean>`fix.state = 'asked'`);
}

/** The queries that an editor has to answer: spelt out for the same reason. */
function editorsQueries(db: Db) {
  return db.selectFrom('query').where(sql<boolean>`query.state = 'open' and query.to_whom = 'editor'`);
}

const MOST_WAITING = 50;

export interface ForEditor {
  id: string;
  number: number;
  title: string;
  language: string;
  deadline_at: string | null;
  time_zone: string;
  fixes: number;
  queries: number;
}

export async function insertFix(db: Db, fix: FixTable): Promise<void> {
  await db.insertInto('fix').values(fix).execute();
}

/** Changes a fix and raises its revision. The caller holds the article's lock. */
export async function updateFix(db: Db, id: string, changes: Partial<FixTable>): Promise<void> {
  await updateRow(db, 'fix', { id, changes, revised: 'revised' });
}

/** Puts a fix where its words stand in a new version; forms that are open meanwhile may still be saved. */
export async function updateFixPlace(
  db: Db,
  id: string,
  place: Pick<FixTable, 'place_version_id' | 'place_start' | 'place_end' | 'version_note'>,
): Promise<void> {
  await db.updateTable('fix').set(place).where('id', '=', id).execute();
}
