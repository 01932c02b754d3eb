// Articles that are read from right to left, in a real browser, with margin and names beside them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { bringAsRan } from '#src/articles/as-ran/commands.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { changeClaimKey } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { exportReport } from '#src/cli/export.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { makeWriterLink } from '#src/reviews/writer/link-commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { type Ferry, judge, mark, takeFerryIn } from '#tests/workbench/support.ts';
import { axeViolations } from './axe.ts';
import { type InBrowser, openInBrowser, scrollsSideways, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let ben: Page;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  ben = await signedIn(desk, 'ben');
});
after(() => desk.close());

/** Words of one story in two languages, by the sentences they stand in. */
const ARTICLES = {
  ar: {
    headline: 'حريق في مرفأ لوسك يوقف السفن يومين',
    body: 'قال طارق النجار، المتحدث باسم المرفأ، إن 24 عاملا أصيبوا في الحريق. وكان الجو باردا.\n\nNATO أعلنت في بيان أن ثلاث سفن غادرت المرفأ قبل الفجر. ولم يشرح أحد السبب.',
    hurt: 'إن 24 عاملا أصيبوا في الحريق',
    cold: 'وكان الجو باردا',
    ships: 'ثلاث سفن غادرت المرفأ',
    four: ['ثلاث سفن', 'أربع سفن'],
    speaker: 'طارق النجار',
    why: 'البيان يقول أربع سفن لا ثلاثا',
  },
  he: {
    headline: 'שריפה בנמל לוסק עצרה את הספינות ליומיים',
    body: 'דוברת הנמל, רות לוין, אמרה כי 24 עובדים נפגעו בשריפה. היה בוקר קר.\n\nNATO הודיעה כי שלוש ספינות עזבו את הנמל לפני עלות השחר. איש לא הסביר את הסיבה.',
    hurt: '24 עובדים נפגעו בשריפה',
    cold: 'היה בוקר קר',
    ships: 'שלוש ספינות עזבו את הנמל',
    four: ['שלוש ספינות', 'ארבע ספינות'],
    speaker: 'רות לוין',
    why: 'בהודעה נאמר ארבע ולא שלוש',
  },
} as const;

type Story = (typeof ARTICLES)[keyof typeof ARTICLES];

/** Takes the story in and checks it by half, with everything in which its words turn up again. */
async function checkByHalf(language: keyof typeof ARTICLES): Promise<Ferry & { writer: string }> {
  const story: Story = ARTICLES[language];
  const { headline, body } = story;
  const article = await takeFerryIn(desk, { headline, body, language });
  const [ada, ctx] = [desk.ctxOf('ada'), desk.ctxOf('ben')];
  await mark(desk, article, 2, story.hurt);
  await mark(desk, article, 3, story.cold);
  await mark(desk, article, 4, story.ships);
  await changeClaimKey(ctx, article.id, { number: 1, is_key: true });
  await addEvidence(ctx, article.id, { number: 1, source_line: story.headline, passage: story.hurt, note: story.why });
  await judge(desk, article, 1, 'disputed');
  await judge(desk, article, 2, 'ok');
  await askFix(ctx, article.id, { number: 3, old_words: story.four[0], new_words: story.four[1], reason: story.why });
  await askQuery(ctx, article.id, { number: 3, to_whom: 'writer', question: story.why });
  await askQuestion(ctx, article.id, { point: story.why, first: { claim_number: 1 } });
  await markAccused(ctx, article.id, { name: story.speaker, role: story.cold, claim_number: 1, accusation: story.why });
  await addContact(ctx, article.id, {
    name: story.speaker,
    how: 'call',
    at_words: '',
    put: story.why,
    answer: story.cold,
    claim_number: 3,
  } as never);
  const { token } = await makeWriterLink(ada, article.id, { name: story.speaker, days: 3 });
  const changed = body.replace(story.four[0], story.four[1]);
  await reviseArticle(ada, article.id, { headline, body: changed, version: 1 });
  const cut = changed.replace(`${story.cold}.`, '').replace('  ', ' ');
  await reviseArticle(ada, article.id, { headline, body: cut, version: 2 });
  await bringAsRan(ada, article.id, { headline, body });
  await tickWords(ctx, article.id, { selection: { sentence: 3, words: 'NATO' }, note: story.cold });
  await initialSentences(ctx, article.id, { selection: { sentence: 4 } });
  return { ...article, writer: `/writer/${token}` };
}

