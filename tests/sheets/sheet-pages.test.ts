// A spreadsheet of claims by forms alone: columns, look, taking, suggestions, and the way back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { type Desk, explosionAt } from '#tests/claims/support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { readInAProcess } from '#tests/support/readers-here.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { openTable } from './tables.ts';

const SHEET = [
  'Harbour story;;;;;',
  'Claim;Para;Status;Source;Comment;Fact checker',
  'At least nine people died;1;TRUE;https://example.org/toll;“Nine” is from the morgue;Cleo',
  'Two trucks exploded.;1;checked;;a witness saw it;Nobody known',
  'The harbour office lost cranes worth 5 million crowns;2;TRUE;call Sorov 15:40: five million;;',
  ';2;;;the whole paragraph;',
  'The mayor resigned on Monday;9;FALSE;;;',
  'At least nine people died;1;;Morgue list, p. 3;;',
].join('\n');

describe('claims from a spreadsheet, by forms alone', () => {
  let desk: NewsroomDesk;
  let story: Desk;
  let ben: Visitor;
  let path: string;
  before(async () => {
    desk = await startNewsroom();
    story = await explosionAt(desk);
    await story.mark('trucks');
    path = '/articles/1';
    ben = await desk.visitor('ben');
  });
  after(() => desk.close());

  const bring = async (name: string, content: string | Buffer) => {
    await ben.visit(`${path}/sheets`);
    return ben.attach('File', name, content).press('Review spreadsheet');
  };
  const countOf = async (table: 'claim' | 'sheet_entry' | 'sheet_row') =>
    (await desk.db.selectFrom(table).select('id').execute()).length;

  test('Ben is shown what the columns are taken for, says what the status words mean, and the desk remembers both', async (t) => {
    readInAProcess(t);
    await ben.visit(`${path}/claims`);
    await ben.follow('Claims from a spreadsheet');
    assert.equal(ben.path, `${path}/sheets`);
    assert.deepEqual(await htmlProblems(ben.body), []);
    await ben.press('Review spreadsheet');
    assert.match(ben.errors().join(), /Choose a file, or paste rows/);
    await bring('harbour.csv', SHEET);
    assert.match(ben.path, /\/sheets\/[0-9a-f-]+\/columns\?part=1&header=2$/);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.match(ben.text(), /Para.*Comment.*Fact checker/s);
    await ben.press('Save columns');
    assert.match(ben.path, /#statuses|columns/);
    assert.match(ben.text(), /What the status words mean.*TRUE.*checked.*FALSE/s);
    assert.deepEqual(await htmlProblems(ben.body), []);
    await ben.choose('TRUE', 'OK').choose('FALSE', 'wrong').press('Save status words');
    assert.match(ben.path, /\/sheets\/[0-9a-f-]+\?part=1&header=2$/);
    await bring('again.csv', SHEET);
    assert.match(ben.path, /\/sheets\/[0-9a-f-]+$/);
  });

  test('the preview says where each row will be placed, and what does not agree', async () => {
    assert.deepEqual(await htmlProblems(ben.body), []);
    const text = ben.text();
    assert.match(text, /4 rows stand where no claim is yet, one joins a claim, one has no place/i);
    assert.match(text, /The same words as row 3/);
    assert.match(text, /Nobody known.*is nobody who checks/);
    assert.match(text, /The sheet has 5, the copy 4/);
    assert.match(text, /was of other words: no verdict is suggested/);
    assert.match(text, /By its paragraph alone/);
    assert.match(text, /Neither these words nor nearly these/);
    assert.equal(await countOf('sheet_entry'), 0);
  });

  test('one press takes all in: claims stay open, a row joins the claim on its words, what has no place waits', async () => {
    const states = async () =>
      await desk.db.selectFrom('claim').select(['number', 'state', 'content_verdict_id']).orderBy('number').execute();
    await ben.press(/^Add \d+ rows/);
    assert.match(
      ben.notice(),
      /^3 claims are added, 2 rows joined their claims, one row has no place and waits\. Suggested: /,
    );
    assert.deepEqual(
      (await states()).map(({ state }) => state),
      ['open', 'open', 'open', 'open'],
    );
    assert.ok((await states()).every(({ content_verdict_id }) => content_verdict_id === null));
    assert.match(ben.text(), /Rows without a place.*The mayor resigned on Monday/s);
    const before = [await countOf('claim'), await countOf('sheet_entry'), await countOf('sheet_row')];
    await bring('third.csv', SHEET);
    assert.match(ben.text(), /All that this sheet says is here already/);
    assert.ok(!ben.offers(/^Add \d/));
    assert.deepEqual([await countOf('claim'), await countOf('sheet_entry'), await countOf('sheet_row')], before);
  });

  test('a suggested verdict is taken with one press, dismissed, suggested again; a source becomes evidence', async () => {
    await ben.visit(`${path}/claims/2`);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.match(ben.within('.from-sheets').text(), /Suggested verdict: OK.*TRUE.*harbour|again\.csv, row 3/s);
    assert.match(ben.text(), /“Nine” is from the morgue/);
    await ben.press(/^Dismiss verdict/);
    assert.match(ben.notice(), /Dismissed/);
    await ben.press(/^Suggest again/);
    await ben.press(/^Take verdict OK/);
    assert.match(ben.notice(), /The suggested verdict is set, by you/);
    assert.equal((await story.claim(2)).content_meaning, 'ok');
    assert.equal((await story.claim(2)).checker_id, desk.persons.ben.id);
    await ben.press(/^Add as evidence: https/);
    assert.match(ben.notice(), /added as evidence/);
    assert.match(ben.within('.evidence').text(), /example\.org/);
    const verbs = await story.events(2);
    for (const verb of [
      'sheet.row_joined',
      'sheet.suggestion_dismissed',
      'sheet.suggestion_restored',
      'sheet.suggestion_taken',
    ])
      assert.ok(verbs.includes(verb as never), verb);
  });

  test('a row in the tray is placed on words and its verdict waits there; another is dropped and does not come back', async () => {
    await ben.visit(`${path}/sheets`);
    await ben.fill('Current words', 'Nobody has said it.').press('Place row');
    assert.match(ben.errors().join(), /Copy them exactly/);
    await ben.fill('Current words', 'Nobody has said who did it.').press('Place row');
    assert.match(ben.path, /\/claims\/5/);
    assert.match(ben.text(), /Suggested verdict: wrong.*of the words “The mayor resigned on Monday/s);
    await bring('other.csv', 'claim;status\nThe dog barked all night over there;wrong\n');
    await ben.press('Save columns');
    await ben.press(/^Add 1 row/);
    await ben.press(/^Drop row/);
    await bring('other.csv', 'claim;status\nThe dog barked all night over there;wrong\n');
    assert.match(ben.text(), /All that this sheet says is here already/);
    await bring('twice.csv', 'claim;source\ntrucks;Registry of cars\n');
    await ben.press('Save columns');
    assert.match(ben.text(), /These words stand 2 times in the text/);
    await ben.press(/^Add 1 row/);
    await ben.fill('Current words', 'trucks').fill('In sentence', '3').press('Place row');
    assert.match(ben.text(), /Suggested source: Registry of cars/);
    assert.doesNotMatch(ben.within('.from-sheets').text(), /of the words/);
  });

  test('the list goes out as a sheet and comes back the same; what a person changes in it is suggested, and only that', async () => {
    for (const format of ['csv', 'xlsx', 'ods']) {
      await ben.visit(`${path}/claims.${format}`);
      assert.equal(ben.status, 200);
      assert.match(ben.headers['content-disposition'] ?? '', /claims-INTERNAL\.|claims.*INTERNAL/);
      const file = ben.bytes;
      await bring(`back.${format}`, file);
      if (ben.path.includes('/columns')) await ben.press('Save columns');
      assert.match(ben.text(), /All that this sheet says is here already/, format);
    }
    await ben.visit(`${path}/claims.csv`);
    const edited = ben.body.replace(/("?Nobody has said who did it\."?,\d*),,/, '$1,needs context,');
    assert.notEqual(edited, ben.body);
    await bring('edited.csv', edited);
    assert.match(ben.text(), /One row joins a claim, \d+ say nothing new\./);
    await ben.press(/^Add 1 row/);
    assert.match(ben.notice(), /^One row joined its claim\. Suggested: 1 verdict; nothing is decided by it\.$/);
  });

  test('comments on cells stand in the note of their row, once; those of other cells are named', async () => {
    const cell = (text: string, comment = '') =>
      `<table:table-cell><text:p>${text}</text:p>${comment && `<office:annotation><dc:creator>Cleo Marsh</dc:creator><text:p>${comment}</text:p></office:annotation>`}</table:table-cell>`;
    const rows = [
      [cell('Claim', 'Only mine'), cell('Status'), cell('Note'), cell('Colour')],
      [cell('Two trucks exploded.'), cell('TRUE', 'Call the brigade.'), cell('seen'), cell('red', 'why?')],
      [cell('Nobody left the town', 'Who says?'), cell(''), cell(''), cell('')],
    ];
    const inside = rows.map((cells) => `<table:table-row>${cells.join('')}</table:table-row>`).join('');
    const file = openTable({ body: `<table:table table:name="Claims">${inside}</table:table>` });
    await bring('noted.ods', file);
    await ben.press('Save columns');
    assert.match(ben.text(), /Comments above the rows, or in columns that are not read, left out: cells A1 and D2\./);
    assert.match(ben.text(), /note: seen Comment on status, by Cleo Marsh: Call the brigade\./);
    await ben.press(/^Add 2 rows/);
    assert.match(ben.text(), /noted\.ods, row 3 · Comment on words, by Cleo Marsh: Who says\? Nobody left the town/);
    await bring('noted.ods', file);
    assert.match(ben.text(), /All that this sheet says is here already/);
    await bring(
      'noted.ods',
      openTable({ body: `<table:table table:name="Claims">${inside.replace('Call', 'Ring')}</table:table>` }),
    );
    assert.match(ben.text(), /note: Comment on status, by Cleo Marsh: Ring the brigade\./);
  });

  test('guests and strangers get nothing of it, and another reviewer not the sheet that Ben brought', async () => {
    await bring('ben.csv', SHEET);
    const look = ben.path;
    for (const [name, statuses] of [
      ['dina', [404, 404, 403]],
      ['emil', [404, 404, 404]],
      ['cleo', [200, 404, 200]],
      ['frida', [200, 404, 200]],
    ] as const) {
      const visitor = await desk.visitor(name);
      for (const [at, page] of [`${path}/sheets`, look, `${path}/claims.csv`].entries()) {
        await visitor.visit(page);
        assert.equal(visitor.status, statuses[at], `${name} ${page}`);
      }
    }
    const dina = await desk.visitor('dina');
    await dina.visit(`${path}/claims/2`);
    assert.doesNotMatch(dina.text(), /From a spreadsheet|morgue/);
  });

  test('an article whose words were erased has no sheets to look at, whatever waited there', async () => {
    await bring('late.csv', 'claim;source\nThe dog barked in the hills;A neighbour\n');
    await ben.press(/^Add 1 row/);
    await eraseArticle(desk.ctxOf('ada'), 1, { reason: 'asked by a court' });
    await ben.visit(`${path}/sheets`);
    assert.match(ben.text(), /erased/);
    assert.doesNotMatch(ben.text(), /The dog barked|Rows without a place/);
  });
});
