// The door as people without JavaScript use it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { disablePerson } from '#src/people/persons/commands.ts';
import { localPath } from '#src/people/require-person.ts';
import { emailOf, type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

test('whoever opens a page first signs in and then sees that page', async () => {
  const ben = await desk.visitor();
  await ben.visit('/desks/foreign-desk?from=mail');
  assert.match(ben.path, /^\/sign-in\?to=/);
  await ben.fill('Email', emailOf('ben')).fill('Password', PASSWORD).press('Sign in');
  assert.equal(ben.path, '/desks/foreign-desk?from=mail');
  assert.equal((await ben.visit('/sign-in')).path, '/', 'who is in need not sign in');
});

test('after signing in nobody is led away from the desk', async () => {
  for (const away of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'me',
    '/.//evil.example',
    '/a/..//evil.example',
  ])
    assert.ok(['/', '/evil.example'].includes(localPath(away)), away);
  assert.equal(localPath('/articles/1?claim=4'), '/articles/1?claim=4');
  const ben = await desk.visitor();
  await ben.visit('/sign-in?to=https://evil.example/');
  await ben.fill('Email', emailOf('ben')).fill('Password', PASSWORD).press('Sign in');
  assert.equal(ben.path, '/');
});

test('a wrong password is answered in words, the address kept, the password not', async () => {
  const dina = await desk.visitor();
  await dina.visit('/sign-in?to=/desks');
  await dina.fill('Email', emailOf('dina')).fill('Password', 'not the one').press('Sign in');
  assert.equal(dina.status, 422);
  assert.match(dina.errors().join(), /email or the password is wrong/);
  assert.equal(dina.value('Email'), emailOf('dina'));
  assert.ok(!dina.body.includes('not the one'));
  await dina.fill('Password', PASSWORD).press('Sign in');
  assert.equal(dina.path, '/desks', 'the page that was wanted is still known');
});

test('an empty form says what to fill in', async () => {
  const someone = await desk.visitor();
  await (await someone.visit('/sign-in')).press('Sign in');
  assert.equal(someone.status, 422);
  assert.deepEqual(someone.errors(), ['Write the email address that you sign in with.', 'Type your password.']);
});

test('too many tries are answered with how long to wait', async () => {
  const someone = await desk.visitor();
  for (let tries = 0; tries < 4; tries += 1) {
    await someone.visit('/sign-in');
    await someone.fill('Email', 'nobody@newsroom.example').fill('Password', 'guess').press('Sign in');
  }
  assert.equal(someone.status, 429);
  assert.equal(someone.headers['retry-after'], '2');
  assert.match(someone.text(), /Wait 2 seconds/);
  assert.equal(someone.headers['cache-control'], 'no-store');
});

test('signing in changes the session, signing out ends it and clears what the browser kept', async () => {
  const cleo = await desk.signIn('cleo');
  const first = cleo.cookies.get('claimdesk') as string;
  await cleo.send('/sign-in', { email: emailOf('cleo'), password: PASSWORD });
  assert.notEqual(cleo.cookies.get('claimdesk'), first);
  const second = cleo.cookies.get('claimdesk') as string;
  await (await cleo.visit('/me')).press('Sign out');
  assert.equal(cleo.path, '/sign-in');
  for (const old of [first, second]) {
    const again = await desk.visitor();
    again.cookies.set('claimdesk', old);
    assert.match((await again.visit('/me')).path, /^\/sign-in/);
  }
  const twice = await cleo.send('/sign-out', {});
  assert.equal(twice.path, '/sign-in', 'signing out again is harmless');
});

test('the answer to signing out tells the browser to forget the pages', async () => {
  const cleo = await desk.signIn('cleo');
  const { default: request } = await import('supertest');
  const answer = await request(desk.app)
    .post('/sign-out')
    .set('Sec-Fetch-Site', 'same-origin')
    .set('Cookie', `claimdesk=${cleo.cookies.get('claimdesk')}`);
  assert.equal(answer.headers['clear-site-data'], '"cache"');
  assert.equal(answer.status, 303);
});

test('a forged sign-in from another site is refused', async () => {
  const someone = await desk.visitor();
  const fields = { email: emailOf('ben'), password: PASSWORD };
  await someone.send('/sign-in', fields, { 'Sec-Fetch-Site': 'cross-site' });
  assert.equal(someone.status, 403);
  assert.equal(someone.cookies.size, 0);
});

test('somebody who is disabled while at work is out with the next click', async () => {
  const emil = await desk.signIn('emil');
  await disablePerson(desk.ctxOf('ada'), desk.persons.emil.number);
  assert.match((await emil.visit('/desks')).path, /^\/sign-in/);
  await emil.fill('Email', emailOf('emil')).fill('Password', PASSWORD).press('Sign in');
  assert.match(emil.errors().join(), /email or the password is wrong/);
});
