// The pages of people, invitations and desks, driven through their forms without JavaScript.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { emailOf, type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { isStored, verbsOf } from './support.ts';

const CHOSEN = 'seven herons on one leg';

let desk: NewsroomDesk;
beforeEach(async () => {
  desk = await startNewsroom();
});
afterEach(() => desk.close());

function linkOn(visitor: Visitor): string {
  return visitor.field('Link', 'input').getAttribute('value') ?? '';
}

async function inviteFadi(visitor: Visitor): Promise<string> {
  await visitor.visit('/people/invitations?desk=weekend-desk');
  await visitor
    .fill('Email', 'fadi@newsroom.example')
    .fill('Name', 'Fadi Haddad')
    .choose('Role', /^guest/)
    .press('Create link');
  return linkOn(visitor);
}

test('an invitation is shown once, and leads from the link to the desk', async () => {
  const ada = await desk.signIn('ada');
  const link = await inviteFadi(ada);
  assert.match(link, /^http:\/\/[^/]+\/invitations\/[\w-]{43}$/);
  assert.equal(ada.headers['cache-control'], 'no-store');
  const token = link.split('/').at(-1) as string;
  assert.equal(await isStored(desk.db, token), false);
  await ada.visit('/people');
  assert.ok(!ada.body.includes(token));
  assert.match(ada.text(), /Fadi Haddad ?fadi@newsroom\.example Weekend desk, guest/);

  const fadi = await (await desk.visitor()).visit(new URL(link).pathname);
  assert.equal(fadi.headers['cache-control'], 'no-store');
  assert.match(fadi.text(), /Ada Lind invites you as a guest/);
  await fadi.fill('Your name', 'Fadi B. Haddad').fill('Password', 'short').press('Join');
  assert.equal(fadi.status, 422);
  assert.equal(fadi.value('Your name'), 'Fadi B. Haddad');
  await fadi.fill('Password', CHOSEN).press('Join');
  assert.match((await fadi.visit('/desks')).text(), /Weekend desk.*guest/);
  const late = await (await desk.visitor()).visit(new URL(link).pathname);
  assert.equal(late.status, 404);
  assert.equal(late.heading(), 'This link no longer works');
});

