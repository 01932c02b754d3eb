// Large articles are read in a thread, with the same result as on the spot.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assembled } from '#src/articles/assembling.ts';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { TEXT_WORKS } from '#src/claims/analysis/tasks.ts';
import { endTextThreads, SMALL, workOnText } from '#src/claims/analysis/worker-pool.ts';
import { listTicks } from '#src/claims/coverage/store.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { listClaims } from '#src/claims/store.ts';
import { forgetRemembered } from '#src/memory.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type NewsroomDesk, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { workInThreads } from '#tests/support/threads-here.ts';

function paragraph(index: number): string {
  return [
    `At least ${index + 10} people were hurt in street ${index} of Marn, fire chief Ines Korhal said.`,
    `“We have asked for ${index + 3} trucks,” she told reporters on Monday. The smell of smoke hung over quay ${index}.`,
  ].join(' ');
}

const PARAGRAPHS = Array.from({ length: Math.ceil(SMALL / 170) }, (_, index) => paragraph(index));
const LARGE = PARAGRAPHS.join('\n\n');
const NEXT = PARAGRAPHS.map((words, index) => (index % 7 === 3 ? words.replace('At least', 'More than') : words))
  .toSpliced(20, 1)
  .join('\n\n');

workInThreads();
after(endTextThreads);

test('a thread reads as the desk itself does', async () => {
  const { text, parts, sentences } = await assembledHere();
  const ground = { text, parts, sentences };
  const given = { ground, language: 'en' };
  const there = await workOnText('read', text.length, given);
  assert.ok(text.length > SMALL && there.length > 1, 'the text is too small to be handed over in pieces');
  assert.deepEqual(there, [...TEXT_WORKS.read(given)]);
});

function assembledHere() {
  return assembled([{ role: 'body', text: LARGE }], 'en');
}

describe('where the thread that reads a large article dies', () => {
  let desk: NewsroomDesk;
  let path: string;
  let id: string;

  before(async () => {
    desk = await startNewsroom();
    const article = await takeArticleIn(desk.ctxOf('ada'), desk.desks.foreign.slug, { body: LARGE });
    id = article.id;
    path = `/articles/${article.number}`;
  });

  after(() => desk.close());

  /** Ends every thread again and again until the work is over. */
  async function withoutThreads<Result>(work: () => Promise<Result>): Promise<Result> {
    const ending = setInterval(endTextThreads, 1);
    try {
      return await work();
    } finally {
      clearInterval(ending);
    }
  }

  test('its page says so, and opens when it is asked for again', async () => {
    const ben = await desk.visitor('ben');
    await withoutThreads(() => ben.visit(path));
    assert.equal(ben.status, 503);
    assert.match(ben.text(), /Reading this text took too long or was interrupted/);
    assert.match(ben.text(), /nothing is lost: please try again in a minute/);
    await ben.visit(path);
    assert.equal(ben.status, 200);
    assert.match(ben.text(), /fire chief Ines Korhal said/);
  });

  test('no half of a claim is stored, and the same words are marked the next time', async () => {
    const ben = desk.ctxOf('ben');
    const { version } = await getVersionText(desk.db, await getArticle(ben, id));
    const mark = (words: string) => markClaim(ben, id, { selection: { sentence: 2, words } });
    const claims = () => listClaims(desk.db, { article_id: id, version_id: version.id });
    // What the page above read of the text would spare the thread.
    await desk.db.deleteFrom('version_reading').execute();
    forgetRemembered();
    await assert.rejects(
      withoutThreads(() => mark('asked for 3 trucks')),
      /nothing is lost/,
    );
    assert.equal((await claims()).length, 0);
    await mark('asked for 3 trucks');
    assert.equal((await claims()).length, 1);
    // Now it is kept, and wants no thread.
    forgetRemembered();
    await withoutThreads(() => mark('3 trucks'));
    assert.equal((await claims()).length, 2);
  });

  test('no half of a version is stored, and what was typed stands in the form again', async () => {
    const ada = await desk.visitor('ada');
    await ada.visit(`${path}/versions`);
    const form = ada.fill(/^text/i, NEXT);
    await withoutThreads(() => form.press(/bring this version in|version/i));
    assert.ok([422, 503].includes(ada.status), String(ada.status));
    assert.match(ada.text(), /nothing is lost/);
    assert.equal((await getArticle(desk.ctxOf('ada'), id)).latest_version_number, 1);
  });
});

onEachEngine((engine) => {
  test('what is ticked while a large revision is read is in the new version, too', async () => {
    const newsroom = await openNewsroom(engine);
    const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
    const { id } = await takeArticleIn(ada, newsroom.desks.foreign.slug, { body: LARGE });
    const revising = reviseArticle(ada, id, { body: NEXT, version: 1 });
    const words = [1, 5, 9].map((index) => ({ sentence: index * 3 + 2, words: `${index + 3} trucks` }));
    for (const selection of words) await tickWords(ben, id, { selection: { ...selection, version: 1 }, note: '' });
    assert.equal((await revising).number, 2);
    const { version, text } = await getVersionText(newsroom.db, await getArticle(ada, id));
    const ticked = (await listTicks(newsroom.db, version.id)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(ticked.sort(), words.map((one) => one.words).sort());
  });
});
