// Two on one thing: who saves second chooses field by field, and the choice is saved on what is stored now.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { getDefaultProfile } from '#src/people/profiles/store.ts';
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { makeCorrection } from '#src/reports/complaints/correction-commands.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { type Ferry, mark, SENTENCES, takeFerryIn } from './support.ts';

type Two = [Visitor, Visitor];
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
  async function both(
    path: string,
    deeds: { ben: (page: Visitor) => unknown; cleo: (page: Visitor) => unknown },
    [first, second]: Two = [ben as Visitor, cleo as Visitor],
  ) {
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

  test('an article’s details, a contact, somebody accused', async () => {
    const details = await both(`${ferry.path}/details`, {
      ben: (page) => page.fill('Place', 'Port Amel').fill('Deadline', '2026-03-14T18:00').press('Save details'),
      cleo: (page) => page.fill('Byline', 'Ines Vale').fill('Deadline', '2026-03-14T19:00').press('Save details'),
    });
    assert.deepEqual(details.chosen('Place'), ['What is stored nowPort Amel']);
    assert.match(details.chosen('Deadline')[0] ?? '', /^What you wrote2026-03-14T19:00/);
    await details.press('Save what I chose');
    await details.visit(`${ferry.path}/details`);
    assert.deepEqual(
      ['Place', 'Byline', 'Deadline'].map((name) => details.value(name)),
      ['Port Amel', 'Ines Vale', '2026-03-14T19:00'],
    );
    const asked = { name: 'the owner', how: 'call', at_words: '15:40', put: 'How many?' } as const;
    const { id } = await addContact(desk.ctxOf('ben'), ferry.id, { ...asked, claim_number: null });
    const contact = await both(`${ferry.path}/contacts/${id}`, {
      ben: (page) => page.fill('Answer', '190.').choose('How', 'by message').press('Save contact'),
      cleo: (page) =>
        page
          .fill('Answer', 'We say nothing.')
          .choose('Result', /declined/)
          .press('Save contact'),
    });
    assert.deepEqual(contact.chosen('How'), ['What is stored nowby message']);
    await contact.choose('Answer', /What is stored now/).press('Save what I chose');
    await contact.visit(`${ferry.path}/contacts/${id}`);
    assert.deepEqual([contact.value('Answer'), contact.value('Result')], ['190.', 'declined']);
    await markAccused(desk.ctxOf('ben'), ferry.id, {
      name: 'the captain',
      role: '',
      accusation: '',
      claim_number: null,
    });
    const accused = await both(`${ferry.path}/accused/1`, {
      ben: (page) => page.fill('Accused of what', 'Sailed blind.').press('Save accusation'),
      cleo: (page) => page.fill('Accused of what', 'Radar off.').fill('In claim number', '1').press('Save accusation'),
    });
    await accused.press('Save what I chose');
    assert.deepEqual([accused.value('Accused of what'), accused.value('In claim number')], ['Radar off.', '1']);
  });

  test('a complaint, its decision, a correction', async () => {
    const when = { received_at: '2026-03-14T11:00', claim_number: 1, decider: undefined };
    const says = { complainant: 'the owner', reach: '', words: '', says: 'It was six.' };
    await noteComplaint(desk.ctxOf('ben'), ferry.id, { ...says, ...when });
    const path = `${ferry.path}/complaints/1`;
    const complaint = await both(path, {
      ben: (page) => page.fill('What they say', 'It was six, not seven.').press('Save complaint'),
      cleo: (page) => page.fill('Received', '2026-03-14T10:00').choose('Who decides', /Ada/).press('Save complaint'),
    });
    assert.match(complaint.chosen('Received')[0] ?? '', /^What you wrotetoday 10:00/);
    assert.match(complaint.chosen('Who decides')[0] ?? '', /^What you wroteAda/);
    assert.deepEqual(complaint.chosen('What they say'), ['What is stored nowIt was six, not seven.']);
    await complaint.press('Save what I chose');
    assert.match(complaint.text(), /It was six, not seven\./);
    const editors: Two = [await desk.visitor('ada'), await desk.visitor('ada')];
    const decide = (outcome: RegExp, line: string) => (page: Visitor) =>
      page.choose('What is decided', outcome).fill('Why', line).press('Save decision');
    const decided = await both(
      path,
      { ben: decide(/Stands/, 'Seven it is.'), cleo: decide(/Corrected/, 'Six it was.') },
      editors,
    );
    assert.deepEqual(decided.chosen('What is decided'), ['What you wroteCorrected']);
    await decided.press('Save what I chose');
    assert.match(decided.text(), /Corrected · Six it was\./);
    const words = { kind: 'corrected', was_words: 'seven', right_words: 'six', sentence: '' } as const;
    await makeCorrection(desk.ctxOf('ada'), ferry.id, { ...words, claim_number: 1, complaint: 1 });
    const correction = await both(
      `${ferry.path}/corrections/1`,
      {
        ben: (page) => page.choose('What it is', /Clarification/).press('Save correction'),
        cleo: (page) => page.fill('What is right', 'six people').press('Save correction'),
      },
      editors,
    );
    assert.deepEqual(correction.chosen('What it is'), ['What is stored nowClarification']);
    await correction.press('Save what I chose');
    assert.match(correction.text(), /Is now ?six people/);
  });

  test('the settings of a desk, what its reports say, and a profile', async () => {
    const editors: Two = [await desk.visitor('ada'), await desk.visitor('ada')];
    const path = '/desks/foreign-desk';
    const settings = await both(
      path,
      {
        ben: (page) =>
          page.within('section[aria-labelledby=settings-heading]').fill('Language', 'fr').press('Save settings'),
        cleo: (page) =>
          page.within('section[aria-labelledby=settings-heading]').fill('Name', 'World').press('Save settings'),
      },
      editors,
    );
    assert.deepEqual(settings.chosen('Language'), ['What is stored nowfr']);
    await settings.press('Save what I chose');
    assert.equal(settings.heading(), 'World');
    await settings.send(`${path}/statement`, { answer_days: '14', names_public: '1', revision: '0' });
    const said = await (editors[0] as Visitor).send(`${path}/statement`, { answer_days: '7', revision: '0' });
    assert.equal(said.status, 409);
    assert.deepEqual(said.chosen('Name people'), ['What you wroteno']);
    await said.choose('Name people in public reports', /What is stored now/).press('Save what I chose');
    assert.deepEqual(
      [said.value('Days to answer a complaint'), said.value('Name people in public reports')],
      ['7', 'ticked'],
    );
    const { id } = await getDefaultProfile(desk.db, desk.desks.foreign.id);
    const profile = await both(
      `${path}/profiles/${id}`,
      {
        ben: (page) => page.choose(/^Every sentence|^No sentence unread/, 'should hold').press('Save profile'),
        cleo: (page) => page.fill('A number', 'Ask twice.').tick('Money').press('Save profile'),
      },
      editors,
    );
    assert.deepEqual(profile.chosen('R1'), ['What is stored nowshould hold']);
    assert.deepEqual(profile.chosen('Checklist: number'), ['What you wroteAsk twice.']);
    await profile.press('Save what I chose');
    assert.equal((await getDefaultProfile(desk.db, desk.desks.foreign.id)).level_r1, 'should');
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

  test('merging sources: the page of both again, what changed is marked, and her choices are kept', async () => {
    for (const line of ['Bulletin 31', 'Bulletin thirty-one'])
      await addSource(desk.ctxOf('ben'), { desk: desk.desks.foreign.slug, source_line: line });
    const rows = await desk.db
      .selectFrom('source')
      .select(['number', 'title'])
      .orderBy('number', 'desc')
      .limit(2)
      .execute();
    const [other, stays] = rows.map(({ number }) => number);
    const merging = `/sources/${stays}/merging`;
    await (cleo as Visitor).visit(`${merging}?other=${other}`);
    await (ben as Visitor).visit(`/sources/${other}`);
    await (ben as Visitor).fill('Publisher', 'Governor').press('Save source');
    const page = await (cleo as Visitor).choose('Title', /thirty-one/).press('Merge sources');
    assert.equal(page.status, 409);
    assert.match(
      page.text(),
      /One of the two was changed.*Nothing is merged yet.*Publisher .?.?changed since you looked/,
    );
    assert.doesNotMatch(page.text(), /Title changed since/);
    assert.match(page.chosen('Title').join(), /thirty-one/);
    assert.deepEqual(await htmlProblems(page.body), []);
    await page.press('Merge sources');
    assert.equal(page.heading(), 'Bulletin thirty-one');
    assert.match(page.text(), /Governor/);
  });

  test('Legal’s clearance: what stands now is shown beside what they read, and of two notes one is chosen', async () => {
    const hold = (hold_reason: string) => (ben as Visitor).send(`${claim}/legal-hold`, { hold_reason });
    const [frida, another] = [await desk.visitor('frida'), await desk.visitor('frida')];
    await hold('It names the owner.');
    const page = await both(
      claim,
      {
        ben: () => hold('Her lawyer rang.'),
        cleo: (page) => page.fill('Note with the clearance', 'In the register.').press('Clear claim for version 1'),
      },
      [ben as Visitor, frida],
    );
    assert.match(
      page.text(),
      /Held because When you opened the page Ben[^:]*: It names the owner\. Now .*Her lawyer rang\./,
    );
    await page.press('Clear claim for version 1');
    assert.match(page.text(), /Cleared by Legal, Frida Holm, [^:]*\d\d:\d\d, version 1: In the register\./);
    await another.send(`${claim}/legal-clearance`, { version: '1', holds: '2', clearance_line: 'The court said so.' });
    assert.equal(another.status, 409);
    assert.deepEqual(another.chosen('Note with the clearance'), ['What you wroteThe court said so.']);
    await another.press('Save what I chose');
    assert.match(another.text(), /✓ Cleared by Legal[^:]*\d\d:\d\d, version 1: The court said so\./);
  });
});
