// The research package: what the writer hands in by the link, and what the desk makes of each piece.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { bringArticleBack, putArticleAway } from '#src/articles/put-away-commands.ts';
import { systemContext } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { verifyFiles } from '#src/files/verify.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { eraseLeftPieces } from '#src/reviews/package/erase-commands.ts';
import { handInFiles } from '#src/reviews/package/hand-in-files-commands.ts';
import { makeWriterLink, withdrawWriterLink } from '#src/reviews/writer/link-commands.ts';
import { workbook } from '#tests/sheets/tables.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { portOf } from '#tests/support/listening.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { HEADLINE, type Strike, strikeAt } from './support.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const LIMITS = { WRITER_FILES: '4', WRITER_BYTES: '150000', UPLOAD_LIMIT: '100000' };

async function linkOf(desk: NewsroomDesk, strike: Strike): Promise<{ path: string; id: string }> {
  const { token } = await makeWriterLink(desk.ctxOf('ada'), strike.id, { name: 'Marta Quist', days: 3 });
  const link = desk.db.selectFrom('writer_link').select('id').where('article_id', '=', strike.id);
  return { path: `/writer/${token}`, id: (await link.orderBy('id', 'desc').executeTakeFirstOrThrow()).id };
}

interface Sent {
  name: string;
  type?: string;
  bytes: Buffer | string;
}

