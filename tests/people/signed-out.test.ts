// Signed out: the sign-in page says why, and what was typed meanwhile is sent when somebody is in again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { offerPasswordReset } from '#src/people/invitations/reset-commands.ts';
import { disablePerson, enablePerson, givePassword } from '#src/people/persons/commands.ts';
import { noteSecurityEvent } from '#src/people/sign-in/security-events.ts';
import { emailOf, type NewsroomDesk, PASSWORD, type PersonName, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';

const CHOSEN = 'seven herons on one leg';
const [HOUR, DAY] = [60, 24 * 60];

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
  const article = { headline: 'Trams', body: 'Ten trams ran. Nine came back.' };
  await takeArticleIn(desk.ctxOf('ada'), desk.desks.foreign.slug, article);
});
after(() => desk.close());

/** What the page says above the form when this visitor comes back. */
async function saidTo(visitor: Visitor): Promise<string> {
  await visitor.visit('/articles/1');
  assert.match(visitor.path, /^\/sign-in\?to=/);
  return visitor
    .all('main .notice')
    .map((one) => one.textContent.trim())
    .join(' ');
}

async function setClock(minutes: number): Promise<void> {
  desk.wait(minutes);
  const detail = `${minutes * 60} seconds forward`;
  await noteSecurityEvent(desk.db, { at: desk.at, kind: 'clock.jumped', detail });
}

test('a stranger, and whoever signed out, sees the form alone', async () => {
  assert.equal(await saidTo(await desk.visitor()), '');
  const ben = await desk.signIn('ben');
  await (await ben.visit('/me')).press('Sign out');
  assert.equal(await saidTo(ben), '');
});

test('somebody who did nothing for twelve hours reads that, also when the row was swept', async () => {
  const [ben, cleo] = [await desk.signIn('ben'), await desk.signIn('cleo')];
  desk.wait(12 * HOUR + 1);
  assert.equal(await saidTo(ben), 'You were signed out because you were inactive for twelve hours.');
  await desk.signIn('ada');
  assert.equal(await saidTo(cleo), 'You were signed out because you were inactive for twelve hours.');
  await cleo.fill('Email', emailOf('cleo')).fill('Password', PASSWORD).press('Sign in');
  assert.equal(cleo.path, '/articles/1', 'and is led back');
});

test('somebody who was busy for a week reads that a session lasts no longer', async () => {
  const ben = await desk.signIn('ben');
  for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
    desk.wait(6 * HOUR);
    assert.equal((await ben.visit('/articles/1')).path, '/articles/1');
  }
  desk.wait(6 * HOUR);
  assert.equal(await saidTo(ben), 'You were signed out because a session lasts seven days at most.');
});

test('a session that was ended from another one says so', async () => {
  const [ben, phone] = [await desk.signIn('ben'), await desk.signIn('ben')];
  await (await ben.visit('/me')).press('End all other sessions');
  assert.equal(await saidTo(phone), 'You were signed out because this session was ended from another one of yours.');
});

test('a new password says so at every other session, whoever set it and how', async () => {
  const said = 'You were signed out because your password was changed. Sign in with the new one.';
  const [cleo, phone] = [await desk.signIn('cleo'), await desk.signIn('cleo')];
  await (await cleo.visit('/me'))
    .fill('Current password', PASSWORD)
    .fill('New password', CHOSEN)
    .press('Change password');
  assert.equal(await saidTo(phone), said);
  await givePassword(desk.ctx(), desk.persons.cleo, PASSWORD);
  assert.equal(await saidTo(cleo), said);
  await cleo.signIn(emailOf('cleo'), PASSWORD);
  const { token } = await offerPasswordReset(desk.ctxOf('ada'), desk.persons.cleo.number);
  const elsewhere = await desk.visitor();
  await (await elsewhere.visit(`/reset/${token}`)).fill('New password', CHOSEN).press('Save and sign in');
  assert.equal(await saidTo(cleo), said);
  await givePassword(desk.ctx(), desk.persons.cleo, PASSWORD);
});

