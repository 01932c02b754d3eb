// The second read by forms alone: what is ticked, what comes next, what no forged post can do.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { changeClaimKey, markClaim } from '#src/claims/marking/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { offerClaim } from '#src/reviews/second-read/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { type Ferry, judge, mark, SENTENCES, takeFerryIn } from './support.ts';

describe('what waits for a second reader', () => {
  let desk: NewsroomDesk;
  let ferry: Ferry;
  let cleo: Visitor;
  /** The claims by what is under them. */
  const CLAIMS = { source: 1, word: 2, confidential: 3, against: 4, key: 5, wrong: 6, background: 7 };
  const rest = (source_line: string, more: object = {}) => ({ source_line, stance: 'for' as const, ...more });
  before(async () => {
    desk = await startNewsroom();
    ferry = await takeFerryIn(desk);
    cleo = await desk.visitor('cleo');
    const ben = desk.ctxOf('ben');
    const put = (number: number, input: ReturnType<typeof rest>) => addEvidence(ben, ferry.id, { number, ...input });
    await mark(desk, ferry, SENTENCES.radar, '“The captain had switched the radar off,”');
    await mark(desk, ferry, SENTENCES.cold, 'a cold morning');
    await mark(desk, ferry, SENTENCES.unexplained, 'Nobody has explained');
    await mark(desk, ferry, SENTENCES.tickets, '190 people');
    await mark(desk, ferry, SENTENCES.ran_aground, '240 people');
    await mark(desk, ferry, SENTENCES.ran_aground, 'before dawn');
    await mark(desk, ferry, SENTENCES.unexplained, 'the difference');
    await put(CLAIMS.source, rest('Coast guard bulletin 12', { passage: 'radar was off', place: 'page 2' }));
    await put(CLAIMS.confidential, rest('A mate of the ship', { is_confidential: true }));
    await put(CLAIMS.against, rest('Ticket office'));
    await put(CLAIMS.against, rest('The purser', { stance: 'against' }));
    await put(CLAIMS.key, rest('Passenger list'));
    await put(CLAIMS.background, rest('Old clippings', { stance: 'background' }));
    for (const number of Object.values(CLAIMS))
      await judge(desk, ferry, number, number === CLAIMS.wrong ? 'wrong' : 'ok');
    await changeClaimKey(desk.ctxOf('ada'), ferry.id, { number: CLAIMS.key, is_key: true });
    if ((await claim(CLAIMS.key)).state !== 'ready') await offerClaim(ben, ferry.id, CLAIMS.key);
  });
  after(() => desk.close());
  const claim = (number: number) => getClaim(desk.db, { id: ferry.id }, { number });
  const row = (number: number) => new RegExp(`^${number}, `);

  test('a plain OK stands in its sentence, with source, place, passage, who and when under it', async () => {
    await cleo.visit(`${ferry.path}/second-read`);
    assert.deepEqual(await htmlProblems(cleo.body), []);
    assert.match(cleo.text(), /radar off,” said Lena Orsk, a spokeswoman for the coast guard\./);
    assert.match(cleo.text(), /Coast guard bulletin 12, page 2: “radar was off” · Ben, today/);
  });

  test('it is ticked only where a source speaks for it, and each other one says why it is not', async () => {
    await cleo.visit(`${ferry.path}/second-read`);
    const ticked = (number: number) => cleo.value(row(number)) === 'ticked';
    assert.deepEqual([CLAIMS.word, CLAIMS.confidential, CLAIMS.against, CLAIMS.background].map(ticked), [
      false,
      false,
      false,
      false,
    ]);
    for (const why of [
      /It was a cold morning\. Claim 2 Not ticked: on the checker’s word, nothing is under it\. Set by Ben Okafor/,
      /Not ticked: it rests on one source, and that is confidential\./,
      /Not ticked: a source under it speaks against it\./,
      /Not ticked: what is under it is background, and nothing speaks for it\./,
    ])
      assert.match(cleo.text(), why);
  });

  test('a detail that nobody checked in the same sentence keeps it unticked, until somebody has', async () => {
    await cleo.visit(`${ferry.path}/second-read`);
    assert.match(cleo.text(), /Not ticked: an unchecked detail, “Lena Orsk”/);
    assert.notEqual(cleo.value(row(CLAIMS.source)), 'ticked');
    await markClaim(desk.ctxOf('ben'), ferry.id, {
      selection: { sentence: SENTENCES.radar, words: 'said Lena Orsk, a spokeswoman for the coast guard' },
      is_key: false,
    });
    await cleo.visit(`${ferry.path}/second-read`);
    assert.equal(cleo.value(row(CLAIMS.source)), 'ticked');
  });

  test('key claims and those not OK stand one by one; after Agree, and after sending back, the next one opens', async () => {
    await cleo.visit(`${ferry.path}/second-read`);
    assert.match(cleo.text(), /One by one 2 claims, key or not OK\./);
    // Beside the queue lies the first of them, whole: in its sentence, with its verdict and what it rests on.
    assert.match(
      cleo.text(),
      /Claim 5 1 of 2 to read .*checked by Ben Okafor Show in the text A ferry carrying 240 people/,
    );
    assert.match(cleo.text(), /Is it so\? 1 source · as of today .* OK Evidence 1 source for: \+Passenger list/);
    await cleo.press('Agree');
    assert.equal(cleo.notice(), `Claim ${CLAIMS.key} is done. Claim ${CLAIMS.wrong} is next.`);
    assert.match(cleo.text(), /One by one One claim, .* Claim 6 1 of 1 to read/);
    await cleo.press(/^Send back/);
    assert.deepEqual([cleo.status, cleo.errors()], [422, ['Say in a line why it goes back.']]);
    assert.match(cleo.text(), /One by one One claim, /);
    await cleo.fill('If you send it back: what is missing?', 'Who says so?').press(/^Send back/);
    assert.equal(
      cleo.notice(),
      `Claim ${CLAIMS.wrong} goes back with your line. Only plain OKs are left, in the list.`,
    );
    assert.ok(cleo.offers('Initial the selected claims'));
  });

  test('a forged post closes neither one’s own claim nor a key claim, and says so', async () => {
    const ada = await desk.visitor('ada');
    await changeClaimKey(desk.ctxOf('ada'), ferry.id, { number: CLAIMS.word, is_key: true });
    await offerClaim(desk.ctxOf('ben'), ferry.id, CLAIMS.word);
    const forged = async (number: number) => `${number}:${(await claim(number)).revision}`;
    await ada.send(`${ferry.path}/second-read`, { claims: await forged(CLAIMS.word) });
    assert.match(ada.notice() ?? '', /Nothing was initialled\. Claim 2 has to be read on its own page\./);
    const ben = await desk.visitor('ben');
    await ben.send(`${ferry.path}/second-read`, { claims: await forged(CLAIMS.source) });
    assert.match(ben.notice() ?? '', /Claim 1 has your own verdict, so somebody else must read it\./);
    for (const number of [CLAIMS.word, CLAIMS.source]) assert.equal((await claim(number)).second_reader_id, null);
  });

  test('the ticked ones are initialled together, and the rest stays', async () => {
    await cleo.visit(`${ferry.path}/second-read`);
    await cleo.press('Initial the selected claims');
    assert.equal(cleo.notice(), `Done: ${CLAIMS.source}.`);
    assert.equal((await claim(CLAIMS.source)).state, 'closed');
    assert.equal((await claim(CLAIMS.confidential)).state, 'ready');
  });

  test('whoever reads second in another list stays in it: the next of those that wait, or the claim with its arrows', async () => {
    await cleo.visit(`${ferry.path}/claims/${CLAIMS.confidential}?list=ready`);
    await cleo.press('Agree');
    assert.match(cleo.notice(), new RegExp(`^Claim ${CLAIMS.confidential} is done\\. Claim (\\d) is next\\.$`));
    assert.match(cleo.path, /\/claims\/\d\?list=ready$/);
    await cleo.visit(`${ferry.path}/claims/${CLAIMS.against}?list=mine`);
    await cleo.press('Agree');
    assert.equal(cleo.notice(), `Claim ${CLAIMS.against} is done.`);
    assert.match(cleo.path, new RegExp(`/claims/${CLAIMS.against}\\?list=mine$`));
  });
});
