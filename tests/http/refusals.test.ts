// Pages that say no: the right status, a kind sentence, and never the inside of the program.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { trialRoutes } from './support.ts';

const logged: string[] = [];
let desk: TestDesk;
before(async () => {
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  desk = await startDesk(undefined, { more: [trialRoutes()], log });
});
after(() => desk.close());

test('a stranger sees the same page as for a typo', async () => {
  const foreign = await new Visitor(desk.app).visit('/trial/foreign');
  const typo = await new Visitor(desk.app).visit('/trial/no-such-page');
  const malformed = await new Visitor(desk.app).visit('/%E0%A4%A');
  assert.deepEqual([foreign.status, typo.status, malformed.status], [404, 404, 404]);
  assert.equal(foreign.body, typo.body);
  assert.equal(malformed.body, typo.body);
});

test('a refusal says its sentence and what was kept', async () => {
  const forbidden = await new Visitor(desk.app).visit('/trial/forbidden');
  assert.equal(forbidden.status, 403);
  assert.match(forbidden.text(), /Only an editor may do this/);
  const broken = await new Visitor(desk.app).visit('/trial/broken');
  assert.equal(broken.status, 409);
  assert.match(broken.text(), /needs a verdict.*Nothing was changed/);
});

test('a stale edit shows both texts', async () => {
  const visitor = await new Visitor(desk.app).visit('/trial/stale');
  assert.equal(visitor.status, 409);
  assert.match(visitor.text(), /Verdict sentence What you wrote Mine <b> What is stored now Theirs/);
  assert.match(visitor.text(), /Note What you wrote \(left empty\) What is stored now More/);
});

test('a refused post leads back to the page that it came from, unless that is another site', async () => {
  const headers = { 'Sec-Fetch-Site': 'same-origin', Host: 'desk.local' };
  const here = new Visitor(desk.app);
  await here.send('/trial/stale', {}, { ...headers, Referer: 'http://desk.local/articles/1?claim=4' });
  assert.equal(here.all('main a')[0]?.getAttribute('href'), '/articles/1?claim=4');
  const elsewhere = await here.send('/trial/broken', {}, { ...headers, Referer: 'http://evil.example/x' });
  assert.equal(elsewhere.all('main a')[0]?.getAttribute('href'), '/');
});

test('a crash shows a number that also stands in the log, and nothing of the inside', async () => {
  const visitor = await new Visitor(desk.app).visit('/trial/crash');
  assert.equal(visitor.status, 500);
  assert.doesNotMatch(visitor.body, /secret detail|\.ts|at Object/);
  const number = /this number: ([0-9a-f]{8})/.exec(visitor.text())?.[1];
  assert.ok(number);
  assert.ok(logged.some((line) => line.includes(number) && line.includes('secret detail')));
});

test('who asks for JSON is refused in JSON', async () => {
  const by_path = await new Visitor(desk.app).visit('/trial/forbidden.json');
  assert.deepEqual(by_path.json(), {
    error: 'Not allowed',
    sentences: ['Only an editor may do this. Ask one of your desk.'],
  });
  const by_header = await new Visitor(desk.app).visit('/trial/crash', { Accept: 'application/json' });
  assert.equal(by_header.status, 500);
  assert.match(by_header.headers['content-type'] ?? '', /json/);
});

test('a refusal is kept by no cache', async () => {
  const visitor = await new Visitor(desk.app).visit('/trial/forbidden');
  assert.equal(visitor.headers['cache-control'], 'no-store');
});

test('the log names paths without queries, tokens and cookies', async () => {
  logged.length = 0;
  await new Visitor(desk.app).visit('/invitations/abc123secret?next=private', { Cookie: 'claimdesk=oh-no' });
  await new Visitor(desk.app).visit('/reset/xyz789secret');
  const log = logged.join('');
  assert.match(log, /"path":"\/invitations\/\(token\)"/);
  assert.match(log, /"path":"\/reset\/\(token\)"/);
  assert.doesNotMatch(log, /secret|private|oh-no/);
});