test('somebody whom an administrator disabled reads that', async () => {
  const dina = await desk.signIn('dina');
  await disablePerson(desk.ctxOf('ada'), desk.persons.dina.number);
  assert.equal(await saidTo(dina), 'You were signed out because an administrator disabled your account.');
  await enablePerson(desk.ctxOf('ada'), desk.persons.dina.number);
});

test('a session that the desk knows nothing of any more is over, and nothing is made up', async () => {
  const ben = await desk.signIn('ben');
  await desk.db.deleteFrom('session').where('person_id', '=', desk.persons.ben.id).execute();
  assert.equal(await saidTo(ben), 'Your session has ended.');
  ben.cookies.set('claimdesk', 's%3Amade-up.signature');
  assert.equal(await saidTo(ben), '');
});

test('where the clock was set forward, it was the clock; where the time would have been over anyhow, it was not', async () => {
  const ben = await desk.signIn('ben');
  await setClock(2 * DAY);
  assert.equal(
    await saidTo(ben),
    'The clock of the desk’s machine was set forward by 2 days, and that ended your session.',
  );
  await ben.signIn(emailOf('ben'), PASSWORD);
  await setClock(3 * HOUR);
  desk.wait(12 * HOUR + 1);
  assert.match(await saidTo(ben), /you were inactive for twelve hours/);
  await ben.signIn(emailOf('ben'), PASSWORD);
  await setClock(3 * HOUR);
  desk.wait(10 * HOUR);
  assert.match(await saidTo(ben), /set forward by 3 hours/);
});

test('where jumps of the clock used up the week, it was the clock, too', async () => {
  const cleo = await desk.signIn('cleo');
  for (let halves = 0; halves < 8; halves += 1) {
    await setClock(11 * HOUR);
    assert.equal((await cleo.visit('/articles/1')).path, '/articles/1');
    desk.wait(10 * HOUR);
    if (halves < 7) assert.equal((await cleo.visit('/articles/1')).path, '/articles/1');
  }
  assert.match(await saidTo(cleo), /^The clock of the desk’s machine was set forward by 4 days, and/);
});

async function typeAndBeSignedOut(name: PersonName): Promise<Visitor> {
  const visitor = await desk.signIn(name);
  await visitor.visit('/articles/1/queries');
  desk.wait(13 * HOUR);
  await visitor.within('#ask').fill('Question', 'Which “ten”?\n\nThe timetable says <nine>.').press('Send query');
  return visitor;
}

