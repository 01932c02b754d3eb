// The page on which articles are taken in, as people without JavaScript use it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { url } from '#src/paths.ts';
import { insertMember } from '#src/people/member-store.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

const FLOOD = 'The Orla rose four metres in one night. Nobody was hurt.\n\nThe bridge to the old mill is closed.';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

async function articles() {
  return desk.db.selectFrom('article').selectAll().orderBy('number').execute();
}

async function newest() {
  const article = (await articles()).at(-1);
  assert.ok(article);
  return article;
}

async function textOf(article: { id: string }): Promise<string> {
  const version = await desk.db
    .selectFrom('version')
    .select('text')
    .where('article_id', '=', article.id)
    .executeTakeFirst();
  return version?.text ?? '';
}

test('Ben pastes an article and is led to it, told how long it is', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben
    .fill('Headline', 'What the flood left behind')
    .fill('Text', FLOOD)
    .fill('Byline', 'L. Marsh')
    .fill('Date', '2026-03-12')
    .fill('Time', '16:40')
    .choose('Time zone', 'Asia/Kabul (the desk’s own)')
    .fill('Deadline', '2026-03-14T22:30')
    .fill('Asked by', 'Ada Lind')
    .press('Add article');
  const article = await newest();
  assert.equal(ben.path, url('article', { id: article.number }));
  assert.equal(ben.notice(), 'Article added: 4 sentences in 3 paragraphs.');
  assert.equal(article.title, 'What the flood left behind');
  assert.equal(article.dated_on, '2026-03-12T16:40');
  assert.equal(article.dated_zone, 'Asia/Kabul');
  assert.equal(article.deadline_at, '2026-03-14T18:00:00.000Z');
  assert.equal(article.asked_by, 'Ada Lind');
});

test('the text alone is enough', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben.fill('Text', 'The ferry was late.').press('Add article');
  assert.equal(ben.notice(), 'Article added: 1 sentence in 1 paragraph.');
  const article = await newest();
  assert.deepEqual(
    [article.title, article.language, article.dated_on, article.deadline_at],
    ['The ferry was late.', 'en', null, null],
  );
});

test('a Markdown file is taken in without its markup, and nearly a megabyte of Arabic in full', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben
    .attach('Or a file', 'ferry.md', '# Late *again*\n\nThe [ferry](x) was late.\n\n![The pier](p.png)')
    .press('Add article');
  assert.equal(await textOf(await newest()), 'Late again\n\nThe ferry was late.\n\nThe pier');
  const arabic = `${'ارتفع النهر '.repeat(45_000)}مترا.`;
  await ben.visit('/articles/new');
  await ben.fill('Text', arabic).choose('Language', 'Arabic').press('Add article');
  assert.match(ben.notice(), /^Article added: \d+ sentences? in 1 paragraph\.$/);
  assert.equal(await textOf(await newest()), arabic);
});

test('what is wrong is said all at once, beside everything that was typed', async () => {
  const ben = await desk.visitor('ben');
  const count = (await articles()).length;
  await ben.visit('/articles/new');
  await ben
    .fill('Headline', 'Kept')
    .fill('Captions', 'One.\nTwo.')
    .fill('Address', 'example.org')
    .fill('Date', '2026-03-12')
    .fill('Deadline', 'tonight')
    .choose('Language', 'Persian (Afghanistan)')
    .press('Add article');
  assert.equal(ben.status, 422);
  assert.deepEqual(
    ben.errors().map((sentence) => sentence.split(/[ ,:]/)[0]),
    ['Paste', 'Write', 'Give'],
  );
  assert.equal(ben.value('Headline'), 'Kept');
  assert.equal(ben.value('Captions'), 'One.\nTwo.');
  assert.equal(ben.value('Address'), 'example.org');
  assert.equal(ben.value('Deadline'), 'tonight');
  assert.equal(ben.value('Language'), 'fa-AF');
  await ben
    .fill('Text', FLOOD)
    .fill('Address', 'https://example.org/flood')
    .fill('Deadline', '')
    .choose('Time zone', 'UTC')
    .press('Add article');
  assert.match(ben.notice(), /^Article added/);
  assert.equal((await articles()).length, count + 1);
});

test('the words of a good file are not lost when something else is wrong', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben
    .attach('Or a file', 'ferry.md', '# Late again\n\nThe ferry was late.')
    .fill('Address', 'nowhere')
    .press('Add article');
  assert.equal(ben.status, 422);
  assert.equal(ben.value('Headline'), 'Late again');
  assert.equal(ben.value('Text'), 'The ferry was late.');
  await ben.fill('Address', '').press('Add article');
  assert.match(ben.notice(), /^Article added/);
});

