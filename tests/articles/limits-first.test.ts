// What is looked at before any work on a text.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assembleVersion } from '#src/articles/article.ts';
import { assembled, placedInText } from '#src/articles/assembling.ts';
import { placeInText } from '#src/articles/assembling-work.ts';
import { takeArticleIn } from '#src/articles/commands.ts';
import { findPiledMarks, normalised } from '#src/piled-marks.ts';
import { foldKey } from '#src/text-fields.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

const ACUTE = '\u0301';
const PILED = `The tram stopped at Z${ACUTE.repeat(50_000)} quay.`;

describe('a text that would be slow to read', () => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom();
  });
  after(() => desk.close());

  test('under more marks than a letter can have comes back with what was found and what was typed', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.fill(/^text/i, PILED).press(/^add/i);
    assert.equal(ben.status, 422);
    const words = /The last letter of “The tram stopped at Z” carries 50,000 marks .* no script uses more than 30/;
    assert.match(ben.errors().join(), words);
    assert.match(ben.errors().join(), /Remove them and save again: everything else is as you typed it/);
    assert.ok(ben.body.includes(PILED));
  });

  test('is refused in whatever field it stands', async () => {
    const ben = await desk.visitor('ben');
    await takeArticleIn(desk.ctxOf('ben'), desk.desks.foreign.slug, { body: 'Six trams stood still.' });
    for (const [path, field, button] of [
      ['/articles/new', /^headline/i, /^add/i],
      ['/articles/1/details', /^byline/i, /save/i],
      ['/articles/1/sentences/1', 'For a tick', /tick/i],
    ] as const) {
      await ben.visit(path);
      if (path === '/articles/new') ben.fill(/^text/i, 'Six trams.');
      await ben.fill(field, `Z${ACUTE.repeat(31)}`).press(button);
      assert.equal(ben.status, 422, path);
      assert.match(ben.errors().join(), /The last letter of “Z” carries 31 marks/, path);
    }
  });

  test('of more than a million bytes is too long, and may be longer where it is written in pieces of letters', async () => {
    const long = (letter: string, count: number) => [{ role: 'body' as const, text: letter.repeat(count) }];
    await assert.rejects(assembled(long('word ', 220_000), 'en'), { name: 'TooLarge', field: 'body' });
    await assert.rejects(assembled(long('word ', 900_000), 'en'), { name: 'TooLarge' });
    const { text } = await assembled(long('가 '.normalize('NFD'), 200_000), 'ko');
    assert.equal(text.length, 399_999);
  });

  test('is cut beside the desk as it is cut on the spot', async () => {
    const texts = [
      { role: 'headline' as const, text: 'Trams stand still' },
      { role: 'body' as const, text: 'Six trams stood still on Friday. The mayor said so.\n\n'.repeat(2_000) },
    ];
    assert.deepEqual(await assembled(texts, 'en'), assembleVersion(texts, 'en'));
  });
});

test('places of a draft are followed beside the desk as on the spot', async () => {
  const sentence = (index: number) => `The tram to stop ${index} stood still on Friday. `;
  const draft = Array.from({ length: 400 }, (_, index) => sentence(index)).join('');
  const places = [3, 200, 399].map((index) => {
    const start = draft.indexOf(sentence(index));
    return { part: 0, start, end: start + sentence(index).trimEnd().length };
  });
  const text = draft.replace('tram to stop 0 ', 'bus to stop 0 ').trimEnd();
  const given = { parts: [{ role: 'body' as const, text: draft }], places, text, language: 'en' };
  const found = await placedInText(given);
  assert.deepEqual(found, [...placeInText(given)].flat());
  assert.deepEqual(
    found.map(({ start, end }) => text.slice(start ?? 0, end ?? 0)),
    [3, 200, 399].map((index) => sentence(index).trimEnd()),
  );
});

test('no writing is refused: letters with all the marks that scripts set on them', () => {
  const written = ['ệ'.normalize('NFD'), 'בְּרֵאשִׁ֖ית', 'ཧཱུྃ', 'ကြွေး', 'नु॒कं॑', 'ًّٰٓ', 'e'.concat(ACUTE.repeat(30))];
  for (const words of written) assert.equal(findPiledMarks(words), null, words);
  for (const words of written) assert.equal(normalised(words, 'NFC'), words.normalize('NFC'));
});

test('what goes into a key or a search is bounded, too', () => {
  assert.equal(foldKey(`É${ACUTE.repeat(100_000)}`), `é${ACUTE.repeat(29)}`.normalize('NFKC').concat(ACUTE));
});
