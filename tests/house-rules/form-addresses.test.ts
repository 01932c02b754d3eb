// Every address that a form is sent to can be read: it leads to the form's page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CAST, type CastName, DEMO_PASSWORD } from '#src/demo/cast.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { itemAt } from '#src/item-at.ts';
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
    const walk = (await signedIn('ada')).walk();
    for (const path of behindTheDoor()) {
      const address = fill(path);
      const [first, ...further] = await walk.follow(address);
      const page = further.at(-1) ?? first;
      assert.ok(first?.status === 200 || first?.status === 303, `${address}: ${first?.status}`);
      assert.equal(page?.status, 200, `${address} leads to ${page?.path}`);
      assert.equal(page?.path === address, first.status === 200, address);
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
    const walk = nobody.walk();
    for (const path of behindTheDoor()) {
      const { status, headers } = await walk.ask(fill(path));
      assert.deepEqual([status, headers.location], [303, `/sign-in?to=${encodeURIComponent(fill(path))}`]);
    }
    await nobody.visit(fill(paths.claim_verdicts));
    await nobody
      .fill(/^e-?mail/i, CAST.ben.email)
      .fill(/^password/i, DEMO_PASSWORD)
      .press(/^sign in/i);
    assert.equal(nobody.path, fill(paths.claim));
  });

  test('somebody of another desk gets the page of a typo', async () => {
    const walk = (await signedIn('emil')).walk();
    for (const path of behindTheDoor().filter((one) => !OF_NO_DESK.test(one))) {
      const { status, path: end } = itemAt(await walk.follow(fill(path)), -1);
      assert.equal(status, 404, `${fill(path)} leads to ${end}`);
    }
  });
});
