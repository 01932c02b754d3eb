// The report as the cast reads it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { emailOf, type NewsroomDesk, PASSWORD } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { HALF_CHECKED, type HalfChecked, HEADLINE } from './half-checked.ts';

let desk: NewsroomDesk & HalfChecked;
let article: HalfChecked;
before(async () => {
  desk = await HALF_CHECKED.start();
  article = desk;
});
after(() => desk.close());

test('a guest reads the draft, which says that it is not signed', async () => {
  const dina = await desk.visitor('dina');
  await dina.visit('/articles/1/report');
  assert.equal(dina.status, 200);
  assert.equal(dina.heading(), HEADLINE);
  assert.match(dina.text(), /Not signed\. This is a draft of 14 March 2026, 20:30 \(Asia\/Kabul\)/);
  assert.match(dina.text(), /Only the militia gives this figure/);
  assert.match(dina.text(), /The article → the agency → Toma Arrel, spokesman of the river militia/);
  assert.match(dina.text(), /Grain worth TK million was burnt\./);
  assert.match(dina.text(), /Until 14 March 2026, 17:30\. No answer in time\./);
  assert.deepEqual(await htmlProblems(dina.body), []);
});

test('the verdict that Ben sets on the page stands in the report of the desk, as provisional, and in no other', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/1/claims/8');
  await ben.choose(/^is it so/i, /can.t stand up/i);
  await ben.fill(/^verdict sentence/i, 'No record of these words was found.').press(/^save verdict/i);
  await ben.visit('/articles/1/report');
  assert.match(ben.text(), /Not checked governor calls the town quiet/);
  assert.match(ben.text(), /Provisional, by Ben Okafor: ∅ can.t stand up\. No record of these words was found\./);
  for (const path of ['/articles/1/report?audience=public', '/articles/1/report.json?audience=public'])
    assert.doesNotMatch((await ben.visit(path)).body, /No record of these words|"provisional": \{/);
});

test('a report that was read and has not changed is not sent again, and one that has is', async () => {
  const cleo = await desk.visitor('cleo');
  await cleo.visit('/articles/1/report');
  const kept = { 'If-None-Match': cleo.headers.etag ?? '' };
  assert.match(cleo.headers['cache-control'] ?? '', /private, no-cache/);
  assert.equal((await cleo.visit('/articles/1/report', kept)).status, 304);
  await desk.db.updateTable('article').set({ changed_seq: 1_000 }).where('id', '=', article.id).execute();
  assert.equal((await cleo.visit('/articles/1/report', kept)).status, 200);
});

test('the files are downloads with names of their own', async () => {
  const dina = await desk.visitor('dina');
  const files = [
    ['HTML', 'text/html; charset=utf-8', 'claimdesk-1-draft.html'],
    ['JSON', 'application/json; charset=utf-8', 'claimdesk-1-draft.json'],
    ['CSV, claims', 'text/csv; charset=utf-8', 'claimdesk-1-draft-claims.csv'],
    ['CSV, evidence', 'text/csv; charset=utf-8', 'claimdesk-1-draft-evidence.csv'],
  ] as const;
  for (const [label, type, name] of files) {
    await dina.visit('/articles/1/report');
    await dina.follow(label);
    assert.equal(dina.status, 200, label);
    assert.equal(dina.headers['content-type'], type);
    assert.equal(dina.headers['content-disposition'], `attachment; filename=${name}`);
    assert.equal(dina.headers['x-content-type-options'], 'nosniff');
  }
});

test('the file that stands alone may load nothing but its own style', async () => {
  const dina = await desk.visitor('dina');
  await dina.visit('/articles/1/report.html');
  const policy = dina.headers['content-security-policy'] ?? '';
  assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; font-src data:/);
  assert.match(policy, /frame-ancestors 'none'/);
});

test('a format, a table or an article that nobody knows is a 404', async () => {
  const dina = await desk.visitor('dina');
  for (const path of [
    '/articles/1/report.exe',
    '/articles/1/report.csv?table=people',
    '/articles/1/report.csv?table=claims&table=evidence&table[]=x',
    '/articles/99/report',
    '/articles/99/report.json',
    '/articles/no-such-id/report',
  ])
    assert.equal((await dina.visit(path)).status, 404, path);
});

test('an editor of another desk gets the 404 of a typo', async () => {
  const emil = await desk.visitor('emil');
  for (const path of ['/articles/1/report', '/articles/1/report.html', '/articles/1/report.json']) {
    await emil.visit(path);
    assert.equal(emil.status, 404);
    assert.doesNotMatch(emil.body, /Lusk/);
  }
});

test('whoever is not signed in is asked to, and comes to the report afterwards', async () => {
  const stranger = new Visitor(desk.app);
  await stranger.visit('/articles/1/report');
  assert.match(stranger.path, /^\/sign-in/);
  await stranger
    .fill(/^e-?mail/i, emailOf('dina'))
    .fill(/^password/i, PASSWORD)
    .press(/^sign in/i);
  assert.equal(stranger.path, '/articles/1/report');
});
