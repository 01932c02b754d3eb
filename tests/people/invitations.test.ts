// Invitations and links for a new password: who makes them, how long they work, and that they work once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobodyContext } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { acceptInvitation } from '#src/people/invitations/accept-commands.ts';
import { type InvitationInput, invitePerson, withdrawInvitation } from '#src/people/invitations/commands.ts';
import { offerPasswordReset, resetPassword } from '#src/people/invitations/reset-commands.ts';
import { listOpenInvitations } from '#src/people/invitations/store.ts';
import { disablePerson } from '#src/people/persons/commands.ts';
import { signIn } from '#src/people/sign-in/commands.ts';
import { EVENING } from '#tests/support/app.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, type Newsroom, openNewsroom, PASSWORD } from '#tests/support/newsroom.ts';
import { isStored, logOf, verbsOf } from './support.ts';

const CHOSEN = 'seven herons on one leg';
const FADI: InvitationInput = {
  email: 'fadi@newsroom.example',
  display_name: 'Fadi Haddad',
  desk: 'foreign-desk',
  role: 'reviewer',
  is_administrator: false,
};
const JOINING = { display_name: 'Fadi Haddad', password: CHOSEN };

function daysOn(newsroom: Newsroom, days: number) {
  return nobodyContext(newsroom.db, new Date(Date.parse(EVENING) + days * 86_400_000).toISOString());
}

function signInAs(newsroom: Newsroom, email: string, password: string) {
  return signIn(nobodyContext(newsroom.db, EVENING), { email, password, address: '192.0.2.7' });
}

