// The main job without JavaScript.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { BODY, HEADLINE, SENTENCES } from './support.ts';

describe('the main job, by forms alone', () => {
  let desk: NewsroomDesk;
  let ada: Visitor;
  let ben: Visitor;
  let cleo: Visitor;
  let path = '';
  before(async () => {
    desk = await startNewsroom();
    ada = await desk.visitor('ada');
    ben = await desk.visitor('ben');
    cleo = await desk.visitor('cleo');
  });
  after(() => desk.close());

  const sentence = (number: number) => `${path}/sentences/${number}`;
  const claim = (number: number) => `${path}/claims/${number}`;

  test('Ada takes an article in and sees what is left to read', async () => {
    await ada.visit('/');
    await ada.follow('Add the first article');
    await ada.fill('Headline', HEADLINE).fill('Text', BODY).press('Add article');
    path = ada.path;
    assert.equal(ada.heading(), HEADLINE);
    assert.ok(ada.text().includes('Left to read 6 sentences'), ada.text());
    assert.ok(ada.text().includes('Claims none marked yet'));
    assert.equal(ada.all('.sentence.unread').length, 6);
  });

  test('Ben gives the transition his initials and takes them back', async () => {
    await ben.visit(path);
    await ben.follow(`Sentence ${SENTENCES.cold}`);
    await ben.press('Initial as nothing to check');
    assert.equal(ben.path, sentence(SENTENCES.cold));
    assert.match(ben.notice(), /One sentence has your initials/);
    await ben.press('Remove initials');
    assert.ok(ben.text().includes('nobody has read it'));
    await ben.press('Initial as nothing to check');
    await ben.visit(path);
    assert.ok(ben.text().includes('5 sentences'));
    assert.ok(ben.all('.in-margin.initials').some((one) => one.textContent.includes('BO')));
  });

  test('he marks words of a sentence, trimmed, and ticks what is left over', async () => {
    await ben.visit(sentence(SENTENCES.ran_aground));
    await ben.fill('Words, trimmed to what matters', 'A ferry carrying 240 people ran aground').press('Mark a claim');
    assert.equal(ben.path, claim(1));
    assert.equal(ben.notice(), 'Claim 1 is marked.');
    await ben.visit(sentence(SENTENCES.ran_aground));
    await ben.fill('Words, trimmed to what matters', 'at least seven passengers drowned').press('Mark a claim');
    assert.equal(ben.path, claim(2));
    await ben.visit(sentence(SENTENCES.ran_aground));
    assert.ok(ben.headings().includes('Unchecked details'), ben.text());
    await ben.press('Tick “Port Amel”');
    assert.ok(ben.headings().includes('Ticked'));
    await ben.press('Remove tick on “Port Amel”');
    assert.equal(ben.notice(), 'The tick is removed.');
    await ben
      .fill('Words, trimmed to what matters', 'Port Amel before dawn on Saturday')
      .fill('For a tick: how you know', 'the harbour’s own log')
      .press('Tick words');
    assert.ok(ben.text().includes('BO, the harbour’s own log'));
    assert.ok(!ben.headings().includes('Unchecked details'), ben.text());
  });

  test('he takes the star off a number that stands beside the drowned, and one verdict sends a plain OK on', async () => {
    await ben.visit(claim(1));
    assert.ok(ben.text().includes('★ key'));
    await ben.untick('Key claim').press('Save details');
    assert.ok(!ben.within('.claim-panel > header').text().includes('★ key'));
    ben.whole();
    await ben.choose('Was it said?', 'fair paraphrase').choose('Is it so?', /OK$/).press('Save verdict');
    assert.equal(ben.notice(), 'Claim 1 is waiting for its second read.');
    assert.ok(ben.text().includes('Waiting for somebody else’s second read.'));
    assert.ok(!ben.offers(/I agree/));
  });

  test('evidence, details, speakers and the place of a claim are changed from its page', async () => {
    await ben.visit(claim(2));
    await ben
      .fill('Add a source', 'call Lena Orsk 05:40: five, not seven')
      .choose('This source is', /against/)
      .press('Add');
    assert.ok(ben.text().includes('Call with Lena Orsk, 05:40'));
    await ben.fill('Statement under check', 'Seven passengers drowned.').tick('Key claim').press('Save details');
    assert.ok(ben.text().includes('Under check: Seven passengers drowned.'));
    assert.ok(ben.text().includes('★ key'));
    await ben
      .fill('Speakers, one per line, outermost first', 'the coast guard\nLena Orsk, spokeswoman')
      .press('Save speakers');
    assert.ok(ben.within('.chain').text().includes('Lena Orsk, spokeswoman'));
    ben.whole();
    await ben.fill('Words in the text', 'seven passengers drowned').press('Move mark');
    assert.equal(ben.within('blockquote').text(), 'seven passengers drowned');
  });

  test('a verdict that is not OK wants a sentence before it is offered', async () => {
    await ben.visit(claim(2));
    await ben.choose('Was it said?', 'changed').choose('Is it so?', /wrong/).press('Save verdict');
    await ben.press('Send to second read');
    assert.equal(ben.status, 422);
    assert.deepEqual(ben.errors(), ['Write the verdict sentence: only OK goes without one.']);
    assert.ok(ben.chosen('Is it so?').join().includes('wrong'));
    await ben.fill('Verdict sentence', 'Five drowned; two are missing.').press('Save verdict');
    await ben.press('Send to second read');
    assert.equal(ben.notice(), 'Claim 2 is waiting for its second read.');
    await ben.fill('New words', 'five passengers drowned').fill('Why', 'the 05:40 call').press('Propose fix');
    assert.equal(ben.notice(), 'The fix is proposed.');
  });

  test('each finds on their own desk what waits for them', async () => {
    await cleo.visit('/');
    assert.match(cleo.heading(), /^Good evening, Cleo\. Two claims wait for you\.$/);
    assert.ok(cleo.text().includes('you read second, verdict by Ben Okafor'));
    await ben.visit('/');
    assert.match(ben.heading(), /^Good evening, Ben\. Nothing waits for you\.$/);
    const dina = await desk.visitor('dina');
    await dina.visit('/');
    assert.ok(dina.text().includes('Nothing waits for you'));
    assert.ok(dina.text().includes(HEADLINE));
  });

  test('Cleo initials the plain ones in one list', async () => {
    await cleo.visit(path);
    await cleo.follow(/^Second read 2/);
    assert.ok(cleo.headings().includes('Plain OKs'));
    assert.ok(cleo.headings().includes('One by one'));
    assert.match(cleo.text(), /Not ticked: on the checker’s word, nothing is under it/);
    await cleo.press('Initial the selected claims');
    assert.equal(cleo.notice(), 'Nothing was initialled.');
    await cleo.tick(/^1,/).press('Initial the selected claims');
    assert.equal(cleo.notice(), 'Done: 1.');
    await cleo.visit(claim(1));
    assert.ok(cleo.text().includes('verdict by Ben Okafor, read second by Cleo Rahimi'));
  });

  test('she sends one back with a line, and Ben finds it on his desk', async () => {
    await cleo.visit(claim(2));
    await cleo.press(/^Send back/);
    assert.equal(cleo.status, 422);
    assert.deepEqual(cleo.errors(), ['Say in a line why it goes back.']);
    await cleo.fill('If you send it back: what is missing?', 'Which list says five?').press(/^Send back/);
    assert.equal(cleo.notice(), 'Claim 2 goes back with your line. Nothing else is waiting for you here.');
    await ben.visit('/');
    assert.ok(ben.text().includes('back to you: Which list says five?'));
    await ben.follow('Seven passengers drowned.');
    assert.ok(ben.text().includes('Sent back: Which list says five?'));
    await ben.press('Send to second read');
    assert.ok(!ben.text().includes('Sent back'));
  });

  test('she differs, which makes her the checker, and Ben agrees', async () => {
    await cleo.visit(claim(2));
    await cleo
      .within('#differ')
      .choose('Is it so?', /needs context/)
      .fill('Verdict sentence', 'Five drowned; two were found alive at noon.')
      .press('Save verdict');
    await cleo.press('Send to second read');
    assert.ok(cleo.text().includes('verdict by Cleo Rahimi'));
    await ben.visit(claim(2));
    await ben.press('Agree');
    assert.equal(ben.notice(), 'Claim 2 is done. Nothing else is waiting for you here.');
    assert.ok(ben.text().includes('read second by Ben Okafor'));
  });

  test('a claim that is done is opened again with a reason, and can be dropped and brought back', async () => {
    await ben.visit(claim(2));
    await ben.press('Reopen claim 2');
    assert.equal(ben.status, 422);
    assert.deepEqual(ben.errors(), ['Say in a line why it is reopened.']);
    await ben.within('#reopen').fill('Why', 'a new list').press('Reopen claim 2');
    assert.ok(ben.text().includes('Reopened: a new list'));
    await ben.fill('Why it need not be checked', 'the sentence was cut').press('Drop claim 2');
    assert.ok(ben.text().includes('Dropped: the sentence was cut'));
    await ben.visit(`${path}/claims?list=dropped`);
    assert.ok(ben.within('.claim-list').text().includes('seven passengers drowned'));
    await ben.visit(claim(2));
    await ben.press('Restore claim');
    assert.equal(ben.notice(), 'Claim 2 is back in work.');
  });

  test('a fix is the editor’s to decide', async () => {
    await ben.visit(`${path}/fixes`);
    assert.ok(ben.text().includes('five passengers drowned'));
    assert.ok(!ben.offers(/^Agree/));
    await ada.visit(`${path}/fixes`);
    const decision = ada.all('form').find((form) => form.getAttribute('action')?.includes('/decision'));
    await ben.send(decision?.getAttribute('action') as string, { decision: 'agreed' });
    assert.equal(ben.status, 403);
    await ada.press('Agree to “five passengers drowned”');
    assert.equal(ada.notice(), 'The fix is agreed.');
    await ada.visit(path);
    assert.ok(ada.text().includes('1 fix not in'));
  });

  test('paragraphs are shared out, and with them the claims that stand there', async () => {
    await ada.visit(`${path}/coverage`);
    assert.match(ada.text(), /Ferry with 240 aboard runs aground off Port Amel Headline · sentence 1 /);
    assert.match(ada.text(), /radar off,” said Lena Orsk, a… Text, paragraph 2 · sentences 3 and 4 /);
    await ada
      .tick('A ferry carrying 240 people ran aground off Port Amel before dawn on…')
      .choose('Assign ticked paragraphs to', 'Cleo Rahimi')
      .press('Assign');
    assert.equal(ada.notice(), 'The paragraph is assigned.');
    await cleo.visit('/');
    assert.ok(cleo.text().includes('Seven passengers drowned.'));
    await cleo.visit(`${path}/claims?list=mine`);
    assert.equal(cleo.all('.claim-list li').length, 1);
    await cleo.visit(`${path}/claims?list=nonsense`);
    assert.equal(cleo.all('.claim-list li').length, 2);
  });

  test('the log says who did what, and can be had as lines', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit(`${path}/log`);
    assert.ok(dina.text().includes('Ben Okafor'));
    assert.ok(dina.text().includes('a new list'));
    await dina.follow('as JSON lines');
    assert.match(dina.headers['content-disposition'] ?? '', /^attachment; filename="?claimdesk-1-log\.jsonl"?$/);
    const entries = dina.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(entries[0].verb, 'article.taken_in');
    for (const [index, entry] of entries.entries()) if (index > 0) assert.ok(entry.number > entries[index - 1].number);
  });
});
