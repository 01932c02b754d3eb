// Lists of sources brought in and taken along from the pages, without JavaScript.
import assert from 'node:assert/strict';
import { before, describe, it, type TestContext } from 'node:test';
import { addSource } from '#src/sources/commands.ts';
import { eventsOf } from '#tests/evidence/support.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { readInAProcess } from '#tests/support/readers-here.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { read } from './reading.ts';

const LIST = [
  ['TY  - ELEC', 'TI  - Bulletin 31', 'UR  - http://www.karsa.example/31/?utm_source=x', 'AU  - Lind, Ada', 'ER  - '],
  ['TY  - RPRT', 'TI  - The governor’s report', 'PY  - 20x1', 'VL  - 3', 'ER  - '],
  ['TY  - NEWS', 'PY  - 2011', 'ER  - '],
  ['TY  - RPRT', 'TI  - the governor’s  report', 'ER  - '],
  ['TY  - PCOMM', 'TI  - Call with Sorov, 15:40', 'DA  - 2026/03/12/', 'ER  - '],
]
  .flat()
  .join('\r\n');

onSqlite((engine) => {
  describe('lists of sources from the pages', () => {
    let desk: NewsroomDesk;
    let ben: Visitor;
    before(async () => {
      desk = await startNewsroom(engine);
      ben = await desk.visitor('ben');
    });

    const addNew = async (source_line: string, details = {}) =>
      (await addSource(desk.ctxOf('ben'), { desk: desk.desks.foreign.slug, source_line, ...details })).source;
    const cards = () => desk.db.selectFrom('source').selectAll().orderBy('number').execute();

    it('is looked over before anything is stored: what is new, what is here, what is broken, by line and field', async (t) => {
      readInAProcess(t as TestContext);
      const known = await addNew('https://karsa.example/31');
      await ben.visit('/sources');
      await ben.follow('Import sources');
      await ben.press('Review list');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), /Choose a file, or paste the list/);
      await ben.attach('File', 'list.ris', LIST).press('Review list');
      assert.match(ben.path, /^\/sources\/import\/[0-9a-f-]{36}$/);
      assert.match(
        ben.text(),
        /list\.ris, read as RIS\. 5 entries: 2 new, 1 here already, 1 twice in the list, 1 that cannot be imported\. Nothing is stored yet/,
      );
      assert.match(
        ben.text(),
        /One entry cannot be imported.*line 10, field title|One entry cannot be imported.*no title/,
      );
      assert.match(ben.text(), /line 8, field PY: “20x1” is not a calendar date/);
      assert.match(ben.text(), /Not imported: VL/);
      assert.equal((await cards()).length, 1);
      await ben.follow(/^Here already/);
      assert.match(ben.text(), new RegExp(`already number ${known.number}.*can fill in: author or speaker`));
      const look = ben.path.split('?')[0] as string;

      await ben.visit(look);
      const numbers = () => ben.all('tbody tr').length;
      assert.equal(numbers(), 2);
      await ben.press('Import ticked entries');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), /Tick the entries/);
      await ben.tick(/^The governor’s report/).press('Import ticked entries');
      assert.equal(ben.path, look);
      assert.match(ben.notice(), /One source is in the library: number \d+\.$/);
      assert.equal((await cards()).length, 2);
      await ben.tick(/^Also fill in/).press('Import the new one');
      assert.match(ben.path, /^\/sources\?desk=/);
      assert.match(ben.notice(), /One source is in the library: number \d+\. 1 source was filled in\./);
      const stored = await cards();
      assert.deepEqual(
        stored.map(({ title, type, author, dated_on }) => [title, type, author, dated_on]),
        [
          [known.title, 'web', 'Ada Lind', ''],
          ['The governor’s report', 'document', '', '20x1'],
          ['Call with Sorov, 15:40', 'call', '', '2026-03-12'],
        ],
      );
      assert.deepEqual(await eventsOf(desk.db, 'source'), { 'source.added': 1, 'source.imported': 2 });
      const log = await desk.db
        .selectFrom('log_detail')
        .select('after')
        .orderBy('number', 'desc')
        .executeTakeFirstOrThrow();
      assert.match(log.after, /"count":1.*"file".*|"count":1/);

      await ben.visit(look);
      assert.match(ben.text(), /4 here already|4 entries|here already/);
      const again = await ben.send(look, { take: 'all', fill: '1' });
      assert.match(again.notice(), /Nothing was added\. 4 were here already\./);
      assert.deepEqual(await eventsOf(desk.db, 'source'), { 'source.added': 1, 'source.imported': 2 });
      assert.equal((await cards()).length, 3);
    });

    it('keeps what was typed where a list cannot be read, and asks for one of file and list', async () => {
      await ben.visit('/sources/import');
      await ben.fill('Or paste the list', 'Dear editor').press('Review list');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), /does not recognise this as a list of sources/);
      assert.equal(ben.value('Or paste the list'), 'Dear editor');
      await ben.attach('File', 'table.xlsx', 'PK\u0003\u0004').press('Review list');
      assert.match(ben.errors().join(), /a file and a list/);
      await ben.fill('Or paste the list', 'what;where\n1;2').choose('Format', 'CSV').press('Review list');
      assert.match(ben.text(), /No column is called title or url/);
      assert.ok(!ben.offers('Import ticked entries'));
    });

    it('belongs to whoever brought it: guests keep no library, and nobody else sees the list', async () => {
      await ben.visit('/sources/import');
      await ben.fill('Or paste the list', LIST).press('Review list');
      const look = ben.path;
      const [ada, dina, emil, nobody] = [
        await desk.visitor('ada'),
        await desk.visitor('dina'),
        await desk.visitor('emil'),
        await desk.visitor(),
      ];
      const stored = await cards();
      for (const visitor of [ada, dina, emil]) {
        assert.equal((await visitor.visit(look)).status, 404);
        assert.equal((await visitor.send(look, { take: 'all' })).status, 404);
      }
      assert.equal((await dina.visit('/sources/import')).status, 403);
      assert.equal((await dina.send('/sources/import', { desk: desk.desks.foreign.slug, text: LIST })).status, 403);
      assert.equal((await emil.send('/sources/import', { desk: desk.desks.foreign.slug, text: LIST })).status, 404);
      for (const path of ['/sources/import', look, '/sources.ris'])
        assert.match((await nobody.visit(path)).path, /^\/sign-in/);
      assert.equal((await ben.visit('/sources/import/nothing')).status, 404);
      await ben.visit(look);
      await desk.db
        .updateTable('membership')
        .set({ role: 'guest' })
        .where('person_id', '=', desk.persons.ben.id)
        .execute();
      assert.equal((await ben.visit(look)).status, 403);
      assert.equal((await ben.send(look, { take: 'all' })).status, 403);
      await desk.db
        .updateTable('membership')
        .set({ role: 'reviewer' })
        .where('person_id', '=', desk.persons.ben.id)
        .execute();
      assert.deepEqual(await cards(), stored);
    });

    it('is taken along in every format, as it was searched; confidential sources only by a post that the log keeps', async () => {
      await addNew('A leaked letter about Karsa', {
        is_confidential: 1,
        alias: 'Source A',
        url: 'https://secret.example/x',
      });
      await ben.visit('/sources?words=governor');
      for (const format of ['RIS', 'BibTeX', 'CSL-JSON', 'CSV']) {
        await ben.visit('/sources?words=governor');
        await ben.follow(format);
        assert.equal(ben.status, 200);
        assert.match(ben.headers['content-disposition'] ?? '', /attachment; filename="?sources-2026-03-14\./);
        assert.deepEqual(
          read(ben.bytes).entries.map(({ title }) => title),
          ['The governor’s report'],
        );
      }
      const [dina, emil] = [await desk.visitor('dina'), await desk.visitor('emil')];
      for (const ending of ['ris', 'bib', 'csl.json', 'csv']) {
        const path = `/sources.${ending}`;
        for (const visitor of [ben, dina]) {
          await visitor.visit(`${path}?with_confidential=1`);
          assert.match(visitor.body, /Sorov/);
          assert.doesNotMatch(visitor.body, /leaked|secret|Source A/);
          await visitor.visit(`${path}?confidence=confidential`);
          assert.doesNotMatch(visitor.body, /leaked|secret|Source A/);
        }
        assert.equal((await dina.send(path, {})).status, 403);
        assert.doesNotMatch((await emil.visit(path)).body, /Sorov/);
        assert.doesNotMatch((await emil.send(path, {})).body, /Sorov|leaked/);
      }
      const before = (await eventsOf(desk.db, 'source'))['source.exported'] ?? 0;
      await ben.visit('/sources?words=karsa');
      await ben.press('CSV with confidential sources');
      assert.match(ben.headers['content-disposition'] ?? '', /sources-2026-03-14-with-confidential\.csv/);
      const back = read(ben.bytes).entries.find(({ title }) => title.startsWith('A leaked'));
      assert.deepEqual([back?.card?.is_confidential, back?.card?.alias], [1, 'Source A']);
      assert.equal((await eventsOf(desk.db, 'source'))['source.exported'], before + 1);
      await dina.visit('/sources');
      assert.ok(!dina.offers('CSV with confidential sources'));
      for (const path of ['/sources.pdf', '/sources.', '/sources.ris?desk=weekend-desk'])
        assert.equal((await ben.visit(path)).status, 404, path);
    });

    it('comes into another desk as it left this one', async () => {
      const ada = await desk.visitor('ada');
      for (const ending of ['ris', 'bib', 'csl.json', 'csv']) {
        await ada.send(`/sources.${ending}?order=oldest`, {});
        const file = ada.bytes;
        const ours = await desk.db
          .selectFrom('source')
          .selectAll()
          .where('desk_id', '=', desk.desks.foreign.id)
          .orderBy('number')
          .execute();
        await behindTheLog(desk.db).deleteFrom('source').where('desk_id', '=', desk.desks.weekend.id).execute();
        const emil = await desk.visitor('emil');
        await emil.visit('/sources/import');
        await emil.attach('File', `list.${ending}`, file).press('Review list');
        await emil.press(/^Import all \d new ones/);
        const theirs = await desk.db
          .selectFrom('source')
          .selectAll()
          .where('desk_id', '=', desk.desks.weekend.id)
          .orderBy('number')
          .execute();
        const same = (rows: typeof ours) =>
          rows.map(({ id, number, desk_id, created_by, created_at, revision, ...card }) => card);
        assert.deepEqual(same(theirs), same(ours), ending);
      }
    });
  });
});
