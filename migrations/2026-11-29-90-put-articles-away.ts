// Articles that are put away, their claims that wait no more, what articles are found by, and the indexes of the lists.
import { type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';
import { foldKey } from '#src/text-fields.ts';

export async function up(db: Kysely<Old>): Promise<void> {
  await db.schema.alterTable('article').addColumn('put_away_at', textType(db)).execute();
  for (const [name, references] of [
    ['put_away_by', 'person.id'],
    ['put_away_reason', null],
    ['find_key', null],
  ] as const)
    await db.schema
      .alterTable('article')
      .addColumn(name, textType(db), (c) => (references ? c.references(references) : c.notNull().defaultTo('')))
      .execute();
  await db.schema
    .alterTable('claim')
    .addColumn('is_put_away', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_put_away in (0, 1)`))
    .execute();
  await db.schema
    .alterTable('article_progress')
    .addColumn('is_settled', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_settled in (0, 1)`))
    .execute();
  await fillKeys(db);
  await (engineOf(db) === 'sqlite' ? keepOnSqlite(db) : keepOnPostgres(db));
  await indexWaiting(db);
  await indexLists(db);
}

interface Old {
  article: { id: string; title: string; byline: string; find_key: string };
}

async function fillKeys(db: Kysely<Old>): Promise<void> {
  for (const { id, title, byline } of await db.selectFrom('article').select(['id', 'title', 'byline']).execute())
    await db
      .updateTable('article')
      .set({ find_key: foldKey(`${title} ${byline}`) })
      .where('id', '=', id)
      .execute();
}

/** By triggers, so that no verb of an article can forget its claims. */
async function keepOnSqlite(db: Kysely<Old>): Promise<void> {
  await sql`create trigger claim_put_away_by_article after update of put_away_at on article
    when (new.put_away_at is null) <> (old.put_away_at is null)
    begin update claim set is_put_away = new.put_away_at is not null where article_id = new.id; end`.execute(db);
}

async function keepOnPostgres(db: Kysely<Old>): Promise<void> {
  const body = `begin
    update claim set is_put_away = (new.put_away_at is not null)::int where article_id = new.id;
    return null;
  end`;
  await sql`create function claim_put_away_by_article() returns trigger language plpgsql as ${sql.lit(body)}`.execute(
    db,
  );
  await sql`create trigger claim_put_away_by_article after update of put_away_at on article for each row
    when ((new.put_away_at is null) <> (old.put_away_at is null)) execute function claim_put_away_by_article()`.execute(
    db,
  );
}

/** By article, so that what waits is counted for each without a look at the claims themselves. */
async function indexWaiting(db: Kysely<Old>): Promise<void> {
  for (const name of ['claim_in_hand', 'claim_ready']) await db.schema.dropIndex(name).execute();
  await sql`create index claim_in_hand on claim (assignee_id, desk_id, article_id, due_key, number, state, id)
    where state in ('open', 'in_work', 'returned') and is_put_away = 0`.execute(db);
  await sql`create index claim_ready on claim (desk_id, article_id, checker_id, due_key, number, id)
    where state = 'ready' and is_put_away = 0`.execute(db);
  await sql`create index paragraph_assignee_person on paragraph_assignee (person_id, version_id)`.execute(db);
}

/** In the orders in which lists show them. */
async function indexLists(db: Kysely<Old>): Promise<void> {
  await sql`create index article_due on article (desk_id, coalesce(deadline_at, '9999'), number)
    where put_away_at is null`.execute(db);
  await sql`create index article_in_work on article (desk_id, number) where put_away_at is null`.execute(db);
  await sql`create index article_put_away on article (desk_id, put_away_at, number)
    where put_away_at is not null`.execute(db);
}