/** A script: every piece of such words on the page whose direction is not theirs, with what is around it. */
const ASTRAY = `(() => {
  const theirs = /[\\u0590-\\u08ff]/;
  const first = (text) => /\\p{L}/u.exec(text)?.[0] ?? '';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const astray = [];
  while (walker.nextNode()) {
    const { parentElement: element, textContent: text } = walker.currentNode;
    if (!theirs.test(first(text)) || element.closest('script, style, option, svg, .visually-hidden')) continue;
    if (getComputedStyle(element).direction !== 'rtl') astray.push(element.outerHTML.slice(0, 200));
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]), textarea'))
    if (theirs.test(first(field.value)) && getComputedStyle(field).direction !== 'rtl') astray.push(field.outerHTML.slice(0, 200));
  return astray;
})()`;

/** A script: where number, first line and paragraph of a part end at the right. */
const rightEdgesOf = (part: string) => `(() => {
  const find = (selector) => document.querySelector('.text ${part} ' + selector);
  const range = document.createRange();
  range.selectNodeContents(find('.sentence'));
  range.setStartAfter(find('.in-margin'));
  // What is for the ears alone has no place.
  if (find('.sign')) range.setEndBefore(find('.sign'));
  const right = (of) => of.getBoundingClientRect().right;
  return { number: right(find('.in-margin')), words: right(range), paragraph: right(find('.paragraph')) };
})()`;

interface Seen {
  /** Of the article's own page: where its paragraphs run, and where the parts of some end. */
  directions: unknown;
  edges: Record<string, Record<'number' | 'words' | 'paragraph', number>>;
  /** Pieces whose direction is not theirs, on the screen and on paper. */
  astray: string[];
  on_paper: string[];
  /** What axe finds, and pages that must be scrolled sideways. */
  faults: string[];
}

/** Opens each of these pages in which words of the article turn up, once, for all that is asked of it. */
async function lookOver(article: Ferry & { writer: string }, pages: string[]): Promise<Seen> {
  const seen = emptySeen();
  const [printed, by_axe] = [
    ['', '/claims/1', '/report', '/fixes/list'],
    ['', '/claims/1', '/report'],
  ];
  for (const path of pages) {
    const answer = await ben.goto(path);
    if (answer?.status() !== 200) seen.astray.push(`${path} is not there: ${answer?.status()}`);
    for (const one of (await ben.evaluate(ASTRAY)) as string[]) seen.astray.push(`${path}: ${one}`);
    if (by_axe.some((one) => article.path + one === path)) seen.faults.push(...(await axeViolations(ben)));
    if (path === article.path) await lookAtText(seen);
    if (printed.every((one) => article.path + one !== path)) continue;
    await ben.emulateMedia({ media: 'print' });
    for (const one of (await ben.evaluate(ASTRAY)) as string[]) seen.on_paper.push(`${path}: ${one}`);
    await ben.emulateMedia({ media: 'screen' });
  }
  return seen;
}

const emptySeen = (): Seen => ({ directions: [], edges: {}, astray: [], on_paper: [], faults: [] });

async function lookAtText(seen: Seen): Promise<void> {
  seen.directions = await ben.evaluate(
    `[...document.querySelectorAll('.text .paragraph')].map((one) => getComputedStyle(one).direction)`,
  );
  for (const part of ['.part.headline', '.part.body']) seen.edges[part] = await ben.evaluate(rightEdgesOf(part));
  if (await scrollsSideways(ben)) seen.faults.push('must be scrolled sideways');
  await ben.setViewportSize({ width: 360, height: 740 });
  if (await scrollsSideways(ben)) seen.faults.push('must be scrolled sideways on a telephone');
  await ben.setViewportSize({ width: 1200, height: 800 });
}

