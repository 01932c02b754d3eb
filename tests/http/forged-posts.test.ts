// Posts from elsewhere: refused before anything is read, and noted.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { writeRefusals } from '#src/people/sign-in/refusal-book-commands.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { trialRoutes } from './support.ts';

let desk: TestDesk;
before(async () => {
  desk = await startDesk(undefined, { more: [trialRoutes()], settings: { PUBLIC_URL: 'https://desk.example.org' } });
});
after(() => desk.close());

const post = (headers: Record<string, string>) => new Visitor(desk.app).send('/trial/form', { name: 'x' }, headers);

describe('a post is let through', () => {
  test('when the browser says that it comes from the desk itself', async () => {
    assert.equal((await post({ 'Sec-Fetch-Site': 'same-origin' })).status, 422);
  });
  test('when the browser says nothing of that, but Origin is the public address', async () => {
    assert.equal((await post({ Origin: 'https://desk.example.org' })).status, 422);
  });
});

describe('a post is refused with a 403 and noted', () => {
  const forged: Record<string, Record<string, string>> = {
    'from another site': { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://desk.example.org' },
    'from a neighbour of the same site': { 'Sec-Fetch-Site': 'same-site' },
    'typed into the address bar': { 'Sec-Fetch-Site': 'none' },
    'from another origin': { Origin: 'https://evil.example' },
    'from the right host by another scheme': { Origin: 'http://desk.example.org' },
    'from a hidden origin': { Origin: 'null' },
    'without a word of where it is from': {},
  };
  for (const [name, headers] of Object.entries(forged)) {
    test(name, async () => {
      const before = await events();
      const visitor = await post(headers);
      assert.equal(visitor.status, 403);
      assert.match(visitor.text(), /not sent from a page of the desk, so nothing was changed/);
      assert.equal(await events(), before + 1);
    });
  }
});

test('without a public address, Origin must be the host that was asked', async () => {
  const plain = await startDesk(undefined, { more: [trialRoutes()] });
  const visitor = new Visitor(plain.app);
  const headers = { Host: 'desk.local:3000' };
  assert.equal((await visitor.send('/trial/form', {}, { ...headers, Origin: 'http://desk.local:3000' })).status, 422);
  assert.equal((await visitor.send('/trial/form', {}, { ...headers, Origin: 'http://desk.local:4000' })).status, 403);
  await plain.close();
});

async function events(): Promise<number> {
  await writeRefusals(desk.db);
  const rows = await desk.db.selectFrom('security_event').select('id').where('kind', '=', 'post.refused').execute();
  return rows.length;
}
