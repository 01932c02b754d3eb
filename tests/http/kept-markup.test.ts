// Markup that is kept as bytes: it comes out where a view has put it, and nowhere else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledIn, insertedBehind, KeptMarkup } from '#src/http/kept-markup.ts';

const kept = (markup: string) => new KeptMarkup(Buffer.from(markup));

test('each stands where the view has printed it, in whatever order they were named', () => {
  const [text, list] = [kept('<p>“ja” ✓</p>'), kept('<ol></ol>')];
  const page = `<main>é ${text}<aside>${list}</aside></main>`;
  for (const both of [
    [text, list],
    [list, text],
  ])
    assert.equal(filledIn(page, both).toString(), '<main>é <p>“ja” ✓</p><aside><ol></ol></aside></main>');
});

test('what has no place on the page is left out, and a page without any is sent as it is', () => {
  assert.equal(filledIn('<p>é</p>', [kept('<ol></ol>')]).toString(), '<p>é</p>');
  assert.equal(filledIn('<p>é</p>', []).toString(), '<p>é</p>');
});

test('the place of one is the place of no other', () => {
  const [one, other] = [kept('one'), kept('other')];
  assert.notEqual(String(one), String(other));
  assert.equal(filledIn(`${other}`, [one]).toString(), String(other));
});

test('words are inserted behind each place, and nothing else moves', () => {
  const pieces = [Buffer.from('é <b>✓'), Buffer.from('<b><b')];
  const inserted = (that: string) => Buffer.concat(insertedBehind(pieces, that, ' x')).toString();
  assert.equal(inserted('<b'), 'é <b x>✓<b x><b x');
  assert.equal(inserted('<i'), 'é <b>✓<b><b');
});
