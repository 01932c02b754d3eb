// Two on one thing: who saves second chooses field by field, and the choice is saved on what is stored now.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { type Ferry, mark, SENTENCES, takeFerryIn } from './support.ts';

const WORDS = 'at least seven passengers drowned';

describe('two at one form', () => {
  let desk: NewsroomDesk;
  let ferry: Ferry;
  let claim: string;
  let [ben, cleo]: Visitor[] = [];
  before(async () => {
    desk = await startNewsroom();
    [ben, cleo] = [await desk.visitor('ben'), await desk.visitor('cleo')];
    ferry = await takeFerryIn(desk);
    await mark(desk, ferry, SENTENCES.ran_aground, WORDS);
    claim = `${ferry.path}/claims/1`;
  });
  after(() => desk.close());

  /** Both open the page; Ben saves first. What Cleo then sends is refused, and nothing of it is stored. */
  async function both(path: string, deeds: { ben: (page: Visitor) => unknown; cleo: (page: Visitor) => unknown }) {
    const [first, second] = [ben as Visitor, cleo as Visitor];
    await first.visit(path);
    await second.visit(path);
    await deeds.ben(first);
    assert.equal(first.status, 200);
    await deeds.cleo(second);
    assert.equal(second.status, 409);
    assert.deepEqual(await htmlProblems(second.body), []);
    return second;
  }

  test('details: what she changed is hers unless she says so, what she left follows his', async () => {
    const page = await both(claim, {
      ben: (page) =>
        page
          .fill('Statement under check', 'Seven or more drowned.')
          .choose('Kind', 'event')
          .tick('Key claim')
          .press('Save details'),
      cleo: (page) =>
        page
          .fill('Statement under check', 'Seven people drowned,\nor more.')
          .fill('Due', '2026-03-14T18:00')
          .choose('Assigned to', 'Cleo')
          .press('Save details'),
    });
    assert.deepEqual(page.chosen('Statement'), ['What you wroteSeven people drowned, or more.']);
    assert.deepEqual(page.chosen('Kind'), ['What is stored nowevent']);
    assert.deepEqual(page.chosen('Key claim'), ['What is stored nowyes']);
    assert.match(page.chosen('Assigned to')[0] ?? '', /^What you wroteCleo/);
    assert.match(page.chosen('Due')[0] ?? '', /^What you wrotetoday 18:00/);
    await page.press('Save what I chose');
    assert.equal(page.notice(), 'Claim 1 is saved.');
    assert.deepEqual(
      [page.value('Statement under check'), page.value('Kind'), page.value('Key claim'), page.value('Due')],
      ['Seven people drowned,\nor more.', 'event', 'ticked', '2026-03-14T18:00'],
    );
  });

  test('verdicts, and again stale in between; speakers, figures and words; his may be taken', async () => {
    const page = await both(claim, {
      ben: (page) =>
        page.choose('Is it so?', /wrong/).fill('Verdict sentence', 'Six, says the harbour.').press('Save verdict'),
      cleo: (page) =>
        page
          .choose('Is it so?', /context/)
          .fill('Verdict sentence', 'Five, says the hospital.')
          .fill('As of', '2026-03-14 12:00')
          .press('Save verdict'),
    });
    assert.match(page.chosen('Is it so?')[0] ?? '', /^What you wroteneeds context/);
    page.choose('Verdict sentence', /What is stored now/);
    await (ben as Visitor).fill('Verdict sentence', 'Six, says the harbour master.').press('Save verdict');
    await page.press('Save what I chose');
    assert.equal(page.status, 409, 'he saved once more');
    assert.deepEqual(page.chosen('Verdict sentence'), ['What is stored nowSix, says the harbour master.']);
    await page.press('Save what I chose');
    assert.equal(page.value('Verdict sentence'), 'Six, says the harbour master.');
    assert.match(page.chosen('Is it so?')[0] ?? '', /needs context/);
    for (const [label, button, his, hers] of [
      ['Speakers, one per line', 'Save speakers', 'the harbour', 'the navy'],
      ['Figures', 'Save figures', '≥ 6 passengers', '≥ 8 passengers'],
      ['Words in the text', 'Move mark', 'seven passengers', 'passengers drowned'],
    ] as const) {
      await both(claim, {
        ben: (page) => page.fill(label, his).press(button),
        cleo: (page) => page.fill(label, hers).press(button),
      });
      await page.press(label === 'Words in the text' ? 'Save mine over it' : 'Save what I chose');
      assert.equal(page.status, 200);
      assert.equal(page.value(label), hers);
    }
  });

  test('a use of a source and its card', async () => {
    const { id, source } = await addEvidence(desk.ctxOf('ben'), ferry.id, { number: 1, source_line: 'Bulletin 31' });
    const use = await both(`${claim}/evidence/${id}`, {
      ben: (page) =>
        page
          .fill('Passage', 'thirty')
          .choose('This source is', /against/)
          .press('Save evidence'),
      cleo: (page) =>
        page.fill('Page, minute, paragraph', 'p. 4').choose('About', 'was it said?').press('Save evidence'),
    });
    assert.deepEqual(use.chosen('Passage'), ['What is stored nowthirty']);
    assert.deepEqual(use.chosen('Place'), ['What you wrotep. 4']);
    await use.press('Save what I chose');
    await use.visit(`${claim}/evidence/${id}`);
    assert.deepEqual(
      [use.value('Passage'), use.value('Page, minute'), use.value('About')],
      ['thirty', 'p. 4', 'attribution'],
    );
    const card = await both(`/sources/${source.number}`, {
      ben: (page) => page.fill('Author or speaker', 'I. Sorov').choose('Kind', 'document').press('Save source'),
      cleo: (page) => page.fill('Author or speaker', 'Ivan Sorov').tick('Confidential').press('Save source'),
    });
    await card.choose('Author or speaker', /What is stored now/).press('Save what I chose');
    await card.visit(`/sources/${source.number}`);
    assert.equal(card.value('Author or speaker'), 'I. Sorov');
    assert.match(card.text(), /Confidential Outside the desk it is called/);
  });

  test('a question, its rule, an account, and a fix', async () => {
    const first = { party_name: 'the navy', party_role: '', value: 'seven', as_of: '', quote: '', from: '' };
    await askQuestion(desk.ctxOf('ben'), ferry.id, { point: 'How many drowned?', first });
    const question = `${ferry.path}/accounts/1`;
    const point = await both(question, {
      ben: (page) => page.fill('Question', 'How many died?').press('Save question'),
      cleo: (page) => page.fill('Question', 'How many are dead?').press('Save question'),
    });
    await point.press('Save what I chose');
    assert.equal(point.heading(), 'How many are dead?');
    const rule = await both(question, {
      ben: (page) =>
        page.choose('Where accounts differ', /range/).fill('Why, in a sentence', 'Both.').press('Save rule'),
      cleo: (page) =>
        page
          .choose('Where accounts differ', /lowest/)
          .fill('Why, in a sentence', 'Sure.')
          .press('Save rule'),
    });
    await rule.choose('Where accounts differ', /What is stored now/).press('Save what I chose');
    assert.equal(rule.value('Why, in a sentence'), 'Sure.');
    assert.match(rule.chosen('Where accounts differ')[0] ?? '', /range/);
    const { id } = await desk.db.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const account = await both(`${question}/entries/${id}`, {
      ben: (page) => page.fill('Says', 'seven or eight').press('Save account'),
      cleo: (page) => page.fill('In what role', 'the navy’s spokesman').press('Save account'),
    });
    assert.deepEqual(account.chosen('Says'), ['What is stored nowseven or eight']);
    await account.press('Save what I chose');
    assert.match(account.text(), /seven or eight/);
    await askFix(desk.ctxOf('ben'), ferry.id, { old_words: 'at least seven', new_words: 'seven', reason: '' });
    const [fix] = await desk.db.selectFrom('fix').select(['id', 'revision']).execute();
    const said = { word: 'agree', line: 'Gladly.', how: 'phone', revision: String(fix?.revision) };
    const word = `${ferry.path}/fixes/${fix?.id}/writer-word`;
    await (ben as Visitor).send(word, said);
    const last = await (cleo as Visitor).send(word, { ...said, word: 'refuse', line: 'Never.' });
    assert.equal(last.status, 409);
    await last.press('Save what I chose');
    assert.match(last.text(), /would rather not: Never\./);
  });
});
