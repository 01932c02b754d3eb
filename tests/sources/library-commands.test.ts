// The library and the contacts on both engines: found through the desk, searched, changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { changeContact } from '#src/contacts/contacts/change-commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { listContacts } from '#src/contacts/contacts/store.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listUses } from '#src/evidence/source-use-store.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { librarySearchIn } from '#src/sources/library/search.ts';
import { listSources } from '#src/sources/library/store.ts';
import { eventsOf, takeRaidIn } from '#tests/evidence/support.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

const CARD = {
  title: 'Governor’s office, bulletin no. 31',
  type: 'statement',
  url: 'https://karsa.example/bulletins/31',
  publisher: 'Governor’s office',
  author: '',
  dated_on: '12 March 2026',
  proximity: 'primary',
  interest: 'Commands the police whose work it describes.',
  doi: '',
  is_confidential: 0,
  alias: '',
  anonymity_reason: '',
  granted_by: '',
} as const;

const QUESTION = {
  name: 'Interior ministry, press office',
  how: 'message',
  at_words: '15:20',
  put: 'Your own count?',
  until_words: '17:30',
  answer: '',
  claim_number: 1,
} as const;

onEachEngine((engine) => {
  engine.rule('a source added twice is one card, and another desk has its own', async () => {
    const newsroom = await openNewsroom(engine);
    const input = { desk: newsroom.desks.foreign.slug, source_line: 'https://karsa.example/bulletins/31' };
    const first = await addSource(newsroom.ctxOf('ben'), input);
    const again = await addSource(newsroom.ctxOf('cleo'), input);
    assert.deepEqual([first.is_new, again.is_new, again.source.id], [true, false, first.source.id]);
    const other = await addSource(newsroom.ctxOf('emil'), { ...input, desk: newsroom.desks.weekend.slug });
    assert.notEqual(other.source.id, first.source.id);
    await assert.rejects(addSource(newsroom.ctxOf('emil'), input), NotFound);
    await assert.rejects(addSource(newsroom.ctxOf('dina'), input), Forbidden);
    await assert.rejects(getSource(newsroom.ctxOf('emil'), first.source.number), NotFound);
    assert.equal((await getSource(newsroom.ctxOf('dina'), first.source.number)).role, 'guest');
    assert.deepEqual(await eventsOf(newsroom.db, 'source'), { 'source.added': 2 });
  });

  test('the library is searched by words of title, address and publisher, a page at a time', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const desk = newsroom.desks.foreign.slug;
    for (const source_line of [
      'Bulletin 31',
      'Annual report 100%',
      'ÉTÉ à Karsa',
      'https://karsa.example/Hospital-List',
    ])
      await addSource(ben, { desk, source_line });
    await addSource(newsroom.ctxOf('emil'), { desk: newsroom.desks.weekend.slug, source_line: 'Bulletin 32' });
    const titles = async (words: string, offset = 0) =>
      (await listSources(ben, { ...librarySearchIn({ words }), limit: 2, offset })).map((source) => source.title);
    assert.deepEqual(await titles('bulletin'), ['Bulletin 31']);
    assert.deepEqual(await titles('100%'), ['Annual report 100%']);
    assert.deepEqual(await titles('_'), []);
    assert.deepEqual(await titles('été karsa'), ['ÉTÉ à Karsa']);
    assert.deepEqual(await titles('hospital-list'), ['Hospital List (karsa.example)']);
    assert.deepEqual(await titles(''), ['Hospital List (karsa.example)', 'ÉTÉ à Karsa']);
    assert.deepEqual(await titles('', 2), ['Annual report 100%', 'Bulletin 31']);
  });

  engine.rule(
    'a changed card is in the log and raises every article that uses it; a late save shows both texts',
    async () => {
      const newsroom = await openNewsroom(engine);
      const id = await takeRaidIn(newsroom);
      const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
      const { source } = await addEvidence(ben, id, { number: 1, source_line: 'Bulletin 31' });
      const before = await getArticle(ben, id);
      await changeSource(ben, source.number, { ...CARD, revision: 1 });
      await changeSource(ben, source.number, { ...CARD, revision: 1 });
      const after = await getArticle(ben, id);
      assert.equal(after.changed_seq, before.changed_seq + 1);
      assert.partialDeepStrictEqual(await getSource(ben, source.number), { ...CARD, revision: 2 });
      const [use] = await listUses(newsroom.db, (await getSource(ben, source.number)).id);
      assert.partialDeepStrictEqual(use, { claim_number: 1, article_title: 'Raid on Karsa' });
      await assert.rejects(
        changeSource(cleo, source.number, { ...CARD, author: 'I. Sorov', revision: 1 }),
        (error) => error instanceof StaleEdit && error.yours.author === 'I. Sorov' && error.theirs.author === '',
      );
      assert.deepEqual(await eventsOf(newsroom.db, 'source'), { 'source.added': 1, 'source.changed': 1 });
    },
  );

  engine.rule('a card needs a title and an address that the desk keeps and no other card has', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const desk = newsroom.desks.foreign.slug;
    const { source } = await addSource(ben, { desk, source_line: 'Bulletin 31' });
    await addSource(ben, { desk, source_line: CARD.url });
    const refusedFor = (field: string) => (error: unknown) => error instanceof RuleBroken && error.field === field;
    const change = (fields: object) => changeSource(ben, source.number, { ...CARD, ...fields, revision: 1 });
    await assert.rejects(change({ title: ' ' }), refusedFor('title'));
    await assert.rejects(change({ url: 'javascript:alert(1)' }), refusedFor('url'));
    await assert.rejects(change({}), refusedFor('url'));
    await assert.rejects(changeSource(newsroom.ctxOf('dina'), source.number, { ...CARD, revision: 1 }), Forbidden);
    await assert.rejects(changeSource(newsroom.ctxOf('emil'), source.number, { ...CARD, revision: 1 }), NotFound);
  });

  engine.rule('a contact waits for its answer, which is noted when it comes', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
    const { id: contact_id } = await addContact(ben, id, QUESTION);
    assert.equal((await addContact(ben, id, QUESTION)).id, contact_id);
    const answered = { ...QUESTION, contact_id, revision: 1, answer: 'Thirty at most.', claim_number: null };
    await changeContact(cleo, id, answered);
    await changeContact(cleo, id, answered);
    const { id: article_id } = await getArticle(ben, id);
    const [contact, ...more] = await listContacts(newsroom.db, article_id, 'inside');
    assert.equal(more.length, 0);
    assert.partialDeepStrictEqual(contact, { answer: 'Thirty at most.', claim_number: null, revision: 2 });
    await assert.rejects(
      changeContact(ben, id, { ...answered, answer: 'None came.' }),
      (error) => error instanceof StaleEdit && error.theirs.answer === 'Thirty at most.',
    );
    assert.deepEqual(await eventsOf(newsroom.db, 'contact'), { 'contact.added': 1, 'contact.changed': 1 });
  });

  engine.rule('a contact needs a name and a claim that is there; guests and other desks note none', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    const refusedFor = (field: string) => (error: unknown) => error instanceof RuleBroken && error.field === field;
    await assert.rejects(addContact(ben, id, { ...QUESTION, name: ' ' }), refusedFor('name'));
    await assert.rejects(addContact(ben, id, { ...QUESTION, claim_number: 9 }), refusedFor('claim_number'));
    await assert.rejects(addContact(newsroom.ctxOf('dina'), id, QUESTION), Forbidden);
    await assert.rejects(addContact(newsroom.ctxOf('emil'), id, QUESTION), NotFound);
    const { id: contact_id } = await addContact(ben, id, QUESTION);
    const change = { ...QUESTION, contact_id, revision: 1, answer: 'x' };
    await assert.rejects(changeContact(newsroom.ctxOf('dina'), id, change), Forbidden);
    await assert.rejects(changeContact(newsroom.ctxOf('emil'), id, change), NotFound);
    await assert.rejects(changeContact(ben, id, { ...change, contact_id: 'x' }), NotFound);
  });
});
