// Evidence on both engines: one line, one transaction; known sources are used again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withdrawClaim } from '#src/claims/marking/commands.ts';
import { listContacts } from '#src/contacts/contacts/store.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { changeEvidence, removeEvidence } from '#src/evidence/commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { librarySearchIn } from '#src/sources/library/search.ts';
import { listSources } from '#src/sources/library/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { eventsOf, takeRaidIn } from './support.ts';

async function evidenceOf(newsroom: Newsroom) {
  const article = await newsroom.db.selectFrom('article').select('id').executeTakeFirstOrThrow();
  return listEvidence(newsroom.db, article.id, 'inside');
}

async function contactsOf(newsroom: Newsroom) {
  const article = await newsroom.db.selectFrom('article').select('id').executeTakeFirstOrThrow();
  return listContacts(newsroom.db, article.id, 'inside');
}

async function claimState(newsroom: Newsroom, number: number) {
  return (await newsroom.db.selectFrom('claim').select('state').where('number', '=', number).executeTakeFirst())?.state;
}

onEachEngine((engine) => {
  engine.rule(
    'a call in one line makes source, contact and passage, puts the claim in work, and is in the log',
    async () => {
      const newsroom = await openNewsroom(engine);
      const id = await takeRaidIn(newsroom);
      const before = await newsroom.db.selectFrom('article').select('changed_seq').executeTakeFirstOrThrow();
      const input = { number: 1, source_line: 'call Sorov 15:40: six bombers' };
      const added = await addEvidence(newsroom.ctxOf('ben'), id, input);
      assert.deepEqual([added.is_new_source, added.contact_name], [true, 'Sorov']);

      const [evidence, ...more] = await evidenceOf(newsroom);
      assert.equal(more.length, 0);
      assert.partialDeepStrictEqual(evidence, {
        id: added.id,
        claim_number: 1,
        source_title: 'Call with Sorov, 15:40',
        source_type: 'call',
        passage: 'six bombers',
        about: 'content',
        stance: 'for',
        reliability: null,
        credibility: null,
        added_by_name: 'Ben Okafor',
      });
      const [contact] = await contactsOf(newsroom);
      assert.partialDeepStrictEqual(contact, { name: 'Sorov', how: 'call', at_words: '15:40', answer: 'six bombers' });
      assert.partialDeepStrictEqual(contact, { claim_number: 1, source_number: added.source.number });
      assert.equal(await claimState(newsroom, 1), 'in_work');
      assert.equal(await claimState(newsroom, 2), 'open');
      const after = await newsroom.db.selectFrom('article').select('changed_seq').executeTakeFirstOrThrow();
      assert.equal(after.changed_seq, before.changed_seq + 1);
      assert.deepEqual(await eventsOf(newsroom.db, 'source', 'contact', 'evidence'), {
        'source.added': 1,
        'contact.added': 1,
        'evidence.added': 1,
      });
    },
  );

  engine.rule('pressing twice adds once; the same call for another claim is one source and one contact', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    const source_line = 'call Sorov 15:40: six bombers';
    const first = await addEvidence(ben, id, { number: 1, source_line });
    const second = await addEvidence(ben, id, { number: 1, source_line });
    assert.equal(second.id, first.id);
    const other = await addEvidence(ben, id, { number: 2, source_line, stance: 'against' });
    assert.deepEqual([other.is_new_source, other.source.number], [false, first.source.number]);
    assert.equal((await evidenceOf(newsroom)).length, 2);
    assert.equal((await contactsOf(newsroom)).length, 1);
    await addEvidence(ben, id, { number: 2, source_line: 'call Sorov 15:40: no hostages' });
    assert.deepEqual(
      (await contactsOf(newsroom)).map((contact) => contact.answer),
      ['six bombers', 'no hostages'],
    );
    await addEvidence(ben, id, { number: 2, source_line: 'Call with Sorov, 15:40' });
    assert.equal((await contactsOf(newsroom)).length, 2);
    assert.equal((await listSources(ben, { ...librarySearchIn({}), limit: 10, offset: 0 })).length, 1);
  });

  engine.rule('an address or title that the desk has is used again, and never one of another desk', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    const add = (source_line: string) => addEvidence(ben, id, { number: 1, source_line });
    const page = await add('Bulletin 31 https://karsa.example/bulletin?utm_source=x');
    assert.equal((await add('https://karsa.example/bulletin')).source.number, page.source.number);
    const book = await add('Annual report 2025, p. 14');
    assert.equal((await add('ANNUAL  report 2025, p. 20')).source.number, book.source.number);
    assert.deepEqual(
      (await evidenceOf(newsroom)).map((row) => row.place),
      ['', 'p. 14', 'p. 20'],
    );
    const known = await addEvidence(ben, id, { number: 2, source_number: book.source.number, passage: 'a line' });
    assert.equal(known.is_new_source, false);
    await assert.rejects(
      addEvidence(ben, id, { number: 2, source_number: 99 }),
      (error) => error instanceof RuleBroken && error.field === 'source_line',
    );
    assert.equal(
      (await listSources(newsroom.ctxOf('emil'), { ...librarySearchIn({}), limit: 10, offset: 0 })).length,
      0,
    );
  });

  test('two people who add the same address at once make one source', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const source_line = 'https://karsa.example/bulletin';
    await Promise.all(
      (['ben', 'cleo', 'ada'] as const).map((name, index) =>
        addEvidence(newsroom.ctxOf(name), id, { number: 1 + (index % 2), source_line, note: name }),
      ),
    );
    assert.equal(
      (await listSources(newsroom.ctxOf('ben'), { ...librarySearchIn({}), limit: 10, offset: 0 })).length,
      1,
    );
    assert.equal((await evidenceOf(newsroom)).length, 2);
  });

  engine.rule('what was chosen stands before what the line says; the grade is kept', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    await addEvidence(newsroom.ctxOf('ben'), id, {
      number: 1,
      source_line: 'Annual report 2025, p. 14: "six"',
      place: 'page 15',
      passage: 'seven',
      about: 'attribution',
      stance: 'against',
      reliability: 'C',
      credibility: 3,
      note: 'Compare the printed copy.',
    });
    assert.partialDeepStrictEqual((await evidenceOf(newsroom))[0], {
      place: 'page 15',
      passage: 'seven',
      about: 'attribution',
      stance: 'against',
      reliability: 'C',
      credibility: 3,
      note: 'Compare the printed copy.',
    });
  });

  engine.rule('an empty line and a script for an address are refused, and nothing of it is stored', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    for (const source_line of ['  ', 'javascript:alert(1)'])
      await assert.rejects(
        addEvidence(newsroom.ctxOf('ben'), id, { number: 1, source_line }),
        (error) => error instanceof RuleBroken && error.field === 'source_line',
      );
    assert.equal(await claimState(newsroom, 1), 'open');
    assert.deepEqual(await eventsOf(newsroom.db, 'source', 'evidence'), {});
  });

  engine.rule(
    'a change is kept with its event; saving the same again is no change; a late save shows both texts',
    async () => {
      const newsroom = await openNewsroom(engine);
      const id = await takeRaidIn(newsroom);
      const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
      const { id: evidence_id } = await addEvidence(ben, id, { number: 1, source_line: 'Bulletin 31' });
      const change = { number: 1, evidence_id, revision: 1, passage: 'thirty at most', reliability: 'B' as const };
      await changeEvidence(cleo, id, change);
      await changeEvidence(cleo, id, change);
      assert.partialDeepStrictEqual((await evidenceOf(newsroom))[0], { passage: 'thirty at most', revision: 2 });
      await assert.rejects(
        changeEvidence(ben, id, { ...change, passage: 'thirty' }),
        (error) =>
          error instanceof StaleEdit && error.yours.passage === 'thirty' && error.theirs.passage === 'thirty at most',
      );
      assert.equal((await eventsOf(newsroom.db, 'evidence'))['evidence.changed'], 1);
    },
  );

  test('evidence taken off is gone from the claim, its row stays, and doing it twice is doing it once', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    const { id: evidence_id } = await addEvidence(ben, id, { number: 1, source_line: 'Bulletin 31' });
    await removeEvidence(ben, id, { number: 1, evidence_id, reason: 'It is about another raid.' });
    await removeEvidence(ben, id, { number: 1, evidence_id });
    assert.equal((await evidenceOf(newsroom)).length, 0);
    const row = await newsroom.db.selectFrom('evidence').selectAll().executeTakeFirst();
    assert.equal(row?.removed_at, ben.at);
    assert.equal((await eventsOf(newsroom.db, 'evidence'))['evidence.removed'], 1);
    await assert.rejects(changeEvidence(ben, id, { number: 1, evidence_id, revision: 2 }), RuleBroken);
    await assert.rejects(removeEvidence(ben, id, { number: 2, evidence_id }), NotFound);
  });

  engine.rule('a claim that is done or dropped keeps its evidence as it is', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    const { id: evidence_id } = await addEvidence(ben, id, { number: 1, source_line: 'Bulletin 31' });
    const verdict = await newsroom.db
      .selectFrom('verdict')
      .select('id')
      .where('meaning', '=', 'ok')
      .executeTakeFirstOrThrow();
    await behindTheLog(newsroom.db)
      .updateTable('claim')
      .set({
        state: 'closed',
        closed_at: ben.at,
        content_verdict_id: verdict.id,
        checker_id: newsroom.persons.ben.id,
        second_reader_id: newsroom.persons.cleo.id,
      })
      .where('number', '=', 1)
      .execute();
    const refused = (error: unknown) => error instanceof RuleBroken && /Reopen it first/.test(error.message);
    await assert.rejects(addEvidence(ben, id, { number: 1, source_line: 'Another' }), refused);
    await assert.rejects(changeEvidence(ben, id, { number: 1, evidence_id, revision: 1, note: 'x' }), refused);
    await assert.rejects(removeEvidence(ben, id, { number: 1, evidence_id }), refused);
    await withdrawClaim(ben, id, { number: 2, reason: 'Said twice.' });
    await assert.rejects(addEvidence(ben, id, { number: 2, source_line: 'Another' }), /Restore it first/);
    assert.equal((await evidenceOf(newsroom)).length, 1);
  });

  engine.rule('guests are refused; for other desks there is no such article, claim or evidence', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const { id: evidence_id } = await addEvidence(newsroom.ctxOf('ben'), id, { number: 1, source_line: 'Bulletin 31' });
    for (const [name, refusal] of [
      ['dina', Forbidden],
      ['emil', NotFound],
    ] as const) {
      const ctx = newsroom.ctxOf(name);
      await assert.rejects(addEvidence(ctx, id, { number: 1, source_line: 'x' }), refusal);
      await assert.rejects(changeEvidence(ctx, id, { number: 1, evidence_id, revision: 1 }), refusal);
      await assert.rejects(removeEvidence(ctx, id, { number: 1, evidence_id }), refusal);
    }
    await assert.rejects(addEvidence(newsroom.ctxOf('ben'), id, { number: 9, source_line: 'x' }), NotFound);
  });
});
