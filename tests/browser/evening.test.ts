// An evening at the desk and the morning after, by forms alone in a real browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { emailOf, type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { ByHand, type Wording } from './by-hand.ts';
import { type InBrowser, openInBrowser, signIn } from './support.ts';

const HEADLINE = 'Fire in the grain store of Lund';
const BODY = `A fire in the grain store of Lund killed at least seven people, the fire service said.

The store was built in 1952. Its owner was fined twice for blocked exits, said a former guard, who asked not to be named.

“We heard no alarm at all,” said Ina Vold, a baker.`;
const AT_TEN_PAST_FIVE = BODY.replace('seven people', 'nine people');
const [DAY, NEXT_DAY] = ['2026-03-12', '2026-03-13'];

describe('an evening, and the morning after', () => {
  let desk: NewsroomDesk & InBrowser;
  let [ada, ben, cleo] = [] as unknown as [ByHand, ByHand, ByHand];
  let path = '';
  before(async () => {
    desk = await openInBrowser(await startNewsroom());
    desk.at = `${DAY}T14:00:00.000Z`;
    ada = await ByHand.signedIn(desk, 'ada');
    ben = await ByHand.signedIn(desk, 'ben');
    cleo = await ByHand.signedIn(desk, 'cleo');
  });
  after(() => desk.close());

  const clock = (time: string, day = DAY) => {
    desk.at = `${day}T${time}:00.000Z`;
  };
  const claim = (number: number) => `${path}/claims/${number}`;

  async function mark(by: ByHand, sentence: number, words: string): Promise<void> {
    await by.open(`${path}/sentences/${sentence}`);
    await by.fill('Words, trimmed to what matters', words);
    await by.press('Mark a claim');
  }

  async function tick(by: ByHand, sentence: number, [words, note]: [string, string]): Promise<void> {
    await by.open(`${path}/sentences/${sentence}`);
    await by.fill('Words, trimmed to what matters', words);
    await by.fill('For a tick: how you know', note);
    await by.press(/Tick words$/);
  }

  test('15:00: Ada takes the article in', async () => {
    await ada.open('/articles/new');
    await ada.fill('Headline', HEADLINE);
    await ada.fill('Text', BODY);
    await ada.press('Add article');
    path = new URL(ada.page.url()).pathname;
    await ada.reads(/Left to read/);
  });

  test('15:10: Ben and Cleo mark what is to be checked, and tick the rest', async () => {
    clock('14:10');
    await mark(ben, 2, 'killed at least seven people');
    await ben.reads('Claim 1 is marked.');
    await mark(ben, 4, 'was fined twice for blocked exits');
    await mark(cleo, 3, 'The store was built in 1952');
    await mark(cleo, 5, '“We heard no alarm at all,”');
    await tick(ben, 1, [HEADLINE, 'as the first paragraph']);
    await tick(ben, 2, ['the grain store of Lund', 'town map']);
    await tick(cleo, 5, ['Ina Vold, a baker', 'spelled it on the phone']);
  });

  async function judge(by: ByHand, number: number, verdicts: { said?: Wording; so: Wording; sentence?: string }) {
    await by.open(claim(number));
    if (verdicts.said !== undefined) await by.choose('Was it said?', verdicts.said);
    await by.choose('Is it so?', verdicts.so);
    if (verdicts.sentence !== undefined) await by.fill('Verdict sentence', verdicts.sentence);
    await by.press('Save verdict');
  }

  test('15:40: sources come by one line each, one of them confidential', async () => {
    clock('14:40');
    await ben.open(claim(1));
    await ben.fill('Add a source', 'Fire service of Lund, bulletin 3, page 1: “at least seven dead”');
    await ben.press('Add');
    await ben.open(claim(2));
    await ben.fill('Add a source', 'call Captain Rahmat 15:40: two fines, both in spring');
    await ben.tick(/^Confidential/);
    await ben.fill(/^What the public (reads|sees)|^Called outside|^Alias/, 'a former guard');
    await ben.press('Add');
    await ben.reads('confidential: a former guard');
    await cleo.open(claim(3));
    await cleo.fill('Add a source', 'Building register of Lund, page 12: “erected 1952”');
    await cleo.press('Add');
  });

  test('16:10: verdicts', async () => {
    clock('15:10');
    await judge(ben, 1, { said: 'word for word', so: /OK$/, sentence: 'So says the third bulletin.' });
    await ben.press('Send to second read');
    await judge(ben, 2, {
      said: 'fair paraphrase',
      so: /needs context/,
      sentence: 'Two fines; the second was lifted.',
    });
    await ben.press('Send to second read');
    await judge(cleo, 3, { so: /OK$/ });
    await cleo.reads('Claim 3 is waiting for its second read.');
  });

  test('16:40: plain OKs are read in one list, the others one by one', async () => {
    clock('15:40');
    await ben.open(`${path}/second-read`);
    await ben.reads('Plain OKs');
    await ben.press('Initial the selected claims');
    await ben.reads('Done: 3.');
    await cleo.open(`${path}/second-read`);
    await cleo.press('Agree');
    await cleo.reads('Claim 1 is done. Claim 2 is next.');
    await cleo.press('Agree');
  });

  test('17:10: a new version has another number, and its claim comes back', async () => {
    clock('16:10');
    await ada.open(`${path}/versions`);
    await ada.fill('Text', AT_TEN_PAST_FIVE);
    await ada.fill('Note', 'from the fire service, 17:10');
    await ada.press('Add version 2');
    await ben.open(claim(1));
    await ben.reads(/check again/i);
    await ben.fill('Add a source', 'Fire service of Lund, bulletin 4, page 1: “nine dead”');
    await ben.press('Add');
    await judge(ben, 1, { said: 'word for word', so: /OK$/, sentence: 'So says the fourth bulletin.' });
    await ben.press('Send to second read');
    await cleo.open(claim(1));
    await cleo.press('Agree');
  });

  test('17:40: the page of sign-off says what is in the way, and it is answered', async () => {
    clock('16:40');
    await ada.open(`${path}/sign-off`);
    await ada.reads('1 of 4 claims is not done.');
    await ada.reads('1 confidential source lacks a public reason for the anonymity, or who granted it.');
    await ada.follow(/^Call with Captain Rahmat/);
    await ada.fill('Reason for anonymity', 'Would lose his pension.');
    await ada.fill('Granted by', 'Ada Lind');
    await ada.press('Save source');
    await tick(ben, 2, ['the grain store of Lund', 'town map']);
    await ada.open(`${path}/sign-off`);
    await ada.reads('1 check blocks');
    await ada.reads('Sign report 1 with 1 open');
  });

  test('17:55: Ada signs with one open, and takes the public report along', async () => {
    clock('16:55');
    await ada.press('Sign report 1 with 1 open');
    await ada.reads('Finish it, or tick it to be signed open.');
    await ada.tick(/^4 ·/);
    await ada.fill('Reason', 'The baker could not be reached before six.');
    await ada.press('Sign report 1 with 1 open');
    await ada.reads(/Report 1 is signed|Signed by Ada Lind/);
    await ada.follow('Public');
    await ada.reads('with 1 claim not checked, for time (4). Reason: The baker could not be reached before six.');
    assert.doesNotMatch(await ada.says(), /Rahmat|two fines, both in spring/);
    const file = await ada.take('Markdown');
    assert.match(file.suggestedFilename(), /\.md$/);
    const words = await readFile(await file.path(), 'utf8');
    assert.match(words, /a former guard/);
    assert.match(words, /Would lose his pension/);
    assert.doesNotMatch(words, /Rahmat|INTERNAL/);
  });

  test('the next morning: a complaint is noted, decided, and leads to a correction', async () => {
    clock('07:30', NEXT_DAY);
    await cleo.page.goto(path);
    await cleo.reads('You were signed out because you were inactive for twelve hours.');
    await signIn(cleo.page, emailOf('cleo'), PASSWORD);
    await signIn(ada.page, emailOf('ada'), PASSWORD);
    await cleo.open(`${path}/complaints`);
    await cleo.fill('Who complains', 'Town office of Lund');
    await cleo.fill('Words complained of', 'The store was built in 1952');
    await cleo.fill('What they say', 'It was built in 1962; the register has a slip of the pen.');
    await cleo.press('Add complaint');
    await cleo.reads('Complaint 1 is added.');
    clock('08:10', NEXT_DAY);
    await ada.open(`${path}/complaints/1`);
    await ada.choose('What is decided', /^Corrected/);
    await ada.fill('Why', 'The building permit says 1962.');
    await ada.press('Save decision');
    await ada.follow('Add the correction');
    await ada.fill('What was wrong', 'built in 1952');
    await ada.fill('What is right', 'built in 1962');
    await ada.press('Add correction');
    await ada.reads(
      'An earlier version of this article said “built in 1952”. That was wrong. It now says “built in 1962”.',
    );
    await ada.press('Save date');
    await ada.reads('published since 13 March 2026');
    await cleo.open(`${path}/complaints/1`);
    await cleo.fill('What they were told', 'Thank you. It is corrected.');
    await cleo.press('Save answer');
    await cleo.reads('corrected, answered today');
    const dina = await ByHand.signedIn(desk, 'dina');
    for (const page of ['/report', '/reports/1']) {
      await dina.open(`${path}${page}`);
      await dina.reads('It now says “built in 1962”');
    }
  });

  test('08:30: report 2 says why there is another, and report 1 is still there', async () => {
    clock('08:30', NEXT_DAY);
    await ada.open(`${path}/reports`);
    await ada.reads('Changed since report 1');
    await ada.tick(/^4 ·/);
    await ada.fill('Why there is another report', 'One year was wrong.');
    await ada.press('Sign report 2 with 1 open');
    await ada.open(`${path}/reports/2`);
    await ada.reads('Reason: One year was wrong.');
    await ada.reads('1 correction added.');
    await ada.open(`${path}/reports/1`);
    await ada.reads('Reason: The baker could not be reached before six.');
  });
});
