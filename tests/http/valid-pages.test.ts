// Good HTML: every page that needs no article, and every kind of field, passes a validator.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { renderTemplate } from '#src/http/templates.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

test('the pages of somebody who is signed in', async () => {
  const ada = await desk.visitor('ada');
  for (const path of [
    '/',
    '/me',
    '/people',
    '/people/1',
    '/people/invitations',
    '/desks',
    '/desks/foreign-desk',
    '/desks/foreign-desk/numbers',
    '/desks/foreign-desk/profiles/new',
    '/articles',
    '/articles/new',
    '/sources',
    '/nowhere',
  ]) {
    await ada.visit(path);
    assert.deepEqual(await htmlProblems(ada.body), [], path);
  }
});

test('the pages of somebody who is not', async () => {
  const nobody = await desk.visitor();
  for (const path of ['/sign-in', '/invitations/none', '/nowhere']) {
    await nobody.visit(path);
    assert.deepEqual(await htmlProblems(nobody.body), [], path);
  }
});

test('every kind of field, refused and not', async () => {
  const options = [
    { value: 'a', label: 'A', hint: 'The first.' },
    { value: 'b', label: 'B', disabled: true },
  ];
  const types = ['text', 'email', 'password', 'date', 'file', 'textarea', 'select', 'radios', 'pills', 'ticks', 'tick'];
  for (const type of types) {
    const field = {
      name: 'x',
      label: 'Field',
      hint: 'A hint.',
      type,
      options,
      required: !['radios', 'pills', 'ticks'].includes(type),
      optional: true,
      ...(type === 'password' ? { autocomplete: 'current-password' } : {}),
    };
    for (const refused of [{}, { errors: [{ field: 'x', message: 'Mend this.' }], typed: { x: 'b' } }]) {
      const fields = `${renderTemplate('shared/_error-summary', refused)}${renderTemplate('shared/_field', { ...refused, field })}`;
      const page = `<!DOCTYPE html><html lang="en"><head><title>Field</title></head><body><form method="post" action="/">${fields}<button type="submit">Save</button></form></body></html>`;
      assert.deepEqual(await htmlProblems(page), [], type);
    }
  }
});
