// Taking an article in: the verb on both engines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getLatestVersion, listParts } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { nobodyContext, transact } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

const FLOOD = [
  'The Orla rose four metres in one night, the harbour office in Vessel Bay said on Sunday.',
  'Mayor Ines Korhal spoke of “a wall of water”. Nobody was hurt. The bridge to the old mill is closed.',
].join('\n\n');

async function events(ctx: Context) {
  const log = await ctx.db.selectFrom('log').selectAll().where('verb', '=', 'article.taken_in').execute();
  const details = await ctx.db.selectFrom('log_detail').selectAll().execute();
  return log.map((entry) => ({
    ...entry,
    after: details.find(({ chain, number }) => chain === entry.chain && number === entry.number)?.after ?? '',
  }));
}

async function countRows(ctx: Context, table: 'article' | 'version' | 'sentence'): Promise<number> {
  return (await ctx.db.selectFrom(table).select('id').execute()).length;
}

onEachEngine((engine) => {
  engine.rule('a reviewer takes an article in, whole, with its parts and its sentences', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const taken = await takeArticleIn(ben, 'foreign-desk', {
      headline: 'What the flood left behind',
      body: FLOOD,
      captions: ['The mill on Sunday.', 'Volunteers with sandbags.'],
      credits: 'Photos: L. Marsh',
      byline: 'L. Marsh',
      dated_on: '2026-03-08T09:15',
      dated_zone: 'Asia/Kabul',
      deadline_at: '2026-03-14T22:30',
    });
    assert.equal(taken.number, 1);
    assert.equal(taken.title, 'What the flood left behind');
    assert.equal(taken.language, 'en');
    assert.equal(taken.created_by, newsroom.persons.ben.id);
    assert.equal(taken.deadline_at, '2026-03-14T18:00:00.000Z');
    assert.deepEqual([taken.sentence_count, taken.paragraph_count], [8, 6]);
    const version = await getLatestVersion(ben.db, taken);
    assert.equal(version.number, 1);
    assert.equal(version.length, version.text.length);
    const parts = await listParts(ben.db, version.id);
    assert.deepEqual(
      parts.map(({ role }) => role),
      ['headline', 'body', 'caption', 'caption', 'credit'],
    );
    assert.equal(version.text.slice(parts[1]?.start, parts[1]?.end), FLOOD);
  });

  engine.rule('the log names who took it in, its title and its hash, and never the text', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const taken = await takeArticleIn(ben, 'foreign-desk', { body: FLOOD });
    const [event, ...others] = await events(ben);
    assert.deepEqual(others, []);
    assert.equal(event?.chain, newsroom.desks.foreign.id);
    assert.equal(event?.actor, `person:${newsroom.persons.ben.id}`);
    assert.equal(event?.subject, `article:${taken.id}`);
    const { sha256, length } = await getLatestVersion(ben.db, taken);
    assert.deepEqual(JSON.parse(event?.after ?? ''), {
      title: taken.title,
      sha256,
      length,
      profile: 'Daily',
      needs_legal: 'no',
    });
    assert.ok(!event?.after.includes('Korhal'));
  });

  engine.rule('a guest may not, a member of another desk finds no such desk, and nothing is stored', async () => {
    const { ctxOf, db } = await openNewsroom(engine);
    const input = { body: FLOOD };
    await assert.rejects(takeArticleIn(ctxOf('dina'), 'foreign-desk', input), Forbidden);
    await assert.rejects(takeArticleIn(ctxOf('emil'), 'foreign-desk', input), NotFound);
    await assert.rejects(takeArticleIn(ctxOf('ada'), 'no-such-desk', input), NotFound);
    await assert.rejects(takeArticleIn(nobodyContext(db), 'foreign-desk', input), NotFound);
    assert.equal(await countRows(ctxOf('ada'), 'article'), 0);
    assert.deepEqual(await events(ctxOf('ada')), []);
  });

  test('the same form sent twice, even side by side, makes one article and one event', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const form = { id: newId(), body: FLOOD };
    const [first, second] = await Promise.all([1, 2].map(() => takeArticleIn(ben, 'foreign-desk', form)));
    const third = await takeArticleIn(ben, 'foreign-desk', form);
    assert.equal(first?.id, form.id);
    assert.deepEqual([second?.number, third.number], [first?.number, first?.number]);
    assert.equal(await countRows(ben, 'article'), 1);
    assert.equal((await events(ben)).length, 1);
  });

  engine.rule('a form that is used again for another text makes another article: nothing typed is lost', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const id = newId();
    const first = await takeArticleIn(ben, 'foreign-desk', { id, body: FLOOD });
    const next = await takeArticleIn(ben, 'foreign-desk', { id, body: 'The water has gone. The mud stays.' });
    assert.notEqual(next.id, first.id);
    assert.equal(next.number, 2);
    assert.equal((await getLatestVersion(ben.db, next)).text, 'The water has gone. The mud stays.');
  });

  engine.rule('an id that is none is not used', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const taken = await takeArticleIn(ben, 'foreign-desk', { id: '../etc', body: FLOOD });
    assert.match(taken.id, /^[0-9a-f-]{36}$/);
  });

  engine.rule('what breaks a rule is refused with the field it concerns, and no number is used up', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const refused = async (input: object, field: string) =>
      assert.rejects(
        takeArticleIn(ben, 'foreign-desk', { body: FLOOD, ...input }),
        (error) => error instanceof RuleBroken && error.field === field,
        JSON.stringify(input),
      );
    await refused({ body: ' \n\u200b \u00a0' }, 'body');
    await refused({ body: '', headline: 'A headline alone' }, 'body');
    await refused({ url: 'javascript:alert(1)' }, 'url');
    await refused({ url: 'example.org/flood' }, 'url');
    await refused({ language: 'not a tag' }, 'language');
    await refused({ dated_on: '2026-02-30', dated_zone: 'Asia/Kabul' }, 'dated_on');
    await refused({ dated_on: '2026-03-08', dated_zone: 'Mars/Olympus' }, 'dated_zone');
    await refused({ dated_zone: 'Asia/Kabul' }, 'dated_on');
    await refused({ dated_on: '2026-03-29T02:30', dated_zone: 'Europe/Berlin' }, 'dated_on');
    await refused({ deadline_at: 'tonight' }, 'deadline_at');
    const taken = await takeArticleIn(ben, 'foreign-desk', { body: FLOOD, dated_on: '2026-03-08' });
    assert.equal(taken.number, 1);
  });

  engine.rule('a deadline in the hour that the clocks leave out is refused in words', async () => {
    const emil = (await openNewsroom(engine)).ctxOf('emil');
    const input = { body: FLOOD, deadline_at: '2026-03-29T02:30' };
    await assert.rejects(takeArticleIn(emil, 'weekend-desk', input), /No clock in Europe\/Copenhagen shows 02:30/);
  });

  engine.rule('an article without a headline is called by its first line, cut at a word', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const titled = async (input: { body: string; title?: string }) =>
      (await takeArticleIn(ben, 'foreign-desk', input)).title;
    assert.equal(await titled({ body: 'FLOOD IN VESSEL BAY\nThe Orla rose.' }), 'FLOOD IN VESSEL BAY');
    assert.equal(await titled({ body: FLOOD, title: ' The flood,  part one ' }), 'The flood, part one');
    const long = await titled({ body: `${'The river rose and rose again '.repeat(20)}.` });
    assert.ok(long.length <= 120 && /^The river.* (The|river|rose|and|again)…$/.test(long), long);
    const flags = await titled({ body: '🏴󠁧󠁢󠁳󠁣󠁴󠁿'.repeat(40) });
    assert.ok(flags.isWellFormed() && flags.length <= 120 && flags.endsWith('…'));
  });

  test('hostile text is stored as it can be read: cleaned where it must be, else untouched', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const stored = async (body: string) =>
      (await getLatestVersion(ben.db, await takeArticleIn(ben, 'foreign-desk', { body }))).text;
    assert.equal(await stored('No\u0000ught\u0007 here.'), 'Nought here.');
    assert.equal(await stored('A lone \ud83d surrogate.'), 'A lone \ufffd surrogate.');
    assert.equal(await stored('Left \u202eright\u202c again.'), 'Left \u202eright\u202c again.');
    assert.equal(await stored('one\r\ntwo\rthree'), 'one\ntwo\nthree');
    assert.equal(await stored('Cafe\u0301.'), 'Caf\u00e9.');
    assert.equal(await stored('👩🏽‍🚒 saved three 🐕.'), '👩🏽‍🚒 saved three 🐕.');
    assert.equal(await stored("'; drop table article; --"), "'; drop table article; --");
  });

  engine.rule('Arabic keeps its letters and its language', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const body = 'ارتفع النهر أربعة أمتار في ليلة واحدة. قال رئيس البلدية إن أحدا لم يصب.';
    const taken = await takeArticleIn(ben, 'foreign-desk', { body, language: 'AR' });
    assert.equal(taken.language, 'ar');
    assert.equal(taken.sentence_count, 2);
    assert.equal((await getLatestVersion(ben.db, taken)).text, body);
  });

  test('a megabyte in one line and ten thousand paragraphs of one word are articles too', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const line = await takeArticleIn(ben, 'foreign-desk', { body: 'x'.repeat(1_000_000) });
    assert.equal(line.sentence_count, 1);
    const words = Array.from({ length: 10_000 }, (_, index) => `Word${index}`).join('\n\n');
    const many = await takeArticleIn(ben, 'foreign-desk', { body: words });
    assert.deepEqual([many.sentence_count, many.paragraph_count], [10_000, 10_000]);
    assert.equal(await countRows(ben, 'sentence'), 10_001);
  });

  test('a verb around it that fails takes the article back, its log entry too', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    const failing = transact(ben, async (ctx) => {
      await takeArticleIn(ctx, 'foreign-desk', { body: FLOOD });
      throw new Error('the power went');
    });
    await assert.rejects(failing, /the power went/);
    for (const table of ['article', 'version', 'sentence'] as const) assert.equal(await countRows(ben, table), 0);
    assert.deepEqual(await events(ben), []);
  });
});

onSqlite((engine) => {
  test('more than a megabyte of UTF-8 is too large, and so are more sentences than anybody reads', async () => {
    const ben = (await openNewsroom(engine)).ctxOf('ben');
    for (const body of ['x'.repeat(1_000_001), 'ي'.repeat(500_001), 'A.\n\n'.repeat(50_001)])
      await assert.rejects(takeArticleIn(ben, 'foreign-desk', { body }), { name: 'TooLarge', field: 'body' });
    await takeArticleIn(ben, 'foreign-desk', { body: 'ي'.repeat(500_000) });
  });
});
