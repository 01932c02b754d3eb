// What holds of every file of a report, whatever format comes to the register.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { openLeaks } from '#src/reports/leaks/gather-leaks.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { heldIn } from '#tests/sources/held-back/every-address.ts';
import { MARKERS, type Told, toldDesk } from '#tests/sources/held-back/told-desk.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { everyFile, type FileRead } from './every-file.ts';
import { HALF_CHECKED } from './half-checked.ts';
import { tablesOf } from './sheets.ts';

/** What people read: prose, and tables of claims. Data say the same by keys, and lists of sources have no claims. */
const READ_BY_PEOPLE = ['html', 'pdf', 'docx', 'md'];

describe('a confidential source', () => {
  let desk: NewsroomDesk;
  let told: Told;
  let secrets: string[];
  before(async () => {
    desk = await startNewsroom();
    told = await toldDesk(desk);
    secrets = [...Object.values(MARKERS), told.sha256, ...told.tags];
  });
  after(() => desk.close());

  const filesFor = async (audience: 'internal' | 'public') => {
    const ben = desk.ctxOf('ben');
    return everyFile(ben, await getArticle(ben, told.article), audience);
  };
  const readIn = ({ bytes, text, file_name }: FileRead) => {
    const at = { headers: {}, path: file_name };
    return [...heldIn({ bytes, ...at }, secrets), ...heldIn({ bytes: Buffer.from(text), ...at }, secrets)];
  };

  test('stands in no public byte: no name, number, address, passage, place, note, file, hash, contact, query, reason, party', async () => {
    const files = await filesFor('public');
    assert.ok(files.length > 10);
    for (const file of files) {
      assert.deepEqual(readIn(file), [], file.called);
      const read = file.text.replace(/<style>[\s\S]*?<\/style>/, '');
      assert.doesNotMatch(`${file.file_name} ${read}`, /INTERNAL/, file.called);
    }
  });

  test('stands in an internal file, which says INTERNAL in its name and on its face', async () => {
    const files = await filesFor('internal');
    assert.ok(files.filter((file) => readIn(file).length > 0).length > 6);
    for (const file of files) {
      assert.match(file.file_name, /INTERNAL/, file.called);
      assert.match(file.text, /INTERNAL/, file.called);
    }
  });

  test('is found no more by the look before signing than what is held back already', async () => {
    const ben = desk.ctxOf('ben');
    const leaks = await openLeaks(ben, await getArticle(ben, told.article));
    assert.deepEqual(
      leaks.filter(({ is_printed }) => !is_printed).map(({ label }) => label),
      [],
    );
  });
});

onSqlite((engine) => {
  let files: Record<'internal' | 'public', FileRead[]>;
  before(async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
    // Claim 5 has no source, and is closed: on the checker's word.
    const ok = (await listVerdicts(newsroom.db, newsroom.desks.foreign.id)).find((one) => one.meaning === 'ok')?.id;
    const at = async () => ({ number: 5, revision: (await getClaim(newsroom.db, { id }, { number: 5 })).revision });
    await setVerdicts(ben, id, { ...(await at()), content_verdict: ok, attribution_verdict: 'word_for_word' });
    await closeClaim(cleo, id, await at());
    const article = await getArticle(ben, id);
    files = { internal: await everyFile(ben, article, 'internal'), public: await everyFile(ben, article, 'public') };
  });

  const of = (audience: 'internal' | 'public', formats: string[]) =>
    files[audience].filter(({ format }) => formats.includes(format));

  test('what has nothing under it is on the checker’s word, in both reports', () => {
    for (const audience of ['internal', 'public'] as const) {
      for (const { text, called } of of(audience, READ_BY_PEOPLE)) assert.match(text, /on the checker’s word/, called);
      for (const { text } of of(audience, ['json'])) assert.match(text, /"on_checkers_word": true/);
      const tables = tablesOf(files[audience], 'claims');
      assert.equal(tables.length, 2);
      for (const { called, rows } of tables)
        assert.deepEqual(
          rows.filter(({ on_checkers_word }) => on_checkers_word === 'yes').map(({ number }) => number),
          ['5'],
          called,
        );
    }
  });

  test('what waits for its second read is not checked, with its cause, in both reports', () => {
    for (const audience of ['internal', 'public'] as const) {
      for (const { text, called } of of(audience, [...READ_BY_PEOPLE, 'json'])) {
        assert.match(text, /waits for second read/, called);
        assert.match(text, /nobody has checked it yet/, called);
      }
      for (const { called, rows } of tablesOf(files[audience], 'claims')) {
        const of_number = (number: string) => rows.find((row) => row.number === number);
        const { not_checked, content_verdict, second_reader } = of_number('3') ?? {};
        assert.deepEqual([not_checked, content_verdict, second_reader], ['waits for second read', '', ''], called);
        assert.equal(of_number('2')?.not_checked, 'nobody has checked it yet', called);
        assert.equal(of_number('1')?.not_checked, '', called);
      }
    }
  });

  test('a claim that is not checked has no review of its own, and no verdict in an annotation', () => {
    const [reviews] = files.public.filter(({ format }) => format === 'jsonld');
    assert.ok(reviews);
    assert.doesNotMatch(reviews.text, /took command of the operation/);
  });
});