test('a link begins with the address that browsers see, where the desk stands behind a proxy', async () => {
  const behind = await startNewsroom(undefined, { settings: { PUBLIC_URL: 'http://desk.example' } });
  const link = await inviteFadi(await behind.signIn('ada'));
  assert.match(link, /^http:\/\/desk\.example\/invitations\//);
  await behind.close();
});

test('a bad invitation keeps what was typed; a repeat of the post makes no second one', async () => {
  const ada = await desk.signIn('ada');
  await ada.visit('/people/invitations');
  await ada
    .fill('Email', 'no address')
    .fill('Name', 'Fadi Haddad')
    .choose('Role', /^editor/)
    .press('Create link');
  assert.equal(ada.status, 422);
  assert.deepEqual(ada.errors(), ['Write an address like name@example.org.']);
  assert.equal(ada.value('Name'), 'Fadi Haddad');
  assert.equal(ada.value('Role'), 'editor');
  await inviteFadi(ada);
  await inviteFadi(ada).catch(() => '');
  assert.equal(ada.status, 422);
  assert.match(ada.errors().join(), /invited already/);
  await (await ada.visit('/people')).press(/^Withdraw/);
  assert.match(ada.notice(), /withdrawn/);
  assert.deepEqual(await verbsOf(desk.db), ['person.invited', 'person.invitation_withdrawn']);
});

test('an editor who is no administrator invites to the own desk', async () => {
  const emil = await desk.signIn('emil');
  await (await emil.visit('/desks/weekend-desk')).follow('Invite somebody');
  assert.ok(!emil.text().includes('May manage people'));
  await emil.fill('Email', 'fadi@newsroom.example').fill('Name', 'Fadi').press('Create link');
  assert.match(linkOn(emil), /\/invitations\//);
  await emil.send('/people/invitations', {
    email: 'x@y.example',
    display_name: 'X',
    desk: 'foreign-desk',
    role: 'guest',
  });
  assert.equal(emil.status, 404);
});

test('an administrator makes a link for a new password, which signs in and ends old sessions', async () => {
  const [ada, ben] = [await desk.signIn('ada'), await desk.signIn('ben')];
  await (await ada.visit('/people')).follow('Ben Okafor');
  await ada.press('Create link');
  const link = new URL(linkOn(ada)).pathname;
  const phone = await (await desk.visitor()).visit(link);
  await phone.fill('New password', CHOSEN).press('Save and sign in');
  assert.equal((await phone.visit('/me')).heading(), 'Ben Okafor');
  assert.match((await ben.visit('/me')).path, /^\/sign-in/);
  assert.equal((await (await desk.visitor()).visit(link)).status, 404);
});

test('an administrator disables and enables people, and says in words why the last administrator stays', async () => {
  const ada = await desk.signIn('ada');
  await (await ada.visit(`/people/${desk.persons.ben.number}`)).press('Disable Ben Okafor');
  assert.match(ada.notice(), /Ben Okafor is disabled/);
  await ada.press('Enable Ben Okafor');
  await ada.tick('May manage people and desks').press('Save administrator rights');
  assert.match(ada.notice(), /Ben Okafor is now an administrator/);
  await ada.untick('May manage people and desks').press('Save administrator rights');
  await (await ada.visit(`/people/${desk.persons.ada.number}`)).press('Disable Ada Lind');
  assert.equal(ada.status, 409);
  assert.match(ada.text(), /only administrator left/);
});

test('the pages of people are for administrators: 403 for members, the door for strangers, 404 for nobody’s number', async () => {
  const [ada, emil, stranger] = [await desk.signIn('ada'), await desk.signIn('emil'), await desk.visitor()];
  const ben = `/people/${desk.persons.ben.number}`;
  for (const path of ['/people', ben]) {
    assert.equal((await emil.visit(path)).status, 403);
    assert.match((await stranger.visit(path)).path, /^\/sign-in/);
  }
  for (const deed of ['disablement', 'enablement', 'reset', 'administration']) {
    assert.equal((await emil.send(`${ben}/${deed}`, {})).status, 403, deed);
    assert.match((await stranger.send(`${ben}/${deed}`, {})).path, /^\/sign-in/, deed);
    assert.equal((await ada.send(`/people/4711/${deed}`, {})).status, 404, deed);
  }
  assert.equal((await ada.visit('/people/4711')).status, 404);
  assert.equal((await ada.visit('/people/ben')).status, 404);
  assert.deepEqual(await verbsOf(desk.db), []);
});

test('an editor changes settings and members of the desk; a stale page shows both texts', async () => {
  const [ada, other] = [await desk.signIn('ada'), await desk.signIn('ada')];
  await ada.visit('/desks/foreign-desk');
  await other.visit('/desks/foreign-desk');
  await ada.within('section[aria-labelledby=settings-heading]');
  await ada.fill('Name', '').fill('Language', 'english please').press('Save settings');
  assert.equal(ada.status, 422);
  assert.deepEqual(ada.errors(), ['Give the desk a name.']);
  await ada.within('section[aria-labelledby=settings-heading]').fill('Name', 'World desk').press('Save settings');
  assert.match(ada.errors().join(), /language tag/);
  await ada.within('section[aria-labelledby=settings-heading]').fill('Language', 'en').press('Save settings');
  assert.equal(ada.heading(), 'World desk');
  await other.within('section[aria-labelledby=settings-heading]').fill('Name', 'Global desk').press('Save settings');
  assert.equal(other.status, 409);
  assert.match(other.text(), /Global desk/);
  assert.match(other.text(), /World desk/);

  await ada.visit('/desks/foreign-desk');
  await ada.within('form[action$="/members"]').fill('Email', 'who@newsroom.example').press('Add member');
  assert.match(ada.errors().join(), /Invite them/);
  await ada.within('form[action$="/members"]').fill('Email', emailOf('emil')).press('Add member');
  assert.match(ada.notice(), /Emil Novak is now a member/);
  await ada.choose('Role of Ben Okafor', 'editor').press('Change role of Ben Okafor');
  assert.match(ada.notice(), /Ben Okafor is an editor now/);
  await ada.press('Remove Emil Novak');
  assert.match(ada.notice(), /no longer a member of this desk/);
  const ben = await desk.signIn('ben');
  await (await ben.visit('/desks/foreign-desk')).press('Remove Ben Okafor');
  assert.equal(ben.path, '/desks');
  assert.match(ben.text(), /You are not on a desk yet/);
});

test('members read the settings, change nothing, and strangers get the 404 of a typo', async () => {
  const [dina, emil] = [await desk.signIn('dina'), await desk.signIn('emil')];
  assert.equal((await dina.visit('/desks/foreign-desk')).status, 200);
  assert.ok(!dina.offers('Save settings') && !dina.offers('Add member') && !dina.body.includes(emailOf('ben')));
  const ben = desk.persons.ben.number;
  const posts: [string, Record<string, string>][] = [
    ['', { name: 'X', time_zone: 'UTC', language: 'en', revision: '1' }],
    ['/members', { email: emailOf('emil'), role: 'guest' }],
    [`/members/${ben}/role`, { role: 'editor' }],
    [`/members/${ben}/removal`, {}],
  ];
  for (const [path, fields] of posts) {
    assert.equal((await dina.send(`/desks/foreign-desk${path}`, fields)).status, 403, path);
    assert.equal((await emil.send(`/desks/foreign-desk${path}`, fields)).status, 404, path);
    assert.match((await (await desk.visitor()).send(`/desks/foreign-desk${path}`, fields)).path, /^\/sign-in/, path);
  }
  assert.equal((await emil.visit('/desks/foreign-desk')).body, (await emil.visit('/desks/no-such-desk')).body);
  assert.deepEqual(await verbsOf(desk.db), []);
});

test('an administrator opens a desk; a taken name keeps what was typed; others may not', async () => {
  const ada = await desk.signIn('ada');
  await ada.visit('/desks');
  await ada.fill('Name', 'weekend DESK').choose('Time zone', 'Asia/Tokyo').fill('Language', 'ja').press('Create desk');
  assert.equal(ada.status, 422);
  assert.deepEqual(
    [ada.value('Name'), ada.value('Time zone'), ada.value('Language')],
    ['weekend DESK', 'Asia/Tokyo', 'ja'],
  );
  await ada.fill('Name', 'Asia desk').press('Create desk');
  assert.equal(ada.path, '/desks/asia-desk');
  const emil = await desk.signIn('emil');
  assert.equal((await emil.send('/desks', { name: 'Mine', time_zone: 'UTC', language: 'en' })).status, 403);
});

test('one’s own account: preferences, a new password that ends other sessions, and sessions to end', async () => {
  const [ben, phone, tablet] = [await desk.signIn('ben'), await desk.signIn('ben'), await desk.signIn('ben')];
  await ben.visit('/me');
  assert.equal(ben.headers['cache-control'], 'no-store');
  await ben
    .fill('Name', '')
    .choose('Theme', 'dark')
    .untick(/Single-letter keys/)
    .press('Save preferences');
  assert.equal(ben.status, 422);
  assert.deepEqual([ben.chosen('Theme'), ben.value(/Single-letter keys/)], [['dark'], '']);
  await ben.fill('Name', 'Ben A. Okafor').press('Save preferences');
  assert.equal(ben.notice(), 'Saved.');
  assert.match(ben.body, /<html lang="en" data-theme="dark">/);
  assert.equal(ben.value(/Single-letter keys/), '');

  assert.equal(ben.all('form button').filter((button) => button.textContent.startsWith('End session')).length, 2);
  await ben.fill('Current password', 'not it').fill('New password', CHOSEN).press('Change password');
  assert.deepEqual(ben.errors(), ['This is not your current password. Nothing was changed.']);
  await ben.fill('Current password', PASSWORD).fill('New password', CHOSEN).press('Change password');
  assert.match(ben.notice(), /other sessions have ended/);
  for (const other of [phone, tablet]) assert.match((await other.visit('/me')).path, /^\/sign-in/);
  assert.ok(!ben.offers('End all other sessions'));
  await phone.signIn(emailOf('ben'), CHOSEN);
  await (await ben.visit('/me')).press('End all other sessions');
  assert.equal(ben.notice(), 'One session has ended.');
  assert.match((await phone.visit('/me')).path, /^\/sign-in/);
});
