// What both engines promise alike: bytes of text, order, numbers, and tables whose rows stay as they are.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import {
  bytesType,
  type Db,
  engineOf,
  forUpdate,
  guardAppendOnly,
  isUniqueViolation,
  textType,
} from '#src/database/engine.ts';
import { cleanText } from '#src/text-fields.ts';
import { onEachEngine } from '#tests/support/engines.ts';

type Notes = { note: { id: string; words: string; bytes: Buffer | null } };

async function makeNotes(db: Db): Promise<Kysely<Notes>> {
  const notes = db as unknown as Kysely<Notes>;
  await notes.schema
    .createTable('note')
    .addColumn('id', textType(db), (column) => column.primaryKey())
    .addColumn('words', textType(db), (column) => column.notNull())
    .addColumn('bytes', bytesType(db))
    .execute();
  return notes;
}

onEachEngine((engine) => {
  let db: Db;
  before(async () => {
    db = await engine.open();
  });

  /** A table without rows, in the one database of these tests. */
  async function newNotes(): Promise<Kysely<Notes>> {
    await sql`drop table if exists note`.execute(db);
    return makeNotes(db);
  }

  test('the connection and its transactions know their engine', async () => {
    assert.equal(engineOf(db), engine.name);
    await db.transaction().execute(async (transaction) => assert.equal(engineOf(transaction), engine.name));
  });

  test('text is ordered byte by byte, not by any language', async () => {
    const notes = await newNotes();
    const ids = ['é', 'b', 'B', 'a', 'Z', '_', '1', 'ﬁ', '😀'];
    await notes
      .insertInto('note')
      .values(ids.map((id) => ({ id, words: '', bytes: null })))
      .execute();
    const found = await notes.selectFrom('note').select('id').orderBy('id').execute();
    const byBytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    assert.deepEqual(
      found.map((row) => row.id),
      byBytes,
    );
  });

  test('a cleaned text comes back as it went in, whatever was pasted', async () => {
    const notes = await newNotes();
    const pasted = [
      'a\0b',
      'lone \ud800 surrogate',
      '\ud83d',
      'كابول ‮txt.exe',
      'tab\tline\r\nend',
      'bell\u0007',
      '𝔸😀\u2028x',
    ];
    for (const [index, words] of pasted.entries())
      await notes
        .insertInto('note')
        .values({ id: String(index), words: cleanText(words), bytes: null })
        .execute();
    const found = await notes.selectFrom('note').select('words').orderBy('id').execute();
    assert.deepEqual(
      found.map((row) => row.words),
      pasted.map(cleanText),
    );
    assert.deepEqual(
      found.slice(0, 3).map((row) => row.words),
      ['ab', 'lone \ufffd surrogate', '\ufffd'],
    );
  });

  test('bytes come back as a Buffer', async () => {
    const notes = await newNotes();
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    await notes.insertInto('note').values({ id: '1', words: '', bytes }).execute();
    const found = await notes.selectFrom('note').select('bytes').executeTakeFirstOrThrow();
    assert.ok(Buffer.isBuffer(found.bytes) && found.bytes.equals(bytes));
  });

  test('counts and sums are numbers', async () => {
    const notes = await newNotes();
    await notes.insertInto('note').values({ id: '1', words: '', bytes: null }).execute();
    const counted = await notes
      .selectFrom('note')
      .select((all) => [all.fn.countAll<number>().as('count'), sql<number>`sum(cast(1 as bigint))`.as('sum')])
      .executeTakeFirstOrThrow();
    assert.deepEqual(counted, { count: 1, sum: 1 });
  });

  test('a key that is there already is told from other errors', async () => {
    const notes = await newNotes();
    const insert = () => notes.insertInto('note').values({ id: '1', words: '', bytes: null }).execute();
    await insert();
    await assert.rejects(insert, isUniqueViolation);
    const withoutWords = sql`insert into note (id) values ('2')`.execute(notes);
    await assert.rejects(withoutWords, (error) => !isUniqueViolation(error));
  });

  test('no primary key is ever null', async () => {
    const notes = await newNotes();
    await assert.rejects(sql`insert into note (id, words) values (null, '')`.execute(notes), /null/i);
  });

  test('rows can be locked for a rule that reads before it writes', async () => {
    const notes = await newNotes();
    await notes.insertInto('note').values({ id: '1', words: 'here', bytes: null }).execute();
    const found = await notes
      .transaction()
      .execute((transaction) =>
        forUpdate(transaction.selectFrom('note').selectAll().where('id', '=', '1'), 'note').executeTakeFirst(),
      );
    assert.equal(found?.words, 'here');
  });

  test('an append-only table takes new rows and refuses every way of changing one', async () => {
    const notes = await newNotes();
    await guardAppendOnly(notes, 'note');
    await sql`insert into note (id, words) values ('1', 'first')`.execute(notes);
    const attempts = [
      sql`update note set words = 'other'`,
      sql`delete from note`,
      engine.name === 'sqlite'
        ? sql`insert or replace into note (id, words) values ('1', 'other')`
        : sql`truncate note`,
      sql`insert into note (id, words) values ('1', 'other') on conflict (id) do update set words = 'other'`,
    ];
    for (const attempt of attempts) await assert.rejects(attempt.execute(notes), /note is append-only/);
    assert.deepEqual(await notes.selectFrom('note').select('words').execute(), [{ words: 'first' }]);
  });
});
