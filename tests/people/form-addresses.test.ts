// The addresses that forms about people and desks are sent to, read: each leads to the page of its form.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

let desk: NewsroomDesk;
let profile: string;
before(async () => {
  desk = await startNewsroom();
  profile = (await desk.db.selectFrom('profile').select('id').where('desk_id', '=', desk.desks.foreign.id).execute())[0]
    ?.id as string;
});
after(() => desk.close());

const LEADS_TO = (): [address: string, page: string][] => [
  ['/sign-out', '/'],
  ['/me/preferences', '/me'],
  ['/me/password', '/me'],
  ['/me/sessions', '/me'],
  ['/people/invitations/some-id/withdrawal', '/people/invitations'],
  ['/people/2/administration', '/people/2'],
  ['/people/2/disablement', '/people/2'],
  ['/people/2/enablement', '/people/2'],
  ['/people/2/reset', '/people/2'],
  ['/desks/foreign-desk/members', '/desks/foreign-desk'],
  ['/desks/foreign-desk/members/2/role', '/desks/foreign-desk'],
  ['/desks/foreign-desk/members/2/removal', '/desks/foreign-desk'],
  ['/desks/foreign-desk/profiles', '/desks/foreign-desk/profiles/new'],
  [`/desks/foreign-desk/profiles/${profile}/default`, `/desks/foreign-desk/profiles/${profile}`],
  [`/desks/foreign-desk/profiles/${profile}/retirement`, `/desks/foreign-desk/profiles/${profile}`],
  [`/desks/foreign-desk/profiles/${profile}/restoration`, `/desks/foreign-desk/profiles/${profile}`],
];

test('whoever reloads or shares the address of a form gets the page that it stands on', async () => {
  const ada = await desk.visitor('ada');
  for (const [address, page] of LEADS_TO()) {
    await ada.visit(address);
    assert.deepEqual([ada.status, ada.path], [200, page], address);
  }
});

test('a refused form leaves nothing of what was typed in its address, and its address opens', async () => {
  const ada = await desk.visitor('ada');
  await ada.visit('/me');
  await ada
    .fill('Current password', 'not my password at all')
    .fill('New password', 'a sentence long enough')
    .press('Change password');
  assert.equal(ada.status, 422);
  assert.equal(ada.path, '/me/password');
  await ada.visit(ada.path);
  assert.deepEqual([ada.status, ada.path], [200, '/me']);
});

test('somebody who is not signed in is asked to, and brought to the page of the form', async () => {
  const nobody = await desk.visitor();
  await nobody.visit('/desks/foreign-desk/members');
  assert.equal(nobody.path, '/sign-in?to=%2Fdesks%2Fforeign-desk%2Fmembers');
  await nobody
    .fill(/^e-?mail/i, 'ada@newsroom.example')
    .fill(/^password/i, 'ink before the presses roll')
    .press(/^sign in/i);
  assert.equal(nobody.path, '/desks/foreign-desk');
});

test('whoever may not see that page gets no further by the address of a form', async () => {
  const emil = await desk.visitor('emil');
  await emil.visit('/desks/foreign-desk/members');
  assert.equal(emil.status, 404);
  await emil.visit('/people/2/reset');
  assert.equal(emil.status, 403);
});
