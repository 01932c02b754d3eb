// On PostgreSQL, what waits is counted behind a short question: each statement reads a long one anew.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

const KEY = 'desk_id, article_id, person_id, kind, due_key';
const DECIDES = ['state', 'assignee_id', 'checker_id', 'same_as_id', 'is_put_away', 'due_key'];

export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  for (const name of ['made', 'changed']) await run(`drop trigger claim_waits_when_${name} on claim`);
  await run(`create or replace function claim_waits_when_changed() returns trigger language plpgsql as
    $$ begin if ${MOVES} then ${LESS} ${MORE} end if; return null; end $$`);
  const differs = DECIDES.map((column) => `old.${column} is distinct from new.${column}`).join(' or ');
  await run(`create trigger claim_waits_when_made after insert on claim
    for each row execute function claim_waits_when_made()`);
  await run(`create trigger claim_waits_when_changed after update of ${DECIDES.join(', ')}, due_at on claim
    for each row when (${differs}) execute function claim_waits_when_changed()`);
}

/** As the migration that made the triggers has them. */
function kind(row: string): string {
  return `case when ${row}.is_put_away = 1 then null
    when ${row}.state in ('open', 'in_work', 'returned') and ${row}.assignee_id is not null then 'in_hand'
    when ${row}.state = 'ready' and ${row}.checker_id is not null and ${row}.same_as_id is null then 'ready' end`;
}

function person(row: string): string {
  return `case when ${row}.state = 'ready' then ${row}.checker_id else ${row}.assignee_id end`;
}

const MOVES = [kind, person, (row: string) => `${row}.due_key`]
  .map((of) => `(${of('old')}) is distinct from (${of('new')})`)
  .join(' or ');

function counted(row: 'old' | 'new', by: 1 | -1): string {
  return `insert into claim_waiting (${KEY}, claims)
    select ${row}.desk_id, ${row}.article_id, ${person(row)}, ${kind(row)}, ${row}.due_key, ${by}
      where ${kind(row)} is not null
    on conflict (${KEY}) do update set claims = claim_waiting.claims + excluded.claims;`;
}

const LESS = `${counted('old', -1)} delete from claim_waiting where claims = 0 and desk_id = old.desk_id
  and article_id = old.article_id and person_id = ${person('old')} and kind = ${kind('old')} and due_key = old.due_key;`;
const MORE = counted('new', 1);
