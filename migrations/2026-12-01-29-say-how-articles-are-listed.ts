// Whether an article is in work, signed or put away, kept with it: lists find and count it by an index.
import { type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('article')
    .addColumn('listed_as', textType(db), (c) =>
      c.notNull().defaultTo('in_work').check(sql`listed_as in ('in_work', 'signed', 'put_away')`),
    )
    .execute();
  await sql`update article set listed_as = ${sql.raw(listedAs('article'))}`.execute(db);
  await (engineOf(db) === 'sqlite' ? keepOnSqlite(db) : keepOnPostgres(db));
  for (const name of ['article_due', 'article_in_work']) await db.schema.dropIndex(name).execute();
  await sql`create index article_due on article (desk_id, listed_as, coalesce(deadline_at, '9999'), number)`.execute(
    db,
  );
  await sql`create index article_newest on article (desk_id, listed_as, number)`.execute(db);
}

/** Signed where a report was signed of its latest version; in work again where somebody complains. */
function listedAs(article: string): string {
  return `case when ${article}.put_away_at is not null then 'put_away'
    when exists (select 1 from report join version on version.id = report.version_id
      where report.article_id = ${article}.id and version.number = ${article}.latest_version_number)
    and not exists (select 1 from complaint where complaint.article_id = ${article}.id
      and complaint.answered_at is null) then 'signed' else 'in_work' end`;
}

const ANEW = `update article set listed_as = ${listedAs('article')}
  where id = new.article_id and listed_as <> ${listedAs('article')};`;

/** A report stands in a backup before its version. */
const IS_REPORTED = 'exists (select 1 from report where report.version_id = new.id)';

/** By triggers, so that no verb can forget it. */
async function keepOnSqlite(db: Kysely<unknown>): Promise<void> {
  const triggers = [
    `article_listed_by_itself after update of put_away_at, latest_version_number on article
      begin ${ANEW.replace('new.article_id', 'new.id')} end`,
    `article_listed_by_report after insert on report begin ${ANEW} end`,
    `article_listed_by_version after insert on version when ${IS_REPORTED} begin ${ANEW} end`,
    `article_listed_by_complaint after insert on complaint begin ${ANEW} end`,
    `article_listed_by_answer after update of answered_at on complaint begin ${ANEW} end`,
  ];
  for (const trigger of triggers) await sql`create trigger ${sql.raw(trigger)}`.execute(db);
}

async function keepOnPostgres(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  await run(`create function article_listed_by_itself() returns trigger language plpgsql as
    $$ begin new.listed_as := ${listedAs('new')}; return new; end $$`);
  await run(`create trigger article_listed_by_itself before update of put_away_at, latest_version_number on article
    for each row execute function article_listed_by_itself()`);
  // The row is locked first: what somebody else is about to store of the article is seen then.
  const locked = 'perform 1 from article where id = new.article_id for update;';
  for (const [name, body] of Object.entries({
    article_listed_anew: `${locked} ${ANEW}`,
    article_listed_by_version: `if ${IS_REPORTED} then ${locked} ${ANEW} end if;`,
  }))
    await run(`create function ${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`);
  for (const [name, event] of [
    ['report', 'insert on report'],
    ['complaint', 'insert or update of answered_at on complaint'],
  ])
    await run(`create trigger article_listed_by_${name} after ${event}
      for each row execute function article_listed_anew()`);
  await run(`create trigger article_listed_by_version after insert on version
    for each row execute function article_listed_by_version()`);
}