test('a bad file is refused in words and what was typed is kept', async () => {
  const ben = await desk.visitor('ben');
  const count = (await articles()).length;
  for (const [name, content, words] of [
    ['empty.txt', '', /“empty\.txt” is empty/],
    ['old.txt', Buffer.from('caf\xe9 au lait', 'latin1'), /save it as UTF-8/],
    ['page.pdf', '%PDF-1.7 …', /“page\.pdf”: This PDF is damaged/],
    ['nul.txt', 'a\u0000b', /is not text/],
  ] as const) {
    await ben.visit('/articles/new');
    await ben.fill('Byline', 'L. Marsh').attach('Or a file', name, content).press('Add article');
    assert.equal(ben.status, 422, name);
    assert.match(ben.errors().join(), words);
    assert.equal(ben.value('Byline'), 'L. Marsh');
  }
  assert.equal((await articles()).length, count);
});

test('a text that is too large comes back whole, with 413', async () => {
  const ben = await desk.visitor('ben');
  const text = 'The water rose. '.repeat(70_000).trim();
  await ben.visit('/articles/new');
  await ben.fill('Headline', 'A long flood').fill('Text', text).press('Add article');
  assert.equal(ben.status, 413);
  assert.match(ben.errors().join(), /1,000,000 bytes.*several articles/);
  assert.equal(ben.value('Text'), text);
  await ben.visit('/articles/new');
  await ben.attach('Or a file', 'long.txt', text).press('Add article');
  assert.equal(ben.status, 413);
  assert.match(ben.errors().join(), /“long\.txt”/);
});

test('the same page sent twice makes one article', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  const id = ben.all('input[name=id]')[0]?.getAttribute('value') ?? '';
  const form = { id, desk: 'foreign-desk', body: 'Sent twice.' };
  await ben.send('/articles', form);
  const first = ben.path;
  const count = (await articles()).length;
  await ben.send('/articles', form);
  assert.equal(ben.path, first);
  assert.equal((await articles()).length, count);
});

test('Dina, a guest, gets 403 with a sentence; Emil does not find the desk; who is not signed in is led to sign in', async () => {
  const count = (await articles()).length;
  const dina = await desk.visitor('dina');
  await dina.visit('/articles/new');
  assert.equal(dina.status, 403);
  assert.match(dina.text(), /guests read.*Ask an editor/);
  await dina.send('/articles', { desk: 'foreign-desk', body: FLOOD });
  assert.equal(dina.status, 403);
  const emil = await desk.visitor('emil');
  await emil.send('/articles', { desk: 'foreign-desk', body: FLOOD });
  assert.equal(emil.status, 404);
  const nobody = await desk.visitor();
  await nobody.visit('/articles/new');
  assert.match(nobody.path, /^\/sign-in/);
  await nobody.send('/articles', { desk: 'foreign-desk', body: FLOOD });
  assert.match(nobody.path, /^\/sign-in/);
  assert.equal((await articles()).length, count);
});

test('who is a member of several desks chooses one', async () => {
  const cast = await startNewsroom();
  const { desks, persons } = cast;
  await insertMember(cast.db, {
    desk_id: desks.weekend.id,
    person_id: persons.ben.id,
    role: 'reviewer',
    since: cast.at,
  });
  const ben = await cast.visitor('ben');
  await ben.visit('/articles/new?desk=weekend-desk');
  assert.equal(ben.value('Desk'), 'weekend-desk');
  await ben.choose('Desk', 'Foreign desk').fill('Text', FLOOD).press('Add article');
  const [article] = await cast.db.selectFrom('article').selectAll().execute();
  assert.equal(article?.desk_id, desks.foreign.id);
  await cast.close();
});

test('who is a member of no desk is told what to do', async () => {
  const cast = await startNewsroom();
  await cast.db.deleteFrom('membership').execute();
  const ben = await cast.visitor('ben');
  await ben.visit('/articles/new');
  assert.match(ben.text(), /Ask an administrator/);
  const ada = await cast.visitor('ada');
  await ada.visit('/articles/new');
  assert.ok(ada.offers('Desks'));
  await cast.close();
});

test('bidi tricks and markup in a headline stay words', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben.fill('Headline', '<script>alert(1)</script> \u202egnp.exe').fill('Text', 'Words.').press('Add article');
  const { number } = await newest();
  await ben.visit(url('article_details', { id: number }));
  assert.equal(ben.status, 200);
  assert.equal(ben.value('Title'), '<script>alert(1)</script> \u202egnp.exe');
  assert.ok(!ben.body.includes('<script>alert'));
});

test('a language that nobody said is guessed from the text, shown, and changed by whoever knows better', async () => {
  const body = 'El alcalde dijo el lunes que la ciudad no tiene dinero para los maestros. Las escuelas van a cerrar.';
  const said = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', { body, language: 'es-PE' });
  assert.deepEqual([said.language, said.language_guessed], ['es-PE', 0]);
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben.fill('Text', body).press('Add article');
  assert.match(ben.text(), /Spanish, guessed/);
  await ben.visit(url('article_details', { id: (await newest()).number }));
  assert.match(ben.text(), /Spanish was guessed from the text/);
  await ben.choose('Language', 'Galician').press('Save details');
  const { language, language_guessed, number } = await newest();
  assert.deepEqual([language, language_guessed], ['gl', 0]);
  await ben.visit(url('article', { id: number }));
  assert.doesNotMatch(ben.text(), /guessed/);
});
