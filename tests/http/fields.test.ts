// Fields of forms: labelled, described, and showing again what was typed beside what is wrong with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderTemplate } from '#src/http/templates.ts';
import { nameOf, parsePage, textOf } from '#tests/support/page.ts';

function draw(field: object, page: object = {}) {
  return parsePage(`<!doctype html><html><body>${renderTemplate('shared/_field', { ...page, field })}</body></html>`);
}

test('a field is known by its label and described by its hint', () => {
  const page = draw({
    name: 'place',
    label: 'Place',
    hint: 'Where it was written.',
    value: '<Karsa>',
    optional: true,
    autocomplete: 'off',
  });
  const input = page.querySelector('input');
  assert.ok(input);
  assert.equal(nameOf(input, page), 'Place');
  assert.equal(input.getAttribute('value'), '<Karsa>');
  assert.equal(input.getAttribute('autocomplete'), 'off');
  assert.equal(input.hasAttribute('aria-invalid'), false);
  assert.equal(
    page.querySelector(`[id="${input.getAttribute('aria-describedby')}"]`)?.textContent,
    'Where it was written.',
  );
});

test('a refused field shows its error and what was typed, also where that is nothing', () => {
  const errors = [{ field: 'place', message: 'Fill this in.' }];
  const page = draw({ name: 'place', label: 'Place', value: 'Karsa' }, { errors, typed: { place: '' } });
  const input = page.querySelector('input');
  assert.equal(input?.getAttribute('value'), '');
  assert.equal(input?.getAttribute('aria-invalid'), 'true');
  assert.equal(page.querySelector(`[id="${input?.getAttribute('aria-describedby')}"]`)?.textContent, 'Fill this in.');
});

test('of two forms with fields of one name, only the refused one shows the error', () => {
  const page = {
    errors: [{ field: 'note', message: 'Fill this in.' }],
    typed: { note: 'typed' },
    failed_form: 'return',
  };
  const refused = draw({ name: 'note', label: 'Note', form: 'return' }, page);
  const other = draw({ name: 'note', label: 'Note', form: 'reopen', value: 'stored' }, page);
  assert.equal(refused.querySelector('input')?.getAttribute('value'), 'typed');
  assert.equal(refused.querySelector('input')?.id, 'field-return-note');
  assert.equal(other.querySelector('input')?.getAttribute('value'), 'stored');
  assert.equal(other.querySelector('.error'), null);
});

test('the summary leads to the field', () => {
  const summary = parsePage(
    renderTemplate('shared/_error-summary', {
      errors: [{ field: 'note', message: 'Fill this in.' }],
      failed_form: 'return',
    }).toString(),
  );
  assert.equal(summary.querySelector('a')?.getAttribute('href'), '#field-return-note');
});

test('a text keeps its first empty line, and its markup is text', () => {
  const page = draw({ name: 'words', label: 'Words', type: 'textarea', value: '\n</textarea><script>' });
  assert.match(page.querySelector('textarea')?.outerHTML ?? '', />\n\n&lt;\/textarea&gt;&lt;script&gt;<\/textarea>/);
});

test('choices keep what was chosen, and stay empty where nothing was chosen the second time', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  for (const type of ['radios', 'pills', 'ticks']) {
    const chosen = (page: object) =>
      [...draw({ name: 'x', label: 'X', type, options, value: 'a' }, page).querySelectorAll('[checked]')].map((input) =>
        input.getAttribute('value'),
      );
    assert.deepEqual(chosen({}), ['a']);
    assert.deepEqual(chosen({ errors: [], typed: { x: 'b' } }), ['b']);
    assert.deepEqual(chosen({ errors: [], typed: {} }), []);
  }
  const many = draw({ name: 'x', label: 'X', type: 'ticks', options }, { typed: { x: ['a', 'b'] } });
  assert.equal([...many.querySelectorAll('[checked]')].length, 2);
  const tick = (page: object) =>
    draw({ name: 'x', label: 'X', type: 'tick', value: true }, page).querySelector('[checked]') !== null;
  assert.deepEqual([tick({}), tick({ typed: { x: '1' } }), tick({ typed: {} })], [true, true, false]);
});

test('a password never comes back, and a label says what is optional', () => {
  const page = draw(
    { name: 'password', label: 'Password', type: 'password', value: 'x' },
    { typed: { password: 'secret' } },
  );
  assert.equal(page.querySelector('input')?.getAttribute('value'), '');
  assert.match(textOf(draw({ name: 'x', label: 'Remark', optional: true })), /Remark \(optional\)/);
});
