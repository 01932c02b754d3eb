// How many claims of each article wait for whom, counted when one changes: my desk reads none to count it.
import { type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';

const KEY = ['desk_id', 'article_id', 'person_id', 'kind', 'due_key'];
const DECIDES = ['state', 'assignee_id', 'checker_id', 'same_as_id', 'is_put_away', 'due_key'];
/** PostgreSQL asks which columns a statement names: by when a claim is due another trigger sets along with this one. */
const NAMED = [...DECIDES, 'due_at'];

export async function up(db: Kysely<unknown>): Promise<void> {
  const is_sqlite = engineOf(db) === 'sqlite';
  await db.schema
    .createTable('claim_waiting')
    .addColumn('desk_id', textType(db), (c) => c.notNull())
    .addColumn('article_id', textType(db), (c) => c.notNull())
    .addColumn('person_id', textType(db), (c) => c.notNull())
    .addColumn('kind', textType(db), (c) => c.notNull().check(sql`kind in ('in_hand', 'ready')`))
    .addColumn('due_key', textType(db), (c) => c.notNull())
    .addColumn('claims', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('claim_waiting_key', KEY as never)
    .$call((table) => (is_sqlite ? table.modifyEnd(sql`without rowid`) : table))
    .execute();
  await sql`insert into claim_waiting (${sql.raw(KEY.join(', '))}, claims)
    select desk_id, article_id, ${sql.raw(person('claim'))}, ${sql.raw(kind('claim'))}, due_key, count(*)
    from claim where ${sql.raw(kind('claim'))} is not null group by 1, 2, 3, 4, 5`.execute(db);
  await (is_sqlite ? keepOnSqlite(db) : keepOnPostgres(db));
  await indexFirst(db);
}

/** In which way a claim waits: whoever has it in hand is to check it, and anybody but who judged it to read it second. */
function kind(row: string): string {
  return `case when ${row}.is_put_away = 1 then null
    when ${row}.state in ('open', 'in_work', 'returned') and ${row}.assignee_id is not null then 'in_hand'
    when ${row}.state = 'ready' and ${row}.checker_id is not null and ${row}.same_as_id is null then 'ready' end`;
}

function person(row: string): string {
  return `case when ${row}.state = 'ready' then ${row}.checker_id else ${row}.assignee_id end`;
}

/** One more, or one less, where a row of claims stands. In whatever order triggers come: what is added up is the same. */
function counted(row: 'old' | 'new', by: 1 | -1): string {
  return `insert into claim_waiting (${KEY.join(', ')}, claims)
    select ${row}.desk_id, ${row}.article_id, ${person(row)}, ${kind(row)}, ${row}.due_key, ${by}
      where ${kind(row)} is not null
    on conflict (${KEY.join(', ')}) do update set claims = claim_waiting.claims + excluded.claims;`;
}

function noneLeft(row: 'old' | 'new'): string {
  return `delete from claim_waiting where claims = 0 and desk_id = ${row}.desk_id and article_id = ${row}.article_id
    and person_id = ${person(row)} and kind = ${kind(row)} and due_key = ${row}.due_key;`;
}

const LESS = counted('old', -1) + noneLeft('old');
const MORE = counted('new', 1);

function moves(is_not: string): string {
  const differs = (of: (row: string) => string) => `(${of('old')}) ${is_not} (${of('new')})`;
  return [kind, person, (row: string) => `${row}.due_key`].map(differs).join(' or ');
}

/** By triggers, as by when they are due: no verb can forget it. */
async function keepOnSqlite(db: Kysely<unknown>): Promise<void> {
  const triggers = [
    `claim_waits_when_made after insert on claim when ${kind('new')} is not null
      begin ${MORE} ${noneLeft('new')} end`,
    `claim_waits_when_changed after update of ${DECIDES.join(', ')} on claim when ${moves('is not')}
      begin ${LESS} ${MORE} ${noneLeft('new')} end`,
    `claim_waits_when_gone after delete on claim when ${kind('old')} is not null begin ${LESS} end`,
  ];
  for (const trigger of triggers) await sql`create trigger ${sql.raw(trigger)}`.execute(db);
}

async function keepOnPostgres(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  for (const [name, body] of Object.entries({ made: MORE, changed: LESS + MORE, gone: LESS }))
    await run(`create function claim_waits_when_${name}() returns trigger language plpgsql as
      $$ begin ${body} return null; end $$`);
  const on = (name: string, event: string, when: string) =>
    run(`create trigger claim_waits_when_${name} after ${event} on claim for each row
      when (${when}) execute function claim_waits_when_${name}()`);
  await on('made', 'insert', `${kind('new')} is not null`);
  await on('changed', `update of ${NAMED.join(', ')}`, moves('is distinct from'));
  await on('gone', 'delete', `${kind('old')} is not null`);
}

/** For the first of those that wait in an article. How many there are is counted no more. */
async function indexFirst(db: Kysely<unknown>): Promise<void> {
  for (const name of ['claim_in_hand', 'claim_ready']) await db.schema.dropIndex(name).execute();
  await sql`create index claim_in_hand on claim (assignee_id, desk_id, article_id, number)
    where state in ('open', 'in_work', 'returned') and is_put_away = 0`.execute(db);
  await sql`create index claim_ready on claim (article_id, number)
    where state = 'ready' and is_put_away = 0`.execute(db);
}
