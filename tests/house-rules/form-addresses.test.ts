// Every address that a form is sent to can be read: it leads to the form's page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import request from 'supertest';
import { CAST, type CastName, DEMO_PASSWORD } from '#src/demo/cast.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { paths } from '#src/paths.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { type Filling, thingsToNameIn } from './form-addresses.ts';
import { mountedRoutes } from './mounted-routes.ts';

/** What nobody has to sign in for. The page of the first start is no page once there is a person. */
const PACKAGE = [paths.writer_files, paths.writer_contacts, paths.writer_notes];
const OPEN: string[] = [
  paths.sign_in,
  paths.sign_out,
  paths.invitation,
  paths.reset,
  paths.writer,
  ...PACKAGE,
  paths.facts,
];
/** What shows each person their own, or is an administrator's: not held against somebody of another desk. */
const OF_NO_DESK =
  /^\/(me|people|sign-out|hand-over)\b|^\/(articles|sources|desks|sources\/import|sources\/retractions|sources\.:format)$/;

describe('the addresses of forms', () => {
  let desk: TestDesk;
  let fill: Filling;
  let forms: string[];
  before(async () => {
    desk = await startDesk();
    await buildNewsroom(desk.db, desk.at, 'Asia/Kabul');
    fill = await thingsToNameIn(desk, await signedIn('ada'));
    forms = patternsOf('POST').filter((path) => path !== paths.setup);
  });
  after(() => desk.close());

  const patternsOf = (method: string) =>
    mountedRoutes(desk.app)
      .filter((one) => one.method === method)
      .map(({ path }) => path);
  const signedIn = (name: CastName) => new Visitor(desk.app).signIn(CAST[name].email, DEMO_PASSWORD);
  const behindTheDoor = () => forms.filter((path) => !OPEN.includes(path));

  test('each is mounted for reading, too', () => {
    const pages = new Set(patternsOf('GET'));
    assert.ok(forms.length > 100, 'the forms are not found any more');
    assert.deepEqual(
      forms.filter((path) => !pages.has(path)),
      [],
    );
  });

  test('each is a page, or leads to one by 303, that opens for somebody who may see it', async () => {
    const ada = await signedIn('ada');
    const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const path of behindTheDoor()) {
      const address = fill(path);
      const { status } = await request(desk.app).get(address).set('Cookie', cookie).redirects(0);
      assert.ok(status === 200 || status === 303, `${address}: ${status}`);
      await ada.visit(address);
      assert.equal(ada.status, 200, `${address} leads to ${ada.path}`);
      assert.equal(ada.path === address, status === 200, address);
    }
  });

  test('those that need nobody signed in open, too', async () => {
    for (const path of OPEN) {
      const nobody = await new Visitor(desk.app).visit(fill(path));
      assert.equal(nobody.status, 200, fill(path));
    }
  });

  test('somebody who is not signed in is asked to, and comes back to that very address', async () => {
    const nobody = new Visitor(desk.app);
    for (const path of behindTheDoor()) {
      await nobody.visit(fill(path));
      assert.equal(nobody.path, `/sign-in?to=${encodeURIComponent(fill(path))}`);
    }
    await nobody.visit(fill(paths.claim_verdicts));
    await nobody
      .fill(/^e-?mail/i, CAST.ben.email)
      .fill(/^password/i, DEMO_PASSWORD)
      .press(/^sign in/i);
    assert.equal(nobody.path, fill(paths.claim));
  });

  test('somebody of another desk gets the page of a typo', async () => {
    const emil = await signedIn('emil');
    for (const path of behindTheDoor().filter((one) => !OF_NO_DESK.test(one))) {
      await emil.visit(fill(path));
      assert.equal(emil.status, 404, `${fill(path)} leads to ${emil.path}`);
    }
  });
});
