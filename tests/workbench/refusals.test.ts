// What the workbench says when a form cannot be taken.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { changeClaimKey } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { type Ferry, judge, mark, SENTENCES, takeFerryIn, verdictOf } from './support.ts';

describe('forms that cannot be taken', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let ferry: Ferry;
  let claim: string;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  beforeEach(async () => {
    ferry = await takeFerryIn(desk);
    await mark(desk, ferry, SENTENCES.ran_aground, 'at least seven passengers drowned');
    claim = `${ferry.path}/claims/1`;
  });
  after(() => desk.close());

  const countEvents = async () =>
    (await desk.db.selectFrom('log').select('number').where('article_id', '=', ferry.id).execute()).length;

  /** Ben's form is refused: 422, one error, and what he typed into the field is still there. */
  function assertKept(errors: string[], field: string, typed: string): void {
    assert.equal(ben.status, 422);
    assert.deepEqual(ben.errors(), errors);
    assert.equal(ben.value(field), typed);
  }

  test('words that do not stand in the sentence come back with the note beside them', async () => {
    await ben.visit(`${ferry.path}/sentences/2`);
    await ben
      .fill('Words, trimmed to what matters', 'nine passengers drowned')
      .fill('For a tick', 'harbour log')
      .press('Mark a claim');
    const error = 'The sentence does not have these words in this form. Only trim words at its ends.';
    assertKept([error], 'Words, trimmed to what matters', 'nine passengers drowned');
    assert.equal(ben.value('For a tick'), 'harbour log');
    await ben.press('Tick words');
    assertKept([error], 'Words, trimmed to what matters', 'nine passengers drowned');
  });

  test('details without a statement, or with a time no clock shows, keep the rest', async () => {
    await ben.visit(claim);
    await ben.fill('Statement under check', ' ').fill('Due', '2026-02-31T10:00').press('Save details');
    assertKept(['Write what is under check, in words that stand alone.'], 'Due', '2026-02-31T10:00');
    await ben.fill('Statement under check', 'Seven died.').tick('Key claim').press('Save details');
    assertKept(
      ['Write the time as 17:10, 2026-03-12 17:10 or a day like 12 March 2026.'],
      'Statement under check',
      'Seven died.',
    );
    assert.equal(ben.value('Key claim'), 'ticked');
  });

  test('a verdict with a sentence that is too long or a time that is none keeps both', async () => {
    await ben.visit(claim);
    const long = 'word '.repeat(900).trim();
    await ben.choose('Is it so?', /wrong/).fill('Verdict sentence', long).fill('As of', 'noon').press('Save verdict');
    assert.equal(ben.status, 422);
    assert.match(ben.errors().join(), /may be 4000 characters long; it has 4499/);
    assert.equal(ben.value('Verdict sentence'), long);
    await ben.fill('Verdict sentence', 'Five died.').press('Save verdict');
    assertKept(['Write the time as 17:10, 2026-03-12 17:10 or a day like 12 March 2026.'], 'As of', 'noon');
    assert.match(ben.chosen('Is it so?').join(), /wrong/);
    await ben.fill('As of', '3 May 2019').press('Save verdict');
    assert.match(ben.notice(), /^Claim 1 is saved\./);
  });

  test('the place of a claim, a fix and a reason for dropping come back as they were typed', async () => {
    await ben.visit(claim);
    await ben.fill('Words in the text', 'eight drowned').press('Move mark');
    assertKept(
      ['The sentence does not have these words in this form. Only trim words at its ends.'],
      'Words in the text',
      'eight drowned',
    );
    await ben.visit(claim);
    await ben.fill('New words', '').within('#ask-fix').fill('Why', 'new list').press('Propose fix');
    assert.deepEqual(ben.errors(), ['Write the new words.']);
    assert.equal(ben.within('#ask-fix').value('Why'), 'new list');
    await ben.visit(claim);
    await ben.press('Drop claim 1');
    assert.deepEqual(ben.errors(), ['Say in a few words why the claim is dropped.']);
  });

  test('assigning without a paragraph keeps the person chosen', async () => {
    await ben.visit(`${ferry.path}/coverage`);
    await ben.choose('Assign ticked paragraphs to', 'Cleo Rahimi').press('Assign');
    assertKept(['Choose at least one paragraph.'], 'Assign ticked paragraphs to', desk.persons.cleo.id);
  });

  test('a form of a broken client is refused in words on the page it belongs to', async () => {
    const strange: [string, Record<string, string>][] = [
      [`${ferry.path}/claims`, { start: '-3', end: '9' }],
      [`${ferry.path}/claims`, { start: '9', end: '3' }],
      [`${ferry.path}/claims`, { start: '0', end: '999999999' }],
      [`${ferry.path}/claims`, { start: '99999999999999999999', end: '1e9' }],
      [`${ferry.path}/claims`, {}],
      [`${ferry.path}/claims`, { sentence: '2', kind: 'rumour' }],
      [`${ferry.path}/ticks`, { start: 'NaN', end: 'Infinity' }],
      [`${ferry.path}/initials`, { start: '2', end: '2' }],
      [`${claim}/verdicts`, { revision: '0' }],
      [`${claim}/verdicts`, { revision: '1', attribution_verdict: 'hearsay' }],
      [`${claim}/details`, { revision: 'x', statement: 'x', kind: 'event' }],
      [`${claim}/range`, { revision: '1' }],
      [`${ferry.path}/second-read`, { claims: 'all' }],
      [`${ferry.path}/assignments`, { paragraphs: '-1' }],
    ];
    for (const [path, fields] of strange) {
      await ben.send(path, fields);
      assert.equal(ben.status, 422, `${path} ${JSON.stringify(fields)}`);
      assert.ok(ben.errors().length > 0, path);
    }
    for (const path of [
      `${ferry.path}/sentences/0`,
      `${ferry.path}/sentences/7`,
      `${ferry.path}/sentences/2.0`,
      `${ferry.path}/claims/x`,
      `${ferry.path}/claims/2`,
      `${ferry.path}/claims/%00`,
      '/articles/1e0',
      '/articles/%ED%A0%80',
    ]) {
      await ben.visit(path);
      assert.equal(ben.status, 404, path);
    }
    for (const path of [
      `${ferry.path}/claims/x/taking`,
      `${ferry.path}/claims/99/closure`,
      `${ferry.path}/ticks/x/removal`,
    ]) {
      await ben.send(path, { revision: '1', sentence: '99' });
      assert.equal(ben.status, 404, path);
    }
  });

  test('fields that mean something to a program mean nothing to the desk', async () => {
    const names = ['__proto__', 'constructor[prototype][role]', 'toString'];
    const strange = Object.fromEntries(names.map((name) => [name, 'editor']));
    await ben.send(`${claim}/attribution`, { ...strange, attribution: '__proto__, constructor', revision: '1' });
    assert.equal(ben.status, 200);
    assert.ok(ben.within('.chain').text().includes('__proto__, constructor'));
    assert.equal(({} as Record<string, unknown>).role, undefined);
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}`, '']));
    await ben.send(`${claim}/attribution`, many);
    assert.equal(ben.status, 413);
    assert.match(ben.text(), /too many fields/);
  });

  test('a letter is never cut in two', async () => {
    const smile = await takeFerryIn(desk, { body: 'The 🚢 sank 🚢 at noon, the 𝒜gency said. It was cold.' });
    await ben.visit(smile.path);
    const start = Number(ben.all('#sentence-2')[0]?.getAttribute('data-start'));
    await ben.send(`${smile.path}/claims`, { start: `${start + 5}`, end: `${start + 13}` });
    assert.equal(ben.path, `${smile.path}/claims/1`);
    assert.equal(ben.within('blockquote').text(), '🚢 sank 🚢');
  });

  test('whoever saves second sees both texts, and nothing is lost', async () => {
    const cleo = await desk.visitor('cleo');
    await ben.visit(claim);
    await cleo.visit(claim);
    await cleo.choose('Is it so?', /wrong/).fill('Verdict sentence', 'Six, says the harbour.').press('Save verdict');
    await ben
      .choose('Is it so?', /context/)
      .fill('Verdict sentence', 'Five, says the hospital.')
      .press('Save verdict');
    assert.equal(ben.status, 409);
    for (const words of ['Five, says the hospital.', 'Six, says the harbour.', 'needs context', 'wrong'])
      assert.ok(ben.text().includes(words), words);
    await ben.follow('Leave what is stored');
    assert.equal(ben.path, claim);
    assert.equal(ben.value('Verdict sentence'), 'Six, says the harbour.');
  });

  test('a stale form of details, speakers or words does not undo what somebody else saved', async () => {
    await ben.visit(claim);
    await changeClaimKey(desk.ctxOf('ada'), ferry.id, { number: 1, is_key: true });
    await ben.press('Save details');
    assert.equal(ben.status, 409);
    await ben.visit(claim);
    assert.equal(ben.value('Key claim'), 'ticked');
    const cleo = await desk.visitor('cleo');
    await cleo.visit(claim);
    await cleo.fill('Speakers, one per line', 'the harbour').press('Save speakers');
    await ben.fill('Speakers, one per line', 'the navy').press('Save speakers');
    assert.equal(ben.status, 409);
    assert.ok(ben.text().includes('the navy') && ben.text().includes('the harbour'));
    await ben.visit(claim);
    await cleo.visit(claim);
    await cleo.fill('Words in the text', 'seven passengers').press('Move mark');
    await ben.fill('Words in the text', 'passengers drowned').press('Move mark');
    assert.equal(ben.status, 409);
  });

  test('what was typed for a claim that was finished meanwhile can be read on the page that says so', async () => {
    await judge(desk, ferry, 1, 'wrong');
    await ben.visit(claim);
    const { revision } = await getClaim(desk.db, ferry, { number: 1 });
    await closeClaim(desk.ctxOf('cleo'), ferry.id, { number: 1, revision });
    await ben.fill('Why it need not be checked', 'The paragraph <is> cut.').press('Drop claim 1');
    assert.equal(ben.status, 409);
    assert.match(ben.text(), /What you typed .*Withdrawal reason The paragraph <is> cut\./);
    await ben.visit(`${claim}/withdrawal`);
    assert.deepEqual([ben.status, ben.path], [200, claim]);
  });

  test('a second reader never closes what changed under their eyes', async () => {
    await judge(desk, ferry, 1, 'wrong');
    const cleo = await desk.visitor('cleo');
    await cleo.visit(claim);
    const content_verdict = await verdictOf(desk, 'context');
    const { revision } = await desk.db
      .selectFrom('claim')
      .select('revision')
      .where('article_id', '=', ferry.id)
      .executeTakeFirstOrThrow();
    await setVerdicts(desk.ctxOf('ben'), ferry.id, { number: 1, revision, content_verdict });
    await ben.visit(claim);
    await ben.press('Send to second read');
    await cleo.press('Agree');
    assert.equal(cleo.status, 409);
    await cleo.visit(claim);
    assert.ok(cleo.offers('Agree'));
  });

  test('the same post twice is harmless', async () => {
    const { revision } = await desk.db
      .selectFrom('claim')
      .select('revision')
      .where('article_id', '=', ferry.id)
      .executeTakeFirstOrThrow();
    const twice: [string, Record<string, string>][] = [
      [`${ferry.path}/claims`, { sentence: '3' }],
      [`${ferry.path}/ticks`, { sentence: '5', words: '190' }],
      [`${ferry.path}/initials`, { sentence: '4' }],
      [`${ferry.path}/initials/removal`, { sentence: '4' }],
      [`${claim}/attribution`, { attribution: 'the harbour', revision: `${revision}` }],
      [`${claim}/details`, { statement: 'Seven.', kind: 'number', is_key: '1', revision: `${revision + 1}` }],
      [
        `${claim}/verdicts`,
        {
          content_verdict: await verdictOf(desk, 'wrong'),
          verdict_sentence: 'Six.',
          attribution_verdict: 'changed',
          revision: `${revision + 2}`,
        },
      ],
      [`${claim}/fixes`, { old_words: 'seven', new_words: 'six', fix_reason: 'the list' }],
      [`${claim}/readiness`, {}],
      [`${claim}/taking`, {}],
    ];
    for (const [path, fields] of twice) {
      await ben.send(path, fields);
      assert.equal(ben.status, 200, `${path}: ${ben.text().slice(0, 300)}`);
      const events = await countEvents();
      await ben.send(path, fields);
      assert.equal(ben.status, 200, `${path} again`);
      assert.equal(await countEvents(), events, `${path} again wrote to the log`);
    }
  });
});
