// By when each claim is due, its article's deadline included, so that my desk finds the nearest of any number.
import { type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';

/** Behind every moment. */
const NEVER = '9999';
const DEADLINE = `(select deadline_at from article where article.id = new.article_id)`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('claim')
    .addColumn('due_key', textType(db), (c) => c.notNull().defaultTo(NEVER))
    .execute();
  await sql`update claim set due_key = coalesce(due_at,
    (select deadline_at from article where article.id = claim.article_id), ${sql.lit(NEVER)})`.execute(db);
  await (engineOf(db) === 'sqlite' ? keepOnSqlite(db) : keepOnPostgres(db));
  for (const name of ['claim_in_hand', 'claim_ready']) await db.schema.dropIndex(name).execute();
  await sql`create index claim_in_hand on claim (assignee_id, desk_id, due_key, article_id desc, number, state, id)
    where state in ('open', 'in_work', 'returned')`.execute(db);
  await sql`create index claim_ready on claim (desk_id, due_key, article_id desc, number, checker_id, id)
    where state = 'ready'`.execute(db);
}

/** By triggers, so that no verb of a claim or an article can forget it. */
async function keepOnSqlite(db: Kysely<unknown>): Promise<void> {
  const set = `update claim set due_key = coalesce(due_at, ${DEADLINE}, '${NEVER}') where id = new.id;`;
  const triggers = [
    `claim_due_when_made after insert on claim when new.due_key = '${NEVER}'
      and (new.due_at is not null or ${DEADLINE} is not null) begin ${set} end`,
    `claim_due_when_changed after update of due_at on claim when new.due_at is not old.due_at begin ${set} end`,
    `claim_due_by_article after update of deadline_at on article when new.deadline_at is not old.deadline_at
      begin update claim set due_key = coalesce(due_at, new.deadline_at, '${NEVER}') where article_id = new.id; end`,
  ];
  for (const trigger of triggers) await sql`create trigger ${sql.raw(trigger)}`.execute(db);
}

async function keepOnPostgres(db: Kysely<unknown>): Promise<void> {
  const functions = {
    claim_due: `begin
      if tg_op = 'UPDATE' or new.due_key = '${NEVER}' then
        new.due_key := coalesce(new.due_at, ${DEADLINE}, '${NEVER}');
      end if;
      return new;
    end`,
    claim_due_by_article: `begin
      update claim set due_key = coalesce(due_at, new.deadline_at, '${NEVER}') where article_id = new.id;
      return null;
    end`,
  };
  for (const [name, body] of Object.entries(functions))
    await sql`create function ${sql.id(name)}() returns trigger language plpgsql as ${sql.lit(body)}`.execute(db);
  await sql`create trigger claim_due before insert or update of due_at on claim
    for each row execute function claim_due()`.execute(db);
  await sql`create trigger claim_due_by_article after update of deadline_at on article
    for each row when (new.deadline_at is distinct from old.deadline_at) execute function claim_due_by_article()`.execute(
    db,
  );
}