function multipart(
  files: Sent[],
  fields: Record<string, string> = {},
  field = 'files',
): { body: Buffer; type: string } {
  const boundary = 'paper-and-ink';
  const part = (named: string, bytes: Buffer | string, more = '') => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${named}${more}\r\n\r\n`),
    Buffer.from(bytes as string),
    Buffer.from('\r\n'),
  ];
  const parts = [
    ...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, value)),
    ...files.flatMap(({ name, type = 'application/octet-stream', bytes }) =>
      part(`name="${field}"; filename="${name}"`, bytes, `\r\nContent-Type: ${type}`),
    ),
  ];
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function sendFiles(visitor: Visitor, path: string, files: Sent[], fields?: Record<string, string>) {
  const { body, type } = multipart(files, fields);
  return visitor.sendBytes(`${path}/package/files`, body, { 'Content-Type': type });
}

onSqlite((engine) => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom(engine, { settings: LIMITS });
  });
  after(() => desk.close());
  const pieces = (strike: Strike) =>
    desk.db.selectFrom('handed_piece').selectAll().where('article_id', '=', strike.id).orderBy('id').execute();
  const staged = () => desk.db.selectFrom('file').select('id').where('linked_at', 'is', null).execute();

  describe('a writer with a link', () => {
    let strike: Strike;
    let path: string;
    let writer: Visitor;
    before(async () => {
      strike = await strikeAt(desk);
      path = (await linkOf(desk, strike)).path;
      writer = await desk.visitor();
    });

    test('hands in files: each is recognised by its bytes, one that is refused costs the others nothing, the same again adds nothing', async () => {
      await writer.visit(path);
      await writer.follow('Hand in files, contacts or notes');
      assert.deepEqual(await htmlProblems(writer.body), []);
      assert.equal(writer.headers['cache-control'], 'no-store');
      assert.match(String(writer.headers['x-robots-tag']), /noindex/);
      const notes = 'Interview notes, 12 March.';
      await sendFiles(
        writer,
        path,
        [
          { name: '../../etc/pass\u202ewd.txt', bytes: notes },
          { name: 'crane.png', type: 'text/plain', bytes: PNG },
          { name: 'setup.exe.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)]) },
          { name: 'empty.txt', bytes: '' },
          { name: 'again.txt', bytes: notes },
        ],
        { words: 'From the union.', about: 'paragraph 2' },
      );
      assert.equal(writer.status, 200);
      assert.match(
        writer.notice(),
        /The desk has “passwd\.txt”, “crane\.png”\. “again\.txt” was here already, byte for byte/,
      );
      assert.match(
        writer.text(),
        /“setup\.exe\.pdf” was not kept: it is [^.]*\..*“empty\.txt” was not kept: it is empty\./,
      );
      const kept = await pieces(strike);
      assert.deepEqual(
        kept.map(({ name, media_type, sha256, about }) => [name, media_type, sha256, about]),
        [
          ['passwd.txt', 'text/plain', createHash('sha256').update(notes).digest('hex'), 'paragraph 2'],
          ['crane.png', 'image/png', createHash('sha256').update(PNG).digest('hex'), 'paragraph 2'],
        ],
      );
      assert.deepEqual(await staged(), []);
      await sendFiles(writer, path, [{ name: 'other-name.txt', bytes: notes }]);
      assert.match(writer.notice(), /^“other-name\.txt” was here already/);
      assert.equal((await pieces(strike)).length, 2);
      await sendFiles(writer, path, [{ name: 'empty.txt', bytes: '' }]);
      assert.equal(writer.status, 422);
      await sendFiles(writer, path, []);
      assert.deepEqual(writer.errors(), ['Choose a file.']);
    });

    test('is told in words what is too large and too many, and loses nothing else', async () => {
      const big = await sendFiles(writer, path, [{ name: 'big.txt', bytes: 'x'.repeat(170_000) }]);
      assert.equal(big.status, 413);
      assert.match(writer.errors().join(), /larger than the 100 kB the desk takes here/);
      await sendFiles(writer, path, [{ name: 'one.txt', bytes: 'a'.repeat(80_000) }]);
      await sendFiles(writer, path, [
        { name: 'two.txt', bytes: 'b'.repeat(80_000) },
        { name: 'three.txt', bytes: 'little' },
        { name: 'four.txt', bytes: 'one more' },
      ]);
      assert.match(writer.text(), /“two\.txt” was not kept: with it this link would have brought more than 150 kB/);
      assert.match(writer.text(), /“four\.txt” was not kept: this link has brought 4 files, which is all it may/);
      assert.match(writer.notice(), /The desk has “three\.txt”/);
      const many = Array.from({ length: 21 }, (_, at) => ({ name: `${at}.txt`, bytes: String(at) }));
      await sendFiles(writer, path, many);
      assert.match(writer.errors().join(), /More than 20 files came at once/);
      assert.deepEqual(await staged(), []);
      assert.deepEqual((await verifyFiles(desk.db)).faults, []);
    });

    test('names people to call in rows or as a table, and a form that is refused keeps what was typed', async () => {
      await writer.visit(`${path}/package`);
      writer.within('#person-1').fill('Phone', '555 0110');
      await writer.within('form[action$="/contacts"]').press('Send people to call');
      assert.deepEqual(writer.errors(), ['Say who it is.']);
      assert.equal(writer.within('#person-1').value('Phone'), '555 0110');
      const table =
        'Name;Organisation;Phone;Confidential\nIna Vold;Port;555 0111;no\n"Olsen; Per";Union;\'+47 22 00;maybe';
      await writer.send(`${path}/package/contacts`, { name_1: 'Jon Ek', about_1: 'sixteen', table });
      assert.match(writer.errors().join(), /Line 3 says “maybe” under “confidential”: write yes or no\./);
      await writer.send(`${path}/package/contacts`, { table: table.replace('Per"', 'Per') });
      assert.match(writer.errors().join(), /Line 3: a quotation mark opens or closes in the wrong place/);
      assert.equal((await pieces(strike)).filter(({ kind }) => kind === 'contact').length, 0);
      for (let twice = 0; twice < 2; twice += 1)
        await writer.send(`${path}/package/contacts`, {
          name_1: 'Jon Ek',
          about_1: '16 cranes',
          table: table.replace('maybe', 'no'),
        });
      assert.match(writer.notice(), /had that already: nothing was added/);
      const people = (await pieces(strike)).filter(({ kind }) => kind === 'contact');
      assert.deepEqual(
        people.map(({ name, body, phone }) => [name, body, phone]),
        [
          ['Jon Ek', '', ''],
          ['Ina Vold', 'Port', '555 0111'],
          ['Olsen; Per', 'Union', '+47 22 00'],
        ],
      );
      await writer.send(`${path}/package/notes`, { words: 'The union counts twice.', about: '1' });
      assert.match(writer.notice(), /The desk has your note/);
      await writer.send(`${path}/package/notes`, { words: '' });
      assert.deepEqual(writer.errors(), ['Write the note.']);
    });

    test('is counted at the article; a checker takes or leaves each, and no claim changes by itself', async () => {
      const ben = await desk.visitor('ben');
      await ben.visit(`${strike.path}/claims/1`);
      assert.match(ben.text(), /8 things handed in/);
      await ben.follow('8 things handed in');
      assert.deepEqual(await htmlProblems(ben.body), []);
      assert.match(ben.text(), /About: 16 cranes · sentence 4: The port has 16 cranes/);
      assert.match(ben.text(), /About: 1 · sentence 2: Five hundred dockers/);
      const [file, picture] = await pieces(strike);
      await ben.visit(`${strike.path}/package/${picture?.id}/file`);
      assert.equal(ben.headers['content-disposition'], 'attachment; filename=crane.png');
      const chunk = desk.db.updateTable('file_chunk').where('file_id', '=', picture?.file_id ?? '');
      const bytes = Buffer.from(PNG);
      await chunk.set({ bytes: Buffer.alloc(PNG.length, 1) }).execute();
      assert.equal((await ben.visit(`${strike.path}/package/${picture?.id}/file`)).status, 409);
      assert.match(ben.text(), /not as it was handed in/);
      await chunk.set({ bytes }).execute();
      await ben.send(`${strike.path}/package/${file?.id}/taking`, { title: 'Notes of the union', type: 'document' });
      assert.match(ben.notice(), /^The file is a saved copy of source \d+\. No claim rests on it yet\.$/);
      const copy = await desk.db.selectFrom('snapshot').selectAll().executeTakeFirstOrThrow();
      assert.deepEqual([copy.sha256, copy.file_id, copy.how], [file?.sha256, file?.file_id, 'upload']);
      await ben.press('Add to those to call: Ina Vold');
      await ben.visit(`${strike.path}/contacts`);
      assert.match(ben.text(), /To call nobody has asked them yet.*Ina Vold, Port.*555 0111/);
      const asked = () => desk.db.selectFrom('contact').selectAll().where('article_id', '=', strike.id).execute();
      assert.equal((await asked()).length, 0, 'nobody has asked them: it is no contact');
      await ben.follow('Note the call to Ina Vold');
      await ben.fill('What was put to them', 'How many cranes?').press('Save contact');
      assert.equal((await asked())[0]?.name, 'Ina Vold');
      assert.ok(!ben.text().includes('nobody has asked them yet'));
      const note = (await pieces(strike)).find(({ kind }) => kind === 'note');
      await ben.send(`${strike.path}/package/${note?.id}/taking`, {});
      assert.deepEqual(ben.errors(), ['Say to which claim the note belongs.']);
      await ben.send(`${strike.path}/package/${note?.id}/taking`, { claim: '77' });
      assert.match(ben.errors().join(), /This article has no claim 77/);
      const state = () =>
        desk.db.selectFrom('evidence').select(['stance', 'passage']).where('article_id', '=', strike.id).execute();
      assert.deepEqual(await state(), []);
      for (let twice = 0; twice < 2; twice += 1)
        await ben.send(`${strike.path}/package/${note?.id}/taking`, { claim: '1' });
      assert.deepEqual(await state(), [{ stance: 'background', passage: 'The union counts twice.' }]);
      await ben.press('Leave: crane.png');
      assert.match(ben.text(), /4 things handed in/);
      await ben.press('Offer again: crane.png');
      await ben.press('Leave: crane.png');
      await ben.visit(`${strike.path}/log`);
      assert.match(ben.text(), /Marta Quist, by the writer’s link handed something in/);
    });

    test('what was left is erased a month later; an article that is erased takes all words of its pieces along', async () => {
      const at = later(desk.at, 31 * 86_400_000);
      assert.equal(await eraseLeftPieces(systemContext(desk.db, at)), 1);
      const left = (await pieces(strike)).find(({ decision }) => decision === 'left');
      assert.deepEqual([left?.name, left?.file_id, left?.sha256, left?.erased_at], ['', null, null, at]);
      await eraseArticle(desk.ctxOf('ada'), strike.id, { reason: 'a court' });
      const there = await pieces(strike);
      assert.ok(
        there.every(
          ({ erased_at, name, words, about, phone }) => erased_at !== null && !(name || words || about || phone),
        ),
      );
      const files = await desk.db.selectFrom('file').select('name').execute();
      assert.deepEqual(
        files.map(({ name }) => name),
        ['passwd.txt'],
      );
    });
  });

  test('people to call come as a file, too: a workbook, a table, vCards; a row that cannot be read keeps nobody', async () => {
    const strike = await strikeAt(desk);
    const { path } = await linkOf(desk, strike);
    const writer = await desk.visitor();
    const list = async (name: string, bytes: Buffer | string, fields: Record<string, string> = {}) => {
      const { body, type } = multipart([{ name, bytes }], fields, 'list');
      await writer.sendBytes(`${path}/package/contacts`, body, { 'Content-Type': type });
    };
    const cell = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
    const row = (number: number, cells: string[]) => `<row r="${number}">${cells.map(cell).join('')}</row>`;
    const rows = [
      ['Name', 'Organisation', 'Phone'],
      ['Ina Vold', 'Port', '555 0111'],
      ['', 'Union', '555 0112'],
    ];
    const book = (some: string[][]) =>
      workbook([
        { name: 'People', inside: `<sheetData>${some.map((one, at) => row(at + 1, one)).join('')}</sheetData>` },
      ]);
    await list('people.xlsx', book(rows));
    assert.deepEqual(writer.errors(), ['Row 3 has no name. Nobody of the file was kept.']);
    assert.deepEqual(await htmlProblems(writer.body), []);
    await list('people.xlsx', book(rows.slice(0, 2)));
    await list('people.csv', 'name,mail\nJon Ek,jon@port.example\n', { list_is_confidential: '1' });
    const card = [
      ...['BEGIN:VCARD', 'VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=B8rk;Per', 'END:VCARD'],
      ...['BEGIN:VCARD', 'VERSION:3.0', 'FN:Liv Holt', 'N:Holt;Liv;;;', 'ORG:Union\\, dockers;Board', 'TITLE:chair'],
      ...[
        'item1.TEL;TYPE=CELL:555 0113',
        'TEL;VALUE=uri:tel:555-0114',
        'EMAIL:liv@uni',
        ' on.example',
        'NOTE:After six\\,',
        '  please',
        'PHOTO;ENCODING=b:AAAA',
        'END:VCARD',
      ],
    ];
    await list('people.vcf', card.join('\r\n'));
    await list('none.vcf', 'BEGIN:VCARD\r\nTEL:1\r\nEND:VCARD\r\n');
    assert.deepEqual(writer.errors(), ['Card 1 has no name. Nobody of the file was kept.']);
    await list('long.csv', Buffer.alloc(2_000_001, 65));
    assert.equal(writer.status, 413);
    assert.deepEqual(
      (await pieces(strike)).map(({ name, body, phone, mail, words, is_confidential }) => [
        name,
        body,
        phone,
        mail,
        words,
        is_confidential,
      ]),
      [
        ['Ina Vold', 'Port', '555 0111', '', '', 0],
        ['Jon Ek', '', '', 'jon@port.example', '', 1],
        ['Per Mørk', '', '', '', '', 0],
        ['Liv Holt', 'Union, dockers, Board, chair', '555 0113, 555-0114', 'liv@union.example', 'After six, please', 0],
      ],
    );
  });

  test('what is ticked confidential is held back from its first byte, and becomes a confidential source', async () => {
    const strike = await strikeAt(desk);
    const { path } = await linkOf(desk, strike);
    const writer = await desk.visitor();
    const secret = {
      name_1: 'Thaddeus Wrenfield',
      body_1: 'Obsidian Registry',
      phone_1: '+47 9917 4455',
      confidential_1: '1',
    };
    await writer.send(`${path}/package/contacts`, secret);
    await sendFiles(
      writer,
      path,
      [{ name: 'velodrome-ledger.txt', bytes: 'eleven barrels went missing on the quay' }],
      {
        is_confidential: '1',
      },
    );
    assert.match(writer.text(), /A confidential contact.*A confidential file, \d+ bytes/);
    assert.doesNotMatch(writer.text().split('Handed in by this link')[1] as string, /Wrenfield|velodrome|9917 ?4455/);
    const dina = await desk.visitor('dina');
    assert.equal((await dina.visit(`${strike.path}/package`)).status, 403);
    await strike.ask({ old_words: 'Talks', new_words: 'The talks' });
    const ben = await desk.visitor('ben');
    await ben.visit(`${strike.path}/claims/1`);
    await ben.within('#ask-query').fill('Question', 'Is it true what Wrenfield says?').press('Send query');
    assert.match(ben.errors().join(), /names a confidential source \(“Wrenfield”\)/, 'before anybody took it');
    const [contact, file] = await desk.db
      .selectFrom('handed_piece')
      .selectAll()
      .where('article_id', '=', strike.id)
      .orderBy('id')
      .execute();
    await ben.send(`${strike.path}/package/${contact?.id}/taking`, { alias: 'A clerk' });
    await ben.send(`${strike.path}/package/${file?.id}/taking`, { type: 'document' });
    const cards = await desk.db
      .selectFrom('source')
      .select(['title', 'is_confidential', 'alias'])
      .where('is_confidential', '=', 1)
      .execute();
    assert.deepEqual(
      cards.map(({ title, alias }) => [title, alias]),
      [
        ['Thaddeus Wrenfield', 'A clerk'],
        ['velodrome-ledger.txt', 'Source A'],
      ],
    );
    await (await desk.visitor('ada')).send(`${strike.path}/package/${contact?.id}/erasure`, {});
    await ben.visit(`${strike.path}/claims/1`);
    await ben.within('#ask-query').fill('Question', 'Is it true what Wrenfield says?').press('Send query');
    assert.match(ben.errors().join(), /names a confidential source \(“Wrenfield”\)/, 'while they are to be called');
    await ben.visit(`${strike.path}/contacts`);
    await ben.follow('Note the call to Thaddeus Wrenfield');
    await ben.press('Save contact');
    for (const page of ['contacts', 'log', 'log.jsonl', 'claims/1', 'report', 'report.json', 'fixes']) {
      await dina.visit(`${strike.path}/${page}`);
      // Four digits alone stand in many a hash.
      for (const hidden of ['Wrenfield', 'velodrome', '9917 4455', '99174455', 'Obsidian', file?.sha256 as string])
        assert.ok(!dina.body.includes(hidden), `${page}: ${hidden}`);
    }
    const details = await desk.db
      .selectFrom('log_detail')
      .innerJoin('log', (join) =>
        join.onRef('log.chain', '=', 'log_detail.chain').onRef('log.number', '=', 'log_detail.number'),
      )
      .select('log_detail.after')
      .where('log.verb', '=', 'handed.in')
      .execute();
    assert.doesNotMatch(JSON.stringify(details), /Wrenfield|velodrome/);
  });

  test('what comes again with the tick that was forgotten is confidential from then on, or new where it was taken', async () => {
    const strike = await strikeAt(desk);
    const { path } = await linkOf(desk, strike);
    const [writer, ben, dina] = [await desk.visitor(), await desk.visitor('ben'), await desk.visitor('dina')];
    const person = { name_1: 'Thaddeus Wrenfield', phone_1: '+47 9917 4455' };
    const note = { words: 'Wrenfield counted the barrels himself.', about: '' };
    const file = { name: 'velodrome.txt', bytes: 'thirteen barrels went missing on the quay' };
    await writer.send(`${path}/package/contacts`, person);
    await writer.send(`${path}/package/notes`, note);
    await sendFiles(writer, path, [file]);
    const [contact] = await pieces(strike);
    await ben.send(`${strike.path}/package/${contact?.id}/taking`, {});
    await writer.send(`${path}/package/contacts`, { ...person, confidential_1: '1' });
    assert.match(writer.notice(), /The desk has whom you named/);
    for (const said of [/From now on it is confidential/, /nothing was added/]) {
      await writer.send(`${path}/package/notes`, { ...note, is_confidential: '1' });
      assert.match(writer.notice(), said);
    }
    await sendFiles(writer, path, [file, file], { is_confidential: '1' });
    assert.match(writer.notice(), /byte for byte: nothing was added\. .* From now on it is confidential\./);
    await writer.send(`${path}/package/notes`, note);
    assert.match(writer.notice(), /nothing was added/, 'the tick is not taken back by sending it once more');
    const kept = await pieces(strike);
    assert.deepEqual(
      kept.map(({ kind, is_confidential, decision }) => [kind, is_confidential, decision]),
      [
        ['contact', 0, 'taken'],
        ['note', 1, null],
        ['file', 1, null],
        ['contact', 1, null],
      ],
    );
    await ben.visit(`${strike.path}/package`);
    assert.match(ben.text(), /The same came before without the tick, and was taken/);
    await writer.send(`${path}/package/contacts`, { table: 'Name,Note\nPer Olsen,saw it\nPer Olsen,has the list' });
    assert.equal((await pieces(strike)).length, 6, 'two people whose remarks differ are two');
    await dina.visit(`${strike.path}/contacts`);
    assert.doesNotMatch(dina.body, /Wrenfield|9917 ?4455/);
  });

  describe('a link that is over', () => {
    test('is looked up before a byte is read, and one that ends stops an upload that is on its way', async () => {
      const strike = await strikeAt(desk);
      const { path, id } = await linkOf(desk, strike);
      const port = await portOf(desk.app);
      const upload = async (to: string) => {
        const socket = connect(port, '127.0.0.1');
        const { body, type } = multipart([
          { name: 'long.txt', bytes: randomBytes(60_000).toString('hex').slice(0, 90_000) },
        ]);
        const head = [
          `POST ${to}/package/files HTTP/1.1`,
          `Host: 127.0.0.1:${port}`,
          'Sec-Fetch-Site: same-origin',
          `Content-Type: ${type}`,
          `Content-Length: ${body.length}`,
        ];
        socket.on('error', () => undefined);
        let answer = '';
        socket.on('data', (bytes) => {
          answer += String(bytes);
        });
        const closed = new Promise((resolve) => socket.on('close', resolve));
        socket.write(`${head.join('\r\n')}\r\n\r\n`);
        return { socket, body, closed, answer: () => answer };
      };
      const made_up = await upload('/writer/made-up');
      for (let tries = 0; tries < 60 && made_up.answer() === ''; tries += 1) await wait(50);
      assert.match(made_up.answer(), /^HTTP\/1\.1 404/, 'answered with nothing of the body sent');
      made_up.socket.destroy();
      const under_way = await upload(path);
      under_way.socket.write(under_way.body.subarray(0, 40_000));
      await wait(200);
      await withdrawWriterLink(desk.ctxOf('ada'), strike.id, id);
      for (let tries = 0; tries < 100 && under_way.answer() === ''; tries += 1) await wait(50);
      assert.match(under_way.answer(), /^HTTP\/1\.1 404[\s\S]*This link does not work/);
      await under_way.closed;
      const { path: other } = await linkOf(desk, strike);
      const broken = await upload(other);
      broken.socket.write(broken.body.subarray(0, 40_000));
      await wait(100);
      broken.socket.destroy();
      await wait(100);
      assert.deepEqual(await pieces(strike), []);
      assert.deepEqual(await desk.db.selectFrom('file').select('id').where('name', '=', 'long.txt').execute(), []);
      const writer = await desk.visitor();
      for (const page of ['package', 'package/files', 'package/contacts', 'package/notes'])
        assert.equal((await writer.visit(`${path}/${page}`)).status, 404, page);
      await writer.send(`${path}/package/notes`, { words: 'too late' });
      assert.equal(writer.status, 404);
    });

    test('takes nothing for an article that is put away, nor ever again for one that was erased', async () => {
      const strike = await strikeAt(desk);
      const { path } = await linkOf(desk, strike);
      const writer = await desk.visitor();
      const all404 = async () => {
        assert.equal((await writer.visit(`${path}/package`)).status, 404);
        assert.equal((await writer.send(`${path}/package/notes`, { words: 'too late' })).status, 404);
        assert.equal((await writer.send(`${path}/package/contacts`, { name_1: 'Jon Ek' })).status, 404);
        await sendFiles(writer, path, [{ name: 'late.txt', bytes: 'too late' }]);
        assert.deepEqual([writer.status, await staged()], [404, []]);
      };
      await putArticleAway(desk.ctxOf('ada'), strike.id, { reason: '', still_due: async () => null });
      await all404();
      await bringArticleBack(desk.ctxOf('ada'), strike.id);
      assert.equal((await writer.visit(`${path}/package`)).status, 200, 'the same link, once it is back');
      await eraseArticle(desk.ctxOf('ada'), strike.id, { reason: 'a court' });
      await all404();
      assert.deepEqual(await pieces(strike), []);
      const ben = await desk.visitor('ben');
      await ben.send(`${strike.path}/writer-links`, { name: 'Marta Quist', days: '3' });
      assert.equal(ben.status, 410);
    });

    test('a confidential note is no reason to hold back who wrote the article', async () => {
      const strike = await strikeAt(desk);
      const details = { title: HEADLINE, byline: 'Marta Quist', revision: 1 };
      await changeArticleDetails(desk.ctxOf('ben'), strike.id, details);
      const { path } = await linkOf(desk, strike);
      await (await desk.visitor()).send(`${path}/package/notes`, { words: 'A clerk said it.', is_confidential: '1' });
      const [note] = await pieces(strike);
      const ben = await desk.visitor('ben');
      await ben.send(`${strike.path}/package/${note?.id}/taking`, { claim: '1' });
      const dina = await desk.visitor('dina');
      await dina.visit(`${strike.path}/report`);
      assert.match(dina.text(), /by Marta Quist/);
      assert.doesNotMatch(dina.text(), /Held back|clerk/);
    });
  });
});

onEachEngine((engine) => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom(engine);
  });
  after(() => desk.close());

  test('the same file twice at once is kept once, its other bytes are swept, and an editor erases it', async () => {
    const strike = await strikeAt(desk);
    const { path } = await linkOf(desk, strike);
    const [one, other] = [await desk.visitor(), await desk.visitor()];
    const file = { name: 'list.txt', bytes: 'sixteen cranes' };
    await Promise.all([sendFiles(one, path, [file]), sendFiles(other, path, [file])]);
    const rows = await desk.db.selectFrom('handed_piece').selectAll().execute();
    assert.equal(rows.length, 1);
    assert.equal((await desk.db.selectFrom('file').select('id').execute()).length, 1);
    const at = `${strike.path}/package/${rows[0]?.id}`;
    const [ada, ben] = [await desk.visitor('ada'), await desk.visitor('ben')];
    for (const deed of ['leaving', 'leaving', 'restoration', 'restoration'])
      assert.equal((await ben.send(`${at}/${deed}`, {})).status, 200, deed);
    await ben.send(`${at}/taking`, { title: 'List', type: 'document' });
    assert.equal((await ben.send(`${at}/leaving`, {})).status, 409);
    assert.equal((await ben.send(`${at}/erasure`, {})).status, 403);
    for (let twice = 0; twice < 2; twice += 1) await ada.send(`${at}/erasure`, {});
    assert.match(ada.text(), /erased today/);
    assert.equal((await desk.db.selectFrom('snapshot').select('id').execute()).length, 1, 'the copy stays');
    assert.deepEqual((await verifyFiles(desk.db)).faults, []);
  });

  test('requests at the same time bring no more than one link may', async () => {
    const { token } = await makeWriterLink(desk.ctxOf('ada'), (await strikeAt(desk)).id, { name: 'M. Quist', days: 3 });
    const limits = { file_bytes: 1000, files: 1, bytes: 1000 };
    const said = { words: '', about: '', is_confidential: false };
    const brought = ['one crane', 'two cranes', 'three cranes'].map((words) => {
      const files = [{ name: `${words}.txt`, claimed: 'text/plain', bytes: Buffer.from(words) }];
      return handInFiles(systemContext(desk.db, desk.ctxOf('ada').at), token, { files, ...said }, limits);
    });
    const told = await Promise.all(brought);
    assert.equal(told.flatMap(({ kept }) => kept).length, 1);
    const why = 'this link has brought 1 file, which is all it may';
    assert.deepEqual(new Set(told.flatMap(({ refused }) => refused.map((one) => one.why))), new Set([why]));
    assert.equal((await verifyFiles(desk.db)).faults.length, 0, 'what had no room is swept');
  });
});
