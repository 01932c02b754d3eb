// The article with its agreed fixes tracked and what was found as comments, as it leaves the desk.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { valuesOfDraft } from '#src/articles/documents/draft-values.ts';
import { stageDocument } from '#src/articles/intake/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { exportReport } from '#src/cli/export.ts';
import { writeRedlineFile } from '#src/reports/redline/files.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { heldIn } from '#tests/sources/held-back/every-address.ts';
import { MARKERS, type Told, toldDesk } from '#tests/sources/held-back/told-desk.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { commentsIn, partsOf, textAfter } from '../../reviews/redline/accept.ts';
import { HALF_CHECKED, type HalfChecked } from '../half-checked.ts';

const ASKED = 'fixes.docx?as=redline';

describe('the article with its fixes tracked', () => {
  let desk: NewsroomDesk & HalfChecked;
  let article: HalfChecked;
  before(async () => {
    desk = await HALF_CHECKED.start();
    article = desk;
    const ben = desk.ctxOf('ben');
    await askFix(ben, article.id, { number: 3, old_words: 'at least four', new_words: 'four', reason: 'the list' });
    await askQuery(ben, article.id, { number: 4, to_whom: 'writer', question: 'Who heard “90” <b>?' });
  });
  after(() => desk.close());

  const text = async () => {
    const found = await getArticle(desk.ctxOf('ben'), article.id);
    return (await getVersionText(desk.db, found)).text;
  };

  test('accepting all changes gives the version with the agreed fixes, rejecting all gives the version', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(`/articles/${article.number}/${ASKED}`);
    assert.equal(ben.status, 200);
    assert.match(ben.headers['content-disposition'] ?? '', /claimdesk-1-redline\.docx/);
    assert.equal(textAfter(ben.bytes, 'reject'), await text());
    assert.equal(textAfter(ben.bytes, 'accept'), (await text()).replace('took command of', 'supported'));
  });

  test('findings, fixes that are not decided and queries stand as comments on their words', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(`/articles/${article.number}/${ASKED}`);
    const comments = commentsIn(ben.bytes);
    const about = (said: RegExp) => comments.find((comment) => said.test(comment.said));
    assert.match(about(/^Version 1/)?.said ?? '', /It has one agreed fix as tracked changes/);
    const finding = about(/^Claim 4: . Disputed/);
    assert.match(finding?.said ?? '', /Only the militia gives this figure.*Source: Call with Toma Arrel/s);
    assert.deepEqual([finding?.author, finding?.words], ['Ben Okafor', '“more than 90 of our men” had landed']);
    assert.match(about(/^Claim 1: . Confirmed/)?.said ?? '', /Harbour log of Lusk/);
    assert.match(about(/^Claim 7: \? Not checked/)?.said ?? '', /Not checked: /);
    assert.equal(about(/^Claim 9/), undefined);
    const asked = about(/^Fix 2, not decided, claim 3\nat least four → four\nthe list\nproposed by Ben Okafor/);
    assert.equal(asked?.words, 'at least four');
    assert.match(about(/^Fix 1, claim 7/)?.said ?? '', /its statement of 11:30.*agreed by Ada Lind/s);
    assert.match(about(/^Query 1, to the writer, open/)?.said ?? '', /Who heard “90” <b>\?/);
  });

  test('an internal one says so in its name and on each page, and is not for guests, who get no query', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(`/articles/${article.number}/${ASKED}&audience=internal`);
    assert.match(ben.headers['content-disposition'] ?? '', /claimdesk-1-redline-INTERNAL\.docx/);
    assert.match(partsOf(ben.bytes)['word/header1.xml'] ?? '', /INTERNAL: this may name/);
    assert.match(
      commentsIn(ben.bytes)
        .map(({ said }) => said)
        .join(),
      /Provisional, by Cleo Rahimi/,
    );
    const dina = await desk.visitor('dina');
    await dina.visit(`/articles/${article.number}/${ASKED}`);
    assert.doesNotMatch(
      commentsIn(dina.bytes)
        .map(({ said }) => said)
        .join(),
      /Query|Provisional/,
    );
    assert.equal((await dina.visit(`/articles/${article.number}/${ASKED}&audience=internal`)).status, 403);
    const emil = await desk.visitor('emil');
    assert.equal((await emil.visit(`/articles/${article.number}/${ASKED}`)).status, 404);
    assert.equal((await ben.visit(`/articles/${article.number}/fixes.md?as=redline`)).status, 404);
  });

  test('an article that came from a Word document gets its changes in that very document', async () => {
    const ben = desk.ctxOf('ben');
    const { desk_id, desk_slug } = await getArticle(ben, article.id);
    const bytes = makeDocx();
    const document = await stageDocument(ben, { desk_id, document: { name: 'ferry.docx', bytes } });
    const { captions, ...typed } = valuesOfDraft(document.draft);
    const taken = await takeArticleIn(ben, desk_slug, { ...typed, captions: [captions], dated_on: '', document });
    const fix = { old_words: 'ninth delay', new_words: 'tenth delay', reason: 'the log' };
    await askFix(ben, taken.id, fix);
    const [asked] = await listFixes(desk.db, taken.id);
    await decideFix(desk.ctxOf('ada'), taken.id, {
      fix_id: asked?.id ?? '',
      decision: 'agreed',
    });
    const visitor = await desk.visitor('ben');
    await visitor.visit(`/articles/${taken.number}/${ASKED}`);
    const parts = partsOf(visitor.bytes);
    assert.equal(parts['word/styles.xml'], partsOf(bytes)['word/styles.xml']);
    assert.match(parts['word/document.xml'] ?? '', /<w:delText xml:space="preserve">ninth<\/w:delText>/);
    assert.match(parts['word/comments.xml'] ?? '', /L\. Marsh.*Fix 1/s);
    await visitor.visit(`/articles/${taken.number}/${ASKED}&audience=internal`);
    assert.match(partsOf(visitor.bytes)['word/header1.xml'] ?? '', /INTERNAL/);
    // A guest may not see what the writer sent: the file is made anew.
    const dina = await desk.visitor('dina');
    await dina.visit(`/articles/${taken.number}/${ASKED}`);
    assert.equal(textAfter(dina.bytes, 'reject').includes('ninth delay'), true);
    assert.doesNotMatch(partsOf(dina.bytes)['word/comments.xml'] ?? '', /L\. Marsh/);
  });

  test('it is offered on the page of fixes and on the list', async () => {
    const ben = await desk.visitor('ben');
    for (const path of ['fixes', 'fixes/list']) {
      await ben.visit(`/articles/${article.number}/${path}`);
      assert.deepEqual(await htmlProblems(ben.body), []);
      await ben.follow('Word, tracked in the article');
      assert.equal(ben.bytes.subarray(0, 2).toString(), 'PK', path);
    }
  });

  test('the command line writes it, and the list of fixes, and says which there are', async () => {
    const ben = desk.ctxOf('ben');
    const redline = await exportReport(ben, article.number, { of: 'redline', format: 'docx' });
    assert.equal(redline.file_name, 'claimdesk-1-redline.docx');
    assert.equal(textAfter(await bytesOf(redline), 'reject'), await text());
    const list = await exportReport(ben, article.number, { of: 'fixes', format: 'md', audience: 'internal' });
    assert.equal(list.file_name, 'claimdesk-1-fixes-INTERNAL.md');
    assert.match(String(await bytesOf(list)), /~~took command of~~ \*\*supported\*\*/);
    for (const wanted of [
      { of: 'redline', format: 'md' },
      { of: 'galley', format: 'docx' },
    ])
      await assert.rejects(exportReport(ben, article.number, wanted), /Choose one of: /);
  });

  test('a fix that crosses another, or whose words have gone, is named and not made', async () => {
    const [ada, cleo] = [desk.ctxOf('ada'), desk.ctxOf('cleo')];
    await askFix(cleo, article.id, { old_words: 'command of the operation', new_words: 'part', reason: '' });
    const fix = (await listFixes(desk.db, article.id)).at(-1);
    await decideFix(ada, article.id, { fix_id: fix?.id ?? '', decision: 'agreed' });
    const ben = await desk.visitor('ben');
    await ben.visit(`/articles/${article.number}/${ASKED}`);
    assert.equal(textAfter(ben.bytes, 'accept'), (await text()).replace('took command of', 'supported'));
    const said = commentsIn(ben.bytes).find((comment) => /^Fix 3/.test(comment.said))?.said ?? '';
    assert.match(said, /another fix changes the same words\. Make it by hand\./);
  });
});

describe('the article with its fixes tracked, of an article with a confidential source', () => {
  let desk: NewsroomDesk;
  let told: Told;
  before(async () => {
    desk = await startNewsroom();
    told = await toldDesk(desk);
  });
  after(() => desk.close());

  test('no byte of a public one tells of the source beside what the article prints, and an internal one does', async () => {
    const ben = desk.ctxOf('ben');
    const article = await getArticle(ben, told.article);
    const { text } = await getVersionText(desk.db, article);
    const secrets = [...Object.values(MARKERS), told.sha256, ...told.tags].filter((word) => !text.includes(word));
    assert.ok(secrets.length > 12);
    const heldFor = async (audience: 'public' | 'internal') => {
      const file = await writeRedlineFile(ben, article, audience);
      const whole = Object.values(partsOf(await bytesOf(file))).join('\n');
      return heldIn({ bytes: Buffer.from(whole), headers: {}, path: file.file_name }, secrets);
    };
    assert.deepEqual(await heldFor('public'), []);
    assert.ok((await heldFor('internal')).length > 5);
  });
});
