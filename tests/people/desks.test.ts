// Desks and their members: what a new desk has, who changes it, and that it never loses its last editor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { desksWhereMayTakeIn, getDeskBySlug, listDesksOf, listDesksToManage } from '#src/people/desk-store.ts';
import { changeDesk, openDesk } from '#src/people/desks/commands.ts';
import { readLanguage, readTimeZone, slugFrom } from '#src/people/desks/desk.ts';
import { addMember, changeMemberRole, removeMember } from '#src/people/desks/member-commands.ts';
import { listMembers } from '#src/people/member-store.ts';
import { disablePerson } from '#src/people/persons/commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { logOf, verbsOf } from './support.ts';

const SPORTS = { name: 'Sports & Games', time_zone: 'Asia/Kabul', language: 'ps' };
const FOREIGN = { name: 'Foreign desk', time_zone: 'Asia/Kabul', language: 'en', method: '', revision: 1 };

async function rolesOn(newsroom: Newsroom, desk: 'foreign' | 'weekend'): Promise<Record<string, string>> {
  const members = await listMembers(newsroom.db, newsroom.desks[desk].id);
  return Object.fromEntries(members.map(({ display_name, role }) => [display_name.split(' ')[0], role]));
}

onEachEngine((engine) => {
  engine.rule('each finds the own desks with the role there, and no other', async () => {
    const newsroom = await openNewsroom(engine);
    const slugs = async (name: 'ada' | 'dina' | 'emil') =>
      (await listDesksOf(newsroom.ctxOf(name))).map(({ slug, role }) => `${slug}: ${role}`);
    assert.deepEqual(await slugs('ada'), ['foreign-desk: editor']);
    assert.deepEqual(await slugs('dina'), ['foreign-desk: guest']);
    assert.deepEqual(await slugs('emil'), ['weekend-desk: editor']);
    assert.deepEqual(await desksWhereMayTakeIn(newsroom.ctxOf('dina')), []);
    await assert.rejects(getDeskBySlug(newsroom.ctxOf('ada'), 'weekend-desk'), NotFound, 'administrators too');
    await assert.rejects(getDeskBySlug(newsroom.ctxOf('emil'), 'foreign-desk'), NotFound);
    const operators = await listDesksOf(newsroom.operator);
    assert.deepEqual(
      operators.map(({ role }) => role),
      ['operator', 'operator'],
    );
    assert.deepEqual(
      (await listDesksToManage(newsroom.ctxOf('ada'))).map(({ role }) => role),
      ['editor', null],
    );
  });

  engine.rule('an administrator opens a desk with seven verdicts and is its first editor', async () => {
    const newsroom = await openNewsroom(engine);
    const desk = await openDesk(newsroom.ctxOf('ada'), SPORTS);
    assert.equal(desk.slug, 'sports-games');
    assert.equal((await getDeskBySlug(newsroom.ctxOf('ada'), 'sports-games')).role, 'editor');
    const verdicts = await listVerdicts(newsroom.db, desk.id);
    assert.deepEqual(
      verdicts.map(({ mark, desk_label, public_label }) => `${mark} ${desk_label} / ${public_label}`),
      [
        '✓ OK / Confirmed',
        '± OK with fix / Corrected',
        '⇄ accounts differ / Disputed',
        '△ needs context / Missing context',
        '✕ wrong / False',
        '∅ can’t stand up / Not supported',
        '✎ on author / Author’s own reporting',
      ],
    );
    assert.deepEqual((await verbsOf(newsroom.db)).sort(), ['desk.member_added', 'desk.opened']);
    await assert.rejects(
      openDesk(newsroom.ctxOf('ada'), { ...SPORTS, name: 'sports  & GAMES' }),
      /already has this name/,
    );
    await assert.rejects(openDesk(newsroom.ctxOf('emil'), { ...SPORTS, name: 'Another' }), Forbidden);
    const same = await openDesk(newsroom.ctxOf('ada'), { ...SPORTS, name: 'Sports: games!' });
    assert.equal(same.slug, 'sports-games-2');
  });

  engine.rule('an editor changes the settings, and the log keeps what was and what is', async () => {
    const newsroom = await openNewsroom(engine);
    const change = { ...FOREIGN, name: 'World desk', language: 'en-gb' };
    const desk = await changeDesk(newsroom.ctxOf('ada'), 'foreign-desk', change);
    assert.equal(desk.slug, 'foreign-desk', 'links go on working');
    const [entry] = await logOf(newsroom.db);
    assert.deepEqual(entry?.before, { name: 'Foreign desk', language: 'en' });
    assert.deepEqual(entry?.after, { name: 'World desk', language: 'en-GB' });
    assert.equal(entry?.chain, newsroom.desks.foreign.id);
    await changeDesk(newsroom.ctxOf('ada'), 'foreign-desk', change);
    assert.equal((await verbsOf(newsroom.db)).length, 1, 'the same again changes nothing');
  });

  engine.rule('settings saved from an old page are refused with both texts', async () => {
    const newsroom = await openNewsroom(engine);
    await changeDesk(newsroom.ctxOf('ada'), 'foreign-desk', { ...FOREIGN, method: 'Two first sources.' });
    const stale = changeDesk(newsroom.ctxOf('ada'), 'foreign-desk', { ...FOREIGN, method: 'One is enough.' });
    await assert.rejects(stale, (error: StaleEdit) => {
      assert.ok(error instanceof StaleEdit);
      assert.deepEqual([error.yours.method, error.theirs.method], ['One is enough.', 'Two first sources.']);
      return true;
    });
  });

  engine.rule('reviewers and guests change nothing, and strangers find no desk', async () => {
    const newsroom = await openNewsroom(engine);
    const { ben } = newsroom.persons;
    for (const name of ['ben', 'dina'] as const) {
      const ctx = newsroom.ctxOf(name);
      await assert.rejects(changeDesk(ctx, 'foreign-desk', { ...FOREIGN, method: 'x' }), Forbidden);
      await assert.rejects(addMember(ctx, 'foreign-desk', { email: emailOf('emil'), role: 'guest' }), Forbidden);
      await assert.rejects(changeMemberRole(ctx, 'foreign-desk', { number: ben.number, role: 'editor' }), Forbidden);
      await assert.rejects(removeMember(ctx, 'foreign-desk', ben.number), Forbidden);
    }
    const emil = newsroom.ctxOf('emil');
    await assert.rejects(changeDesk(emil, 'foreign-desk', { ...FOREIGN, method: 'x' }), NotFound);
    await assert.rejects(addMember(emil, 'foreign-desk', { email: emailOf('emil'), role: 'editor' }), NotFound);
    await assert.rejects(removeMember(emil, 'foreign-desk', ben.number), NotFound);
    assert.deepEqual(await verbsOf(newsroom.db), []);
  });

  engine.rule('an administrator who is no member manages a desk, and is still no member', async () => {
    const newsroom = await openNewsroom(engine);
    await addMember(newsroom.ctxOf('ada'), 'weekend-desk', { email: emailOf('ben'), role: 'reviewer' });
    assert.deepEqual(await rolesOn(newsroom, 'weekend'), { Ben: 'reviewer', Emil: 'editor' });
    await assert.rejects(getDeskBySlug(newsroom.ctxOf('ada'), 'weekend-desk'), NotFound);
  });

  test('members are added by address, change role and leave; doing so twice is once', async () => {
    const newsroom = await openNewsroom(engine);
    const ada = newsroom.ctxOf('ada');
    const { ben, emil } = newsroom.persons;
    // Of whoever never was a member nobody learns the name by a number.
    await assert.rejects(removeMember(ada, 'foreign-desk', emil.number), NotFound);
    await assert.rejects(changeMemberRole(ada, 'foreign-desk', { number: emil.number, role: 'guest' }), NotFound);
    await addMember(ada, 'foreign-desk', { email: ' Emil@Newsroom.Example', role: 'guest' });
    await assert.rejects(
      addMember(ada, 'foreign-desk', { email: emailOf('emil'), role: 'editor' }),
      /a member already/,
    );
    await assert.rejects(
      addMember(ada, 'foreign-desk', { email: 'new@newsroom.example', role: 'guest' }),
      /Invite them/,
    );
    await changeMemberRole(ada, 'foreign-desk', { number: ben.number, role: 'editor' });
    await changeMemberRole(ada, 'foreign-desk', { number: ben.number, role: 'editor' });
    await removeMember(ada, 'foreign-desk', emil.number);
    await removeMember(ada, 'foreign-desk', emil.number);
    await assert.rejects(changeMemberRole(ada, 'foreign-desk', { number: emil.number, role: 'guest' }), RuleBroken);
    await assert.rejects(removeMember(ada, 'foreign-desk', 4711), NotFound);
    assert.deepEqual(await rolesOn(newsroom, 'foreign'), {
      Ada: 'editor',
      Ben: 'editor',
      Cleo: 'reviewer',
      Dina: 'guest',
      Frida: 'legal',
    });
    assert.deepEqual(await verbsOf(newsroom.db), [
      'desk.member_added',
      'desk.member_role_changed',
      'desk.member_removed',
    ]);
  });

  engine.rule('the last editor of a desk stays, and a disabled one does not count', async () => {
    const newsroom = await openNewsroom(engine);
    const ada = newsroom.ctxOf('ada');
    const { number } = newsroom.persons.ada;
    await assert.rejects(removeMember(ada, 'foreign-desk', number), /only editor of Foreign desk/);
    await assert.rejects(changeMemberRole(ada, 'foreign-desk', { number, role: 'guest' }), /only editor/);
    await changeMemberRole(ada, 'foreign-desk', { number: newsroom.persons.ben.number, role: 'editor' });
    await disablePerson(ada, newsroom.persons.ben.number);
    await assert.rejects(removeMember(ada, 'foreign-desk', number), /only editor/);
    await changeMemberRole(ada, 'foreign-desk', { number: newsroom.persons.cleo.number, role: 'editor' });
    await removeMember(ada, 'foreign-desk', number);
    assert.equal((await rolesOn(newsroom, 'foreign')).Ada, undefined);
  });

  test('two editors who take each other off at once leave one', async () => {
    const newsroom = await openNewsroom(engine);
    const { ada, ben } = newsroom.persons;
    await changeMemberRole(newsroom.ctxOf('ada'), 'foreign-desk', { number: ben.number, role: 'editor' });
    await Promise.allSettled([
      removeMember(newsroom.ctxOf('ada'), 'foreign-desk', ben.number),
      removeMember(newsroom.ctxOf('ben'), 'foreign-desk', ada.number),
    ]);
    const editors = Object.values(await rolesOn(newsroom, 'foreign')).filter((role) => role === 'editor');
    assert.equal(editors.length, 1);
  });
});

test('time zones and languages are taken in any capitals, and refused where there are none', () => {
  assert.equal(readTimeZone('asia/kabul'), 'Asia/Kabul');
  assert.equal(readTimeZone('Asia/Kolkata'), 'Asia/Kolkata');
  assert.equal(readTimeZone('utc'), 'UTC');
  for (const bad of ['', 'Kabul', '+04:30', 'Mars/Olympus']) assert.throws(() => readTimeZone(bad), /time zone/);
  assert.equal(readLanguage('FA-af'), 'fa-AF');
  for (const bad of ['', 'English language', 'e']) assert.throws(() => readLanguage(bad), /language tag/);
});

test('a slug is made of whatever name', () => {
  assert.equal(slugFrom('Ausland & Société'), 'ausland-societe');
  assert.equal(slugFrom('خارجی'), 'desk');
  assert.equal(slugFrom(`${'long '.repeat(30)}`), 'long-'.repeat(12).slice(0, 59));
});