/** All in which words of the article turn up. */
async function pagesOf(article: Ferry & { writer: string }): Promise<string[]> {
  const { id: use } = await desk.db
    .selectFrom('evidence')
    .select('id')
    .where('article_id', '=', article.id)
    .executeTakeFirstOrThrow();
  const { id: entry } = await desk.db
    .selectFrom('account')
    .select('id')
    .where('article_id', '=', article.id)
    .executeTakeFirstOrThrow();
  const of_the_article = [
    ...['', '/claims', '/claims?list=suggested&above=0', '/claims/1', '/claims/2', '/claims/3'],
    ...[`/claims/1/evidence/${use}`, '/sentences/2', '/sentences/3', '/coverage', '/second-read', '/as-ran'],
    ...['/accounts', '/accounts/1', `/accounts/1/entries/${entry}`, '/contacts', '/accused/1', '/queries', '/fixes'],
    ...['/fixes/list', '/versions', '/versions/2/changes', '/versions/3/changes', '/versions/2/compare?with=1'],
    ...['/versions/3/compare?with=1', '/details', '/log', '/report', '/writer-links'],
  ];
  const others = [article.writer, '/', '/articles', '/sources', '/sources/1'];
  return [...of_the_article.map((one) => article.path + one), ...others];
}

/** Those with most kinds of parts: what is so on a page in one script is so on it in the other. */
function pagesWithMost({ path, writer }: Ferry & { writer: string }): string[] {
  const of_the_article = ['', '/claims/1', '/claims/3', '/coverage', '/versions/2/changes', '/fixes/list', '/report'];
  return [...of_the_article.map((one) => path + one), writer, '/articles'];
}

for (const language of ['ar', 'he'] as const) {
  describe(`an article in ${language === 'ar' ? 'Arabic' : 'Hebrew'}`, () => {
    let article: Ferry & { writer: string };
    let seen: Seen;
    before(async () => {
      article = await checkByHalf(language);
      seen = await lookOver(article, language === 'ar' ? await pagesOf(article) : pagesWithMost(article));
    });

    test('stands from right to left in the text, with numbers at its right', () => {
      assert.deepEqual(seen.directions, ['rtl', 'rtl', 'rtl']);
      const edges = Object.entries(seen.edges);
      assert.equal(edges.length, 2);
      for (const [part, { number, words, paragraph }] of edges) {
        assert.ok(number > words, `${part}: the number stands right of the words`);
        assert.ok(paragraph >= number, part);
      }
    });

    test('stands so wherever its words turn up', () => {
      assert.deepEqual(seen.astray, []);
    });

    test('prints so, and goes so into the files that leave the desk', async () => {
      assert.deepEqual(seen.on_paper, []);
      const file = await exportReport(desk.ctxOf('ben'), article.number, { format: 'html' });
      await ben.setContent(String(await bytesOf(file)));
      assert.deepEqual(await ben.evaluate(ASTRAY), []);
      const word = await ben.context().request.get(`${article.path}/fixes.docx`);
      const text = strFromU8(unzipSync(await word.body())['word/document.xml'] as Uint8Array);
      const change = text.split('<w:p>').find((one) => one.includes(ARTICLES[language].four[1])) ?? '';
      assert.match(change, /<w:bidi\/>/);
      assert.match(change, /<w:rtl\/>/);
    });

    test('can be read by everybody, on a telephone, too', () => {
      assert.deepEqual(seen.faults, []);
    });
  });
}

test('a quotation in Arabic turns no line of an English article round, but for the quotation itself', async () => {
  const quotation = 'المرفأ مغلق حتى السبت';
  const body = `A notice on the gate read “${quotation}”. The harbour office confirmed it at noon.

“${quotation}”, said the guard, and went home before the others had come to the gate.

${quotation}`;
  const latin = await takeFerryIn(desk, { headline: 'Port shut', body });
  await mark(desk, latin, 2, quotation);
  for (const path of ['', '/claims/1', '/report']) {
    await ben.goto(latin.path + path);
    const directions = await ben.evaluate(
      `[...document.querySelectorAll('.paragraph')].map((one) => getComputedStyle(one).direction)`,
    );
    assert.deepEqual(directions, ['ltr', 'ltr', 'ltr', 'rtl'], path);
  }
  await ben.goto(`${latin.path}/claims/1`);
  assert.equal(await ben.evaluate(`getComputedStyle(document.querySelector('#claim blockquote')).direction`), 'rtl');
  await ben.evaluate(`getSelection().selectAllChildren(document.querySelector('#sentence-2'))`);
  await ben.keyboard.press('c');
  await ben.locator('#claim[data-number="2"]').waitFor();
  assert.equal(await ben.locator('#claim blockquote').innerText(), `A notice on the gate read “${quotation}”.`);
});
