// The visitor itself: every page test leans on it, so it must send what a browser would.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RequestHandler, Router } from 'express';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';

const PAGE = `
<h1>Trial</h1>
<form method="post" action="/trial/echo" id="trial" enctype="multipart/form-data">
<input type="hidden" name="revision" value="4">
<label for="a">Name <span class="optional">(optional)</span></label><input id="a" name="name" value="old">
<label>Words <textarea name="words">
 first line
second</textarea></label>
<fieldset><legend>Is it so?</legend>
<label><input type="radio" name="verdict" value="ok" checked> ✓ OK</label>
<label><input type="radio" name="verdict" value="wrong"> ✕ wrong</label></fieldset>
<label><input type="checkbox" name="key" value="1"> ★ Key claim<span class="hint">Wants more.</span></label>
<label for="k">Kind</label><select id="k" name="kind"><option>number</option><option value="e">event</option></select>
<label for="f">File</label><input type="file" id="f" name="file">
<fieldset disabled><input name="never" value="x"></fieldset>
<input name="off" value="x" disabled>
<button>Save</button>
<button name="also" value="close" formaction="/trial/echo?closing">Save and close</button>
<button type="button">Nothing</button>
</form>
<input name="outside" value="in" form="trial">
<form action="/trial/echo"><label>Search <input name="q"></label><button>Find</button></form>
<button>Lost</button>`;

const echo: RequestHandler = (req, res) => {
  const files = (req.files as Express.Multer.File[]).map((file) => [file.originalname, file.buffer.toString()]);
  res.json({ method: req.method, url: req.originalUrl, body: req.body, files, site: req.get('Sec-Fetch-Site') });
};

let desk: TestDesk;
before(async () => {
  const routes = Router();
  routes.get('/trial/page', (_req, res) => res.send(`<!doctype html><html><body><main>${PAGE}</main></body></html>`));
  routes.get('/trial/echo', echo);
  routes.post('/trial/echo', echo);
  desk = await startDesk(undefined, { more: [routes] });
});
after(() => desk.close());

const open = () => new Visitor(desk.app).visit('/trial/page');

test('an untouched form sends what it shows, and nothing that is disabled', async () => {
  const visitor = await open();
  assert.deepEqual((await visitor.press('Save')).json(), {
    method: 'POST',
    url: '/trial/echo',
    body: { revision: '4', name: 'old', words: ' first line\r\nsecond', verdict: 'ok', kind: 'number', outside: 'in' },
    files: [],
    site: 'same-origin',
  });
});

test('a filled form sends what was typed, picked, ticked and attached, and the button that was pressed', async () => {
  const visitor = await open();
  visitor
    .fill('Name', 'Ñandú')
    .fill('Words', 'a\nb')
    .choose('Is it so?', 'wrong')
    .choose('Kind', 'event')
    .tick('Key claim');
  visitor.attach('File', 'ä "b".txt', 'inside');
  assert.equal(visitor.value('Name'), 'Ñandú');
  assert.deepEqual(visitor.chosen('Is it so?'), ['✕ wrong']);
  const sent = (await visitor.press('Save and close')).json() as { url: string; body: unknown; files: unknown };
  assert.equal(sent.url, '/trial/echo?closing');
  assert.deepEqual(sent.body, {
    revision: '4',
    name: 'Ñandú',
    words: 'a\r\nb',
    verdict: 'wrong',
    key: '1',
    kind: 'e',
    also: 'close',
    outside: 'in',
  });
  assert.deepEqual(sent.files, [['ä "b".txt', 'inside']]);
});

test('a form that only asks goes into the address', async () => {
  const visitor = await open();
  assert.equal(
    ((await visitor.fill('Search', 'six & ten').press('Find')).json() as { url: string }).url,
    '/trial/echo?q=six+%26+ten',
  );
});

test('failures name what there is', async () => {
  const visitor = await open();
  assert.throws(
    () => visitor.fill('Nickname', 'x'),
    /No field worded “Nickname” on this page; there are: “Name”, “Words”/,
  );
  assert.throws(
    () => visitor.choose('Is it so?', 'maybe'),
    /No choice worded “maybe” on this page; there are: “✓ OK”, “✕ wrong”/,
  );
  await assert.rejects(visitor.press('Nothing'), /does nothing without JavaScript/);
  await assert.rejects(visitor.press('Lost'), /belongs to no form/);
  await assert.rejects(visitor.press('Delete'), /No button worded “Delete” on this page; there are: “Save”/);
  await assert.rejects(visitor.follow('Home'), /No link worded “Home” on this page; there are: \(none\)/);
});
