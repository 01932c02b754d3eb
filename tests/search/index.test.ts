// The index is kept by triggers, leaves no byte of what was erased, and is in no backup.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { getArticle } from '#src/articles/store.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { backupTo } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { takeUpChanges } from '#src/search/index-commands.ts';
import { ENTRY_KINDS } from '#src/search/tables.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { hireCast, openNewsroom } from '#tests/support/newsroom.ts';
import { findings, takeSearchedIn } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-search-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const WATCHED = ['article', 'claim', 'claim_attribution', 'source', 'evidence', 'query', 'query_answer', 'contact'];
/** What keeps the index, whatever other migrations did to the tables: on SQLite to rebuild one drops its triggers. */
const KEEPING = [
  ...WATCHED.flatMap((table) => [`search_${table}_made`, `search_${table}_gone`]),
  ...WATCHED.filter((table) => table !== 'query_answer').map((table) => `search_${table}_changed`),
  ...['search_party_of_others', 'search_source_of_others', 'search_text_erased'],
];
const OF_ENTRIES = {
  sqlite: [
    ...['search_entry_made', 'search_entry_changed', 'search_entry_gone', 'search_word_made', 'search_word_gone'],
    ...ENTRY_KINDS.flatMap((kind) => ['made', 'gone', 'changed'].map((when) => `search_index_${kind}_${when}`)),
  ],
  postgres: ['search_entries_made', 'search_entries_gone'],
};

async function triggersOf(db: Db, engine: 'sqlite' | 'postgres'): Promise<string[]> {
  const { rows } =
    engine === 'sqlite'
      ? await sql<{ name: string }>`select name from sqlite_schema where type = 'trigger'`.execute(db)
      : await sql<{ name: string }>`select tgname as name from pg_trigger where not tgisinternal`.execute(db);
  return rows.map(({ name }) => name).filter((name) => name.startsWith('search_'));
}

onEachEngine((engine) => {
  test('every trigger that keeps the index is there after all migrations', async () => {
    const db = await engine.open();
    const expected = [...KEEPING, ...OF_ENTRIES[engine.name]].sort();
    assert.deepEqual((await triggersOf(db, engine.name)).sort(), expected);
  });

  test('a verdict and its sentence leave the other words of a claim in the index alone', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeSearchedIn(newsroom);
    const { db } = newsroom;
    const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
    await takeUpChanges({ db });
    const usesOf = async (word: string) =>
      (await db.selectFrom('search_word').select('uses').where('word', '=', word).executeTakeFirst())?.uses;
    const found = (query: Record<string, string>) => findings(ben, { words: 'harbour burnt', of: 'claim', ...query });
    const verdict = (await listVerdicts(db, newsroom.desks.foreign.id)).find(({ meaning }) => meaning === 'wrong');
    const judge = async (verdict_sentence: string) => {
      const { revision } = await getClaim(db, await getArticle(ada, id), { number: 3 });
      await setVerdicts(ada, id, { number: 3, revision, content_verdict: verdict?.id ?? '', verdict_sentence });
      await takeUpChanges({ db });
    };
    const isSound = async () => {
      if (engine.name === 'sqlite')
        await sql`insert into search_index_claim (search_index_claim) values ('integrity-check')`.execute(db);
    };
    // Whatever is taken out and put in again would be counted anew.
    await db.updateTable('search_word').set({ uses: 77 }).where('word', '=', 'burnt').execute();
    assert.deepEqual(await found({ state: 'open' }), ['claim 3']);
    await judge('');
    assert.deepEqual([await found({ state: 'open' }), await found({ verdict: 'wrong' })], [[], ['claim 3']]);
    assert.equal(await usesOf('burnt'), 77);
    await judge('The quayside burnt, says Marwick.');
    assert.deepEqual(await found({ words: 'harbour marwick' }), ['claim 3']);
    assert.deepEqual(await found({ words: '"burnt the quayside"' }), ['~claim 3']);
    assert.deepEqual([await usesOf('burnt'), await usesOf('marwick')], [77, 1]);
    await isSound();
    await judge('The quayside burnt.');
    assert.deepEqual([await found({ words: 'marwick' }), await usesOf('marwick')], [[], undefined]);
    await db.deleteFrom('search_entry').where('kind', '=', 'claim').execute();
    assert.deepEqual([await found({ words: 'quayside' }), await usesOf('quayside')], [[], undefined]);
    await isSound();
  });

  engine.rule('no backup has a word of the index, and where it is put back everything is found again', async () => {
    const newsroom = await openNewsroom(engine);
    await takeSearchedIn(newsroom);
    const before = await findings(newsroom.ctxOf('ben'), { words: 'lusk' });
    const file = join(folder, `${engine.name}.backup`);
    await backupTo(newsroom.db, file);
    const tables = gunzipSync(readFileSync(file))
      .toString()
      .matchAll(/^\{"table":"(\w+)"/gm);
    assert.deepEqual(
      Array.from(tables, ([, name]) => name).filter((name) => name?.startsWith('search_')),
      [],
    );
    const empty = await openDatabase(await engine.freshConfig());
    after(() => empty.close());
    await restoreFrom(empty.db, file);
    const ben = { ...newsroom.ctxOf('ben'), db: empty.db };
    assert.deepEqual(await findings(ben, { words: 'lusk' }), before);
    assert.deepEqual(await findings(ben, { words: 'vandermer' }), ['~query 1']);
  });
});

onSqlite((engine) => {
  test('a word of an article that was erased is in no byte of the file, nor of its log of writing', async () => {
    const config = await engine.freshConfig();
    const { db, close } = await openDatabase(config);
    after(close);
    const newsroom = await hireCast(db);
    const id = await takeSearchedIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    // Erasing an article takes its text, not what was noted of claims: this word stands in the text alone.
    assert.deepEqual(await findings(ben, { words: 'residents' }), ['article 1']);
    await takeUpChanges({ db });
    const bytes = () => {
      const file = sqliteFileOf(config.data_dir);
      return Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)])
        .toString('latin1')
        .toLowerCase();
    };
    assert.ok(bytes().includes('resident'));
    await eraseArticle(newsroom.ctxOf('ada'), id, { reason: 'Order of a court' });
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    const left = bytes();
    assert.ok(!left.includes('resident'));
    const checked = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    assert.deepEqual(checked.rows, [{ integrity_check: 'ok' }]);
    assert.deepEqual(await db.selectFrom('search_word').select('word').where('word', '=', 'residents').execute(), []);
  });
});
