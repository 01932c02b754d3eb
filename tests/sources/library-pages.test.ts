// The library and the contacts from their pages, without JavaScript: found, added, changed, refused.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { eventsOf, takeRaidIn } from '#tests/evidence/support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';

describe('the library from its pages', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  after(() => desk.close());

  const addNew = async (source_line: string) =>
    (await addSource(desk.ctxOf('ben'), { desk: desk.desks.foreign.slug, source_line })).source;

  test('an empty library says what to do; one line fills it; the same line again adds nothing', async () => {
    await ben.visit('/sources');
    assert.match(ben.text(), /No source yet/);
    await ben.fill('Add a source', 'https://karsa.example/bulletins/thirty-one.html').press('Add');
    assert.equal(ben.heading(), 'Thirty one (karsa.example)');
    assert.match(ben.notice(), /is in the library/);
    const card = ben.path;
    await ben.visit('/sources');
    await ben.fill('Add a source', 'https://karsa.example/bulletins/thirty-one.html').press('Add');
    assert.equal(ben.path, card);
    assert.match(ben.notice(), /had it already: it is source \d+/);
    await ben.visit('/sources');
    await ben.follow(/^Thirty one/);
    assert.equal(ben.path, card);
  });

  test('the list is searched, and pages go back to the oldest', async () => {
    for (let count = 1; count <= 55; count++) await addNew(`Witness ${count} of the market`);
    await ben.visit('/sources');
    await ben.fill('Find a source', 'market witness').press('Find');
    assert.equal(ben.all('tbody tr').length, 50);
    assert.match(ben.text(), /Witness 55 /);
    await ben.follow('Next page');
    assert.equal(ben.all('tbody tr').length, 5);
    assert.match(ben.text(), /Witness 1 of/);
    await ben.follow('Previous page');
    assert.equal(ben.all('tbody tr').length, 50);
    await ben.fill('Find a source', 'nothing like it').press('Find');
    assert.match(ben.text(), /No source like that/);
    assert.equal(ben.value('Find a source'), 'nothing like it');
    for (const query of [
      '?page=x',
      '?words=%00%25',
      '?words=a&words=b',
      '?page=99999999999999',
      '?type=x&added_from=soon',
    ])
      assert.equal((await ben.visit(`/sources${query}`)).status, 200, query);
    assert.equal((await ben.visit('/sources?desk=weekend-desk')).status, 404);
  });

  test('a source is written down with its details; what is wrong comes back as it was typed', async () => {
    await ben.visit('/sources');
    await ben.follow(/^Add source with/);
    await ben
      .fill('Add a source', 'Harbour pilots, radio log')
      .choose('Kind', 'document')
      .choose('Primary or secondary', /^primary/)
      .fill('Publisher', 'Karsa pilots')
      .fill('Address on the web', 'ftp://karsa.example/log')
      .press('Add source');
    assert.equal(ben.status, 422);
    assert.match(ben.errors().join(), /start with https/);
    assert.equal(ben.value('Publisher'), 'Karsa pilots');
    await ben.fill('Address on the web', 'karsa.example/log').press('Add source');
    assert.equal(ben.heading(), 'Harbour pilots, radio log');
    assert.equal(ben.value('Address on the web'), 'https://karsa.example/log');
    assert.match(ben.text(), /Not used yet/);
  });

  test('a card names every claim that rests on it, and is changed by one at a time', async () => {
    const id = await takeRaidIn(desk);
    const added = await addEvidence(desk.ctxOf('ben'), id, {
      number: 1,
      source_line: 'Bulletin 71, p. 2: "thirty at most"',
      stance: 'against',
    });
    const card = `/sources/${added.source.number}`;
    const cleo = await desk.visitor('cleo');
    await cleo.visit(card);
    await ben.visit(card);
    assert.match(
      ben.within('.evidence').text(),
      /against.*Claim 1: More than 100 fighters.*thirty at most.*p\. 2.*Raid on Karsa/,
    );
    await ben.whole().fill('Title', 'Bulletin 71 of the governor').choose('Kind', 'statement').press('Save source');
    assert.equal(ben.heading(), 'Bulletin 71 of the governor');
    assert.equal(ben.notice(), 'The source is saved.');
    await cleo.fill('Title', 'Bulletin seventy-one').press('Save source');
    assert.equal(cleo.status, 409);
    assert.match(cleo.text(), /Bulletin seventy-one.*Bulletin 71 of the governor/);
    await ben.fill('Title', ' ').fill('Date', '12 March').press('Save source');
    assert.equal(ben.status, 422);
    assert.equal(ben.value('Date'), '12 March');
    await ben.visit(`/articles/${id}/claims/1`);
    assert.match(ben.text(), /Bulletin 71 of the governor/);
  });

  test('a guest reads the library; for other desks there is no such card', async () => {
    const { number } = await addNew('Bulletin 81');
    const card = `/sources/${number}`;
    const [dina, emil, nobody] = [await desk.visitor('dina'), await desk.visitor('emil'), await desk.visitor()];
    await dina.visit('/sources');
    assert.match(dina.text(), /Bulletin 81/);
    assert.ok(!dina.offers('Add'));
    await dina.visit(card);
    assert.equal(dina.status, 200);
    assert.ok(!dina.offers('Save source'));
    assert.equal((await dina.visit('/sources/new')).status, 403);
    await emil.visit('/sources');
    assert.doesNotMatch(emil.text(), /Bulletin 81/);
    const events = await eventsOf(desk.db, 'source');
    assert.equal((await emil.visit(card)).status, 404);
    const fields = { desk: desk.desks.foreign.slug, source_line: 'x', title: 'x', type: 'web', revision: '1' };
    assert.equal((await dina.send('/sources', fields)).status, 403);
    assert.equal((await dina.send(card, fields)).status, 403);
    assert.equal((await emil.send('/sources', fields)).status, 404);
    assert.equal((await emil.send(card, fields)).status, 404);
    for (const path of ['/sources', card]) {
      await nobody.visit(path);
      assert.ok(nobody.path.startsWith('/sign-in'), path);
      await nobody.send(path, fields);
      assert.ok(nobody.path.startsWith('/sign-in'), path);
    }
    for (const path of ['/sources/x', '/sources/0', '/sources/99999'])
      assert.equal((await ben.visit(path)).status, 404, path);
    assert.deepEqual(await eventsOf(desk.db, 'source'), events);
  });

  test('whom the desk asked is noted, and the answer when it comes', async () => {
    const id = await takeRaidIn(desk);
    const contacts = `/articles/${id}/contacts`;
    await ben.visit(contacts);
    assert.match(ben.text(), /Nobody was asked yet/);
    await ben
      .fill('Who', 'Interior ministry')
      .choose('How', 'by message')
      .fill('Answer by', '17:30')
      .fill('About claim number', '9')
      .fill('What was put to them', 'Your own count?')
      .press('Save contact');
    assert.equal(ben.status, 422);
    assert.match(ben.errors().join(), /no claim 9/);
    assert.equal(ben.value('What was put to them'), 'Your own count?');
    await ben.fill('About claim number', '1').press('Save contact');
    assert.equal(ben.path, contacts);
    assert.match(ben.text(), /0 answered, 1 pending.*Interior ministry.*by message.*Your own count\?.*no answer yet/);
    const cleo = await desk.visitor('cleo');
    await cleo.visit(contacts);
    await cleo.follow(/^Record answer/);
    await ben.follow(/^Record answer/);
    await ben.fill('Answer', 'Thirty at most.').press('Save contact');
    assert.equal(ben.path, contacts);
    assert.match(ben.text(), /1 answered, 0 pending.*Thirty at most\./);
    await cleo.fill('Answer', 'None.').press('Save contact');
    assert.equal(cleo.status, 409);
    await ben.visit(`/articles/${id}/claims/1`);
    assert.match(ben.text(), /Interior ministry/);
  });

  test('a guest reads the contacts and notes none; for other desks there are none', async () => {
    const id = await takeRaidIn(desk);
    const contacts = `/articles/${id}/contacts`;
    await addEvidence(desk.ctxOf('ben'), id, { number: 1, source_line: 'call Sorov 15:40: six bombers' });
    await ben.visit(contacts);
    await ben.follow(/^Edit/);
    const contact = ben.path;
    const [dina, emil] = [await desk.visitor('dina'), await desk.visitor('emil')];
    for (const path of [contacts, contact]) {
      await dina.visit(path);
      assert.match(dina.text(), /six bombers/);
      assert.ok(!dina.offers('Save contact'));
      assert.equal((await emil.visit(path)).status, 404);
      const fields = { name: 'x', how: 'call', revision: '1' };
      assert.equal((await dina.send(path, fields)).status, 403);
      assert.equal((await emil.send(path, fields)).status, 404);
    }
    assert.equal((await ben.visit(`${contacts}/x`)).status, 404);
  });
});
