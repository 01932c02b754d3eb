// The clock is set while people are at the door: nobody waits for a day, and nothing is open for longer.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import type { Context } from '#src/context.ts';
import { nobodyContext } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { openInvitation } from '#src/people/invitations/accept-commands.ts';
import { invitePerson } from '#src/people/invitations/commands.ts';
import { offerPasswordReset, openReset } from '#src/people/invitations/reset-commands.ts';
import { signIn } from '#src/people/sign-in/commands.ts';
import { countTry } from '#src/people/sign-in/throttle.ts';
import { makeWriterLink, openWriterLink } from '#src/reviews/writer/link-commands.ts';
import { EVENING } from '#tests/support/app.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, openNewsroom, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';

const [MINUTES, HOURS, DAYS] = [60, 3600, 86_400];
const WRONG = 'not what Ben chose at all';

function at(seconds: number): string {
  return new Date(Date.parse(EVENING) + seconds * 1000).toISOString();
}

onEachEngine((engine) => {
  for (const [name, back] of [
    ['ten minutes', 10 * MINUTES],
    ['a day', DAYS],
    ['ten years', 3650 * DAYS],
  ] as const)
    test(`whoever is locked out when the clock is set back by ${name} waits no longer than a quarter of an hour`, async () => {
      const { db, persons } = await openNewsroom(engine);
      const attempt = (password: string, seconds: number) =>
        signIn(nobodyContext(db, at(seconds)), { email: emailOf('ben'), password, address: '192.0.2.7' });
      // As many tries as bring the longest wait.
      let now = 0;
      for (let tries = 0; tries < 10; tries += 1, now += 901) await attempt(WRONG, now);
      now -= 901;
      const locked = await attempt(PASSWORD, now - back);
      assert.equal(locked.person, null);
      const seconds = 'wait_seconds' in locked ? locked.wait_seconds : 0;
      assert.ok(seconds > 0 && seconds <= 900, `${seconds} seconds`);
      const later = await attempt(PASSWORD, now - back + seconds);
      assert.equal(later.person?.id, persons.ben.id);
      assert.equal('wait_seconds' in (await attempt(WRONG, now - back + seconds + 1)), true);
    });

  engine.rule(
    'a place that tried too many links before the clock was set back waits its quarter of an hour, and is then forgotten',
    async () => {
      const { db } = await openNewsroom(engine);
      const attempt = (seconds: number) =>
        countTry(nobodyContext(db, at(seconds)), [{ guessed_at: 'place', name: 'writer 192.0.2.7' }]);
      let now = 0;
      for (let tries = 0; tries < 30; tries += 1, now += 901) await attempt(now);
      now -= 3 * DAYS;
      assert.ok(((await attempt(now))?.wait_seconds ?? 0) <= 900);
      now += 900 + 3600 + 900;
      assert.equal(await attempt(now), null);
      assert.equal(await attempt(now + 1), null, 'the count began anew');
    },
  );

  test('a session goes on when the clock is set back, and outlives its limits by no more than that', async () => {
    const desk = await startNewsroom(engine);
    const ben = await desk.signIn('ben');
    const isIn = async () => !(await ben.visit('/me')).path.startsWith('/sign-in');
    desk.wait(-2 * 24 * 60);
    assert.equal(await isIn(), true, 'nobody is signed out by it');
    desk.wait(2 * 24 * 60 + 12 * 60 - 1);
    assert.equal(await isIn(), true);
    desk.wait(12 * 60);
    assert.equal(await isIn(), false, 'twelve idle hours and the two days');

    await ben.signIn(emailOf('ben'), PASSWORD);
    desk.wait(-60);
    for (let hours = 0; hours < 7 * 24 + 1; hours += 10) {
      assert.equal(await isIn(), true, `after ${hours} hours`);
      desk.wait(10 * 60);
    }
    assert.equal(await isIn(), false, 'seven days and the hour');
    await desk.close();
  });

  engine.rule(
    'links outlive their days by no more than the clock was set back, and work again when it was set forward by mistake',
    async () => {
      const { db, ctxOf, persons, desks } = await openNewsroom(engine);
      const ada = ctxOf('ada', at(0));
      const article = await takeArticleIn(ada, desks.foreign.slug, { headline: 'Trams', body: 'Ten trams ran.' });
      const someone = { email: 'fadi@newsroom.example', display_name: 'Fadi', role: 'guest' as const };
      const invitation = (await invitePerson(ada, { ...someone, desk: '', is_administrator: false })).token;
      const reset = (await offerPasswordReset(ada, persons.ben.number)).token;
      const writer = (await makeWriterLink(ada, article.id, { name: 'Wim', days: 2 })).token;
      const links: [string, number, (ctx: Context) => Promise<unknown>][] = [
        ['an invitation', 7, (ctx) => openInvitation(ctx, invitation)],
        ['a link for a new password', 1, (ctx) => openReset(ctx, reset)],
        ['a link for the writer', 2, (ctx) => openWriterLink(ctx, writer)],
      ];
      for (const [name, days, open] of links) {
        const opens = (seconds: number) =>
          open(nobodyContext(db, at(seconds))).then(
            () => true,
            (error) => {
              assert.ok(error instanceof NotFound);
              return false;
            },
          );
        assert.equal(await opens(30 * DAYS), false, `${name}, the clock set forward by a month`);
        assert.equal(await opens(HOURS), true, `${name}, the clock right again`);
        assert.equal(await opens(-3 * DAYS), true, `${name}, the clock set back`);
        assert.equal(await opens(days * DAYS - 1), true, name);
        assert.equal(await opens(days * DAYS), false, `${name}, its days and those that the clock was set back`);
      }
    },
  );
});
