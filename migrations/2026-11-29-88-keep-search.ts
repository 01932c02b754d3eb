// Triggers that note what has to be looked at for the index of searching, and that forget at once what is gone.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

interface Watched {
  table: string;
  /** Of which kind the entry is that its words belong to, and the column that has the id of that one. */
  kind: 'article' | 'claim' | 'source' | 'passage' | 'query' | 'contact';
  of: string;
  /** The columns whose change is a change of the entry; rows of a table without any are made once. */
  columns: string[];
}

const WATCHED: Watched[] = [
  {
    table: 'article',
    kind: 'article',
    of: 'id',
    columns: ['title', 'byline', 'outlet', 'place', 'latest_version_number'],
  },
  {
    table: 'claim',
    kind: 'claim',
    of: 'id',
    columns: ['statement', 'verdict_sentence', 'kind', 'state', 'content_verdict_id'],
  },
  { table: 'claim_attribution', kind: 'claim', of: 'claim_id', columns: ['party_id'] },
  { table: 'source', kind: 'source', of: 'id', columns: ['search_text', 'is_confidential'] },
  {
    table: 'evidence',
    kind: 'passage',
    of: 'id',
    columns: ['passage', 'place', 'note', 'speaker_id', 'source_id', 'removed_at'],
  },
  { table: 'query', kind: 'query', of: 'id', columns: ['question', 'words', 'state'] },
  { table: 'query_answer', kind: 'query', of: 'query_id', columns: [] },
  {
    table: 'contact',
    kind: 'contact',
    of: 'id',
    columns: ['name', 'body', 'put', 'answer', 'party_id', 'withdrawn_at'],
  },
];

/** What changes the entries of others: a speaker's new name, a source that becomes confidential, or is no more. */
const OF_OTHERS = {
  party: {
    columns: ['name', 'role'],
    waits: `insert into search_waiting (kind, subject_id)
        select 'claim', claim_id from claim_attribution where article_id = new.article_id and party_id = new.id;
      insert into search_waiting (kind, subject_id)
        select 'passage', id from evidence where article_id = new.article_id and speaker_id = new.id;
      insert into search_waiting (kind, subject_id)
        select 'contact', id from contact where article_id = new.article_id and party_id = new.id;`,
  },
  source: {
    columns: ['is_confidential'],
    waits: `insert into search_waiting (kind, subject_id) select 'passage', id from evidence where source_id = new.id;`,
  },
};

/** All that is there already waits, too. */
const FIRST: [kind: string, table: string][] = [
  ['article', 'article'],
  ['claim', 'claim'],
  ['source', 'source'],
  ['passage', 'evidence'],
  ['query', 'query'],
  ['contact', 'contact'],
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  for (const [kind, table] of FIRST)
    await run(`insert into search_waiting (kind, subject_id) select '${kind}', id from "${table}" order by id`);
  await (engineOf(db) === 'sqlite' ? onSqlite(run) : onPostgres(run));
}

type Run = (statement: string) => Promise<unknown>;

async function onSqlite(run: Run): Promise<void> {
  const trigger = (name: string, when: string, waits: string) =>
    run(`create trigger search_${name} after ${when} begin ${waits} end`);
  for (const { table, kind, of, columns } of WATCHED) {
    const wait = (row: string) => `insert into search_waiting (kind, subject_id) values ('${kind}', ${row}.${of});`;
    await trigger(`${table}_made`, `insert on "${table}"`, wait('new'));
    if (columns.length > 0)
      await trigger(
        `${table}_changed`,
        `update of ${columns.join(', ')} on "${table}" when ${differs(columns, 'is not')}`,
        wait('new'),
      );
    const gone = of === 'id' ? 'delete from search_entry where subject_id = old.id;' : wait('old');
    await trigger(`${table}_gone`, `delete on "${table}"`, gone);
  }
  for (const [table, { columns, waits }] of Object.entries(OF_OTHERS))
    await trigger(
      `${table}_of_others`,
      `update of ${columns.join(', ')} on "${table}" when ${differs(columns, 'is not')}`,
      waits,
    );
  await trigger(
    'text_erased',
    'update of text on version when new.text is null and old.text is not null',
    'delete from search_entry where article_id = old.article_id;',
  );
}

async function onPostgres(run: Run): Promise<void> {
  const made = (name: string, body: string) =>
    run(`create function search_${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`);
  const trigger = (name: string, when: string, call: string, only = '') =>
    run(`create trigger search_${name} after ${when} for each row ${only} execute function search_${call}`);
  for (const { table, kind, of, columns } of WATCHED) {
    const wait = (row: string) => `insert into search_waiting (kind, subject_id) values ('${kind}', ${row}.${of});`;
    await made(`${table}_waits`, wait('new'));
    await trigger(`${table}_made`, `insert on "${table}"`, `${table}_waits()`);
    if (columns.length > 0)
      await trigger(
        `${table}_changed`,
        `update of ${columns.join(', ')} on "${table}"`,
        `${table}_waits()`,
        `when (${differs(columns, 'is distinct from')})`,
      );
    await made(`${table}_goes`, of === 'id' ? 'delete from search_entry where subject_id = old.id;' : wait('old'));
    await trigger(`${table}_gone`, `delete on "${table}"`, `${table}_goes()`);
  }
  for (const [table, { columns, waits }] of Object.entries(OF_OTHERS)) {
    await made(`${table}_of_others`, waits);
    await trigger(
      `${table}_of_others`,
      `update of ${columns.join(', ')} on "${table}"`,
      `${table}_of_others()`,
      `when (${differs(columns, 'is distinct from')})`,
    );
  }
  await made('text_erased', 'delete from search_entry where article_id = old.article_id;');
  await trigger(
    'text_erased',
    'update of text on version',
    'text_erased()',
    'when (new.text is null and old.text is not null)',
  );
}

function differs(columns: string[], is_not: string): string {
  return columns.map((column) => `old.${column} ${is_not} new.${column}`).join(' or ');
}