onEachEngine((engine) => {
  engine.rule(
    'the invited person chooses a password and is on the desk; the log names inviter and joiner, no secret',
    async () => {
      const newsroom = await openNewsroom(engine);
      const { token } = await invitePerson(newsroom.ctxOf('ada'), FADI);
      assert.equal(await isStored(newsroom.db, token), false);
      const fadi = await acceptInvitation(daysOn(newsroom, 6.9), token, JOINING);
      const actor = { kind: 'person', id: fadi.id, display_name: fadi.display_name, is_administrator: false } as const;
      const desk = await getDeskBySlug({ db: newsroom.db, actor, at: EVENING }, 'foreign-desk');
      assert.equal(desk.role, 'reviewer');
      assert.equal((await signInAs(newsroom, 'FADI@newsroom.example', CHOSEN)).person?.id, fadi.id);
      const log = await logOf(newsroom.db);
      assert.deepEqual(
        log.map(({ verb, actor }) => `${verb} by ${actor}`),
        [
          `person.invited by person:${newsroom.persons.ada.id}`,
          `person.joined by person:${fadi.id}`,
          `desk.member_added by person:${fadi.id}`,
        ],
      );
      assert.equal(await isStored(newsroom.db, CHOSEN), false);
    },
  );

  test('a link works once, for seven days, and not after it is withdrawn', async () => {
    const newsroom = await openNewsroom(engine);
    const { token: used } = await invitePerson(newsroom.ctxOf('ada'), FADI);
    await acceptInvitation(daysOn(newsroom, 0), used, JOINING);
    const { token: old } = await invitePerson(newsroom.ctxOf('ada'), { ...FADI, email: 'gita@newsroom.example' });
    const { token: withdrawn } = await invitePerson(newsroom.ctxOf('ada'), { ...FADI, email: 'hal@newsroom.example' });
    const hal = (await listOpenInvitations(newsroom.ctxOf('ada'))).find(({ email }) => email.startsWith('hal'));
    await withdrawInvitation(newsroom.ctxOf('ada'), hal?.id ?? '');
    await withdrawInvitation(newsroom.ctxOf('ada'), hal?.id ?? '');
    await assert.rejects(acceptInvitation(daysOn(newsroom, 0), used, JOINING), NotFound);
    await assert.rejects(acceptInvitation(daysOn(newsroom, 7), old, JOINING), NotFound);
    await assert.rejects(acceptInvitation(daysOn(newsroom, 0), withdrawn, JOINING), NotFound);
    await assert.rejects(acceptInvitation(daysOn(newsroom, 0), 'made-up', JOINING), NotFound);
    const withdrawals = (await verbsOf(newsroom.db)).filter((verb) => verb === 'person.invitation_withdrawn');
    assert.equal(withdrawals.length, 1, 'withdrawing again is no second withdrawal');
  });

  test('two who open one link at once become one person', async () => {
    const newsroom = await openNewsroom(engine);
    const { token } = await invitePerson(newsroom.ctxOf('ada'), FADI);
    const both = [
      acceptInvitation(daysOn(newsroom, 0), token, JOINING),
      acceptInvitation(daysOn(newsroom, 0), token, JOINING),
    ];
    const results = await Promise.allSettled(both);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  engine.rule(
    'an editor invites to the own desk only; reviewers and guests to none; nobody makes administrators but one',
    async () => {
      const newsroom = await openNewsroom(engine);
      const emil = newsroom.ctxOf('emil');
      await assert.rejects(invitePerson(emil, FADI), NotFound);
      await assert.rejects(invitePerson(emil, { ...FADI, desk: '' }), RuleBroken);
      await assert.rejects(invitePerson(emil, { ...FADI, desk: 'weekend-desk', is_administrator: true }), Forbidden);
      await invitePerson(emil, { ...FADI, desk: 'weekend-desk' });
      for (const name of ['ben', 'dina'] as const)
        await assert.rejects(invitePerson(newsroom.ctxOf(name), { ...FADI, email: 'x@y.example' }), Forbidden);
      await assert.rejects(invitePerson(daysOn(newsroom, 0), FADI), NotFound);
    },
  );

  engine.rule('an editor sees and withdraws the invitations of the own desk, an administrator all', async () => {
    const newsroom = await openNewsroom(engine);
    await invitePerson(newsroom.ctxOf('ada'), FADI);
    const [invitation] = await listOpenInvitations(newsroom.ctxOf('ada'));
    assert.deepEqual(await listOpenInvitations(newsroom.ctxOf('emil')), []);
    await assert.rejects(withdrawInvitation(newsroom.ctxOf('emil'), invitation?.id ?? ''), NotFound);
    await assert.rejects(withdrawInvitation(newsroom.ctxOf('ben'), invitation?.id ?? ''), NotFound);
    await invitePerson(newsroom.ctxOf('emil'), { ...FADI, email: 'gita@newsroom.example', desk: 'weekend-desk' });
    assert.equal((await listOpenInvitations(newsroom.ctxOf('ada'))).length, 2);
    assert.equal((await listOpenInvitations(newsroom.ctxOf('emil'))).length, 1);
  });

  engine.rule('an address that signs in, or is invited, is not invited again', async () => {
    const newsroom = await openNewsroom(engine);
    await assert.rejects(
      invitePerson(newsroom.ctxOf('ada'), { ...FADI, email: 'EMIL@newsroom.example' }),
      /Emil Novak already signs in/,
    );
    await invitePerson(newsroom.ctxOf('ada'), FADI);
    await assert.rejects(
      invitePerson(newsroom.ctxOf('ada'), { ...FADI, email: 'Fadi@Newsroom.example' }),
      /invited already/,
    );
    assert.deepEqual(await verbsOf(newsroom.db), ['person.invited']);
  });

  test('a link for a new password works once for a day, ends all sessions, and forgets wrong tries', async () => {
    const newsroom = await openNewsroom(engine);
    const { ben } = newsroom.persons;
    const { token } = await offerPasswordReset(newsroom.ctxOf('ada'), ben.number);
    assert.ok((await signInAs(newsroom, emailOf('ben'), PASSWORD)).person, 'the old password works until then');
    for (let tries = 0; tries < 6; tries += 1) await signInAs(newsroom, emailOf('ben'), 'wrong');
    await newsroom.db
      .insertInto('session')
      .values({
        id_hash: 'x',
        person_id: ben.id,
        data: '{}',
        created_at: EVENING,
        seen_at: EVENING,
        expires_at: '2027',
      })
      .execute();
    await assert.rejects(resetPassword(daysOn(newsroom, 0.5), token, { password: 'short' }), RuleBroken);
    assert.equal(await resetPassword(daysOn(newsroom, 0.5), token, { password: CHOSEN }), ben.id);
    assert.deepEqual(await newsroom.db.selectFrom('session').selectAll().execute(), []);
    assert.equal((await signInAs(newsroom, emailOf('ben'), PASSWORD)).person, null);
    assert.ok((await signInAs(newsroom, emailOf('ben'), CHOSEN)).person);
    await assert.rejects(resetPassword(daysOn(newsroom, 0.5), token, { password: CHOSEN }), NotFound);
    assert.deepEqual(await verbsOf(newsroom.db), ['person.reset_offered', 'person.password_changed']);
    assert.equal(await isStored(newsroom.db, token), false);
  });

  engine.rule(
    'of two links for a new password the later one works, for a day; none for whoever is disabled',
    async () => {
      const newsroom = await openNewsroom(engine);
      const { number } = newsroom.persons.ben;
      const { token: first } = await offerPasswordReset(newsroom.ctxOf('ada'), number);
      const { token: second } = await offerPasswordReset(newsroom.ctxOf('ada'), number);
      await assert.rejects(resetPassword(daysOn(newsroom, 0), first, { password: CHOSEN }), NotFound);
      await assert.rejects(resetPassword(daysOn(newsroom, 1), second, { password: CHOSEN }), NotFound);
      await disablePerson(newsroom.ctxOf('ada'), number);
      await assert.rejects(resetPassword(daysOn(newsroom, 0), second, { password: CHOSEN }), NotFound);
      await assert.rejects(offerPasswordReset(newsroom.ctxOf('ada'), number), RuleBroken);
      await assert.rejects(offerPasswordReset(newsroom.ctxOf('emil'), number), Forbidden);
      await assert.rejects(offerPasswordReset(newsroom.ctxOf('ada'), 4711), NotFound);
    },
  );
});