test('what was typed when the session ended is kept by the page, and sent when somebody is in again', async () => {
  const ben = await typeAndBeSignedOut('ben');
  assert.equal(ben.status, 403);
  assert.match(ben.text(), /you were inactive for twelve hours/);
  assert.match(ben.text(), /What you sent was not stored, but it is not lost/);
  assert.equal(ben.headers['cache-control'], 'no-store');
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben.fill('Email', emailOf('ben')).fill('Password', 'a wrong one').press('Sign in');
  assert.equal(ben.status, 422);
  assert.match(ben.text(), /is not lost/, 'a wrong password does not lose it either');
  await ben.fill('Password', PASSWORD).press('Sign in');
  assert.match(ben.text(), /Which “ten”\?/);
  assert.match(ben.text(), /The timetable says <nine>/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben.press('Send form again');
  assert.equal(ben.status, 200);
  assert.match(ben.path, /^\/articles\/1\/queries/);
  const asked = await desk.db.selectFrom('query').select('question').execute();
  assert.deepEqual(asked, [{ question: 'Which “ten”?\n\nThe timetable says <nine>.' }]);
});

test('somebody else who signs in at that browser is shown none of it', async () => {
  const ben = await typeAndBeSignedOut('ben');
  await ben.fill('Email', emailOf('cleo')).fill('Password', PASSWORD).press('Sign in');
  assert.equal(ben.path, '/articles/1/queries');
  assert.ok(!ben.offers('Send form again'));
  assert.equal((await desk.db.selectFrom('query').select('id').execute()).length, 1, 'nothing was asked in her name');
});

test('it is offered to whoever typed it, and to nobody else, whosever cookie the browser holds meanwhile', async () => {
  const [one, other] = [await typeAndBeSignedOut('ben'), await typeAndBeSignedOut('ben')];
  const cleos_tab = await desk.signIn('cleo');
  for (const tab of [one, other]) tab.cookies.set('claimdesk', cleos_tab.cookies.get('claimdesk') ?? '');
  await one.fill('Email', emailOf('cleo')).fill('Password', PASSWORD).press('Sign in');
  assert.equal(one.path, '/articles/1/queries');
  assert.ok(!one.offers('Send form again'));
  await other.fill('Email', emailOf('ben')).fill('Password', PASSWORD).press('Sign in');
  assert.ok(other.offers('Send form again'));
});

test('what carries no sign of whose it is, or was changed on its way, is offered to nobody', async () => {
  const sent = { action: '/articles/1/queries', fields: { question: 'Which ten?' }, had_files: false };
  const signed = JSON.parse(
    String((await typeAndBeSignedOut('ben')).all('input[name=kept]')[0]?.getAttribute('value')),
  );
  for (const kept of [
    sent,
    { ...sent, seal: '' },
    { ...signed, ...sent },
    { ...signed, action: '/articles/2/queries' },
  ]) {
    const ben = await desk.visitor();
    await ben.send('/sign-in', { email: emailOf('ben'), password: PASSWORD, kept: JSON.stringify(kept) });
    assert.equal(ben.path, '/');
    assert.ok(!ben.offers('Send form again'));
  }
});

test('where the desk does not know any more whose session it was, it says that nothing is kept', async () => {
  const ben = await desk.signIn('ben');
  await ben.visit('/articles/1/queries');
  await desk.db.deleteFrom('session').where('person_id', '=', desk.persons.ben.id).execute();
  await ben.within('#ask').fill('Question', 'Which ten?').press('Send query');
  assert.equal(ben.status, 403);
  assert.match(ben.text(), /Your session has ended\. .*go back/i);
  assert.doesNotMatch(ben.body, /Which ten\?/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben.fill('Email', emailOf('ben')).fill('Password', PASSWORD).press('Sign in');
  assert.equal(ben.path, '/articles/1/queries');
});

test('a script that sends for somebody who is signed out is led to the sign-in page, and keeps what it has', async () => {
  const ben = await desk.signIn('ben');
  desk.wait(13 * HOUR);
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' };
  await ben.send('/articles/1/queries', { question: 'Which ten?', to_whom: 'writer' }, headers);
  assert.match(ben.path, /^\/sign-in/);
});

test('a whole article that was typed is not lost; a stranger’s large body is refused', async () => {
  const ben = await desk.signIn('ben');
  await ben.visit('/articles/new');
  desk.wait(13 * HOUR);
  // More than a stranger may send, in few words: those are read.
  const body = `It was a quiet evening at the depot, ${'o'.repeat(1_000)}.\n\n`.repeat(110);
  await ben.fill('Headline', 'A long one').fill('Text', body).press('Add article');
  assert.equal(ben.status, 403);
  await ben.fill('Email', emailOf('ben')).fill('Password', PASSWORD).press('Sign in');
  await ben.press('Send form again');
  assert.match(ben.path, /^\/articles\/\d+/);
  assert.match(ben.text(), /A long one/);
  assert.equal((await (await desk.visitor()).send('/sign-in', { kept: body + body })).status, 413);
});

test('a password is never carried along', async () => {
  const ben = await desk.signIn('ben');
  await ben.visit('/me');
  desk.wait(13 * HOUR);
  await ben.fill('Current password', PASSWORD).fill('New password', CHOSEN).press('Change password');
  assert.ok(!ben.body.includes(CHOSEN) && !ben.body.includes(PASSWORD));
});
