// Profiles of a desk, as editors make and change them on its pages, and what others get to see of that.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { url } from '#src/paths.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { keySortsIn } from '#src/people/profiles/profile.ts';
import { findProfileByName, listProfiles, type Profile } from '#src/people/profiles/store.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { logOf, verbsOf } from './support.ts';

const slug = 'foreign-desk';

onSqlite((engine) => {
  const opened: NewsroomDesk[] = [];
  const start = async () => {
    const desk = await startNewsroom(engine);
    opened.push(desk);
    const profile = async (name: string) => (await findProfileByName(desk.db, desk.desks.foreign.id, name)) as Profile;
    const at = async (name: string) => url('desk_profile', { slug, profile: (await profile(name)).id });
    return { desk, profile, at };
  };
  after(() => Promise.all(opened.map((desk) => desk.close())));

  test('every desk has four profiles from its first day, and Daily is the default', async () => {
    const { desk } = await start();
    const { id } = await openDesk(desk.ctxOf('ada'), { name: 'Sports', time_zone: 'UTC', language: 'en' });
    for (const desk_id of [id, desk.desks.foreign.id, desk.desks.weekend.id]) {
      const profiles = await listProfiles(desk.db, [desk_id]);
      assert.deepEqual(
        profiles.map(({ name, is_default }) => `${name}${is_default ? ', default' : ''}`),
        ['Breaking', 'Daily, default', 'Feature', 'Investigation'],
      );
      assert.deepEqual(keySortsIn(profiles[0] as Profile), ['headline', 'casualties', 'accusations', 'legal']);
    }
  });

  test('an editor makes a profile that begins like the default, and the log names it', async () => {
    const { desk, profile } = await start();
    const ada = await desk.visitor('ada');
    await ada.visit(url('desk', { slug }));
    await ada.follow('Add profile');
    assert.match(ada.value('A number'), /Who counted/);
    await ada.fill('Name', ' Fact box ').untick('Money').untick('Health').fill('A date', 'Of which calendar?');
    await ada.press('Create profile');
    assert.equal(ada.path, url('desk', { slug }));
    assert.match(ada.notice(), /^Fact box is created/);
    const made = await profile('fact BOX');
    assert.deepEqual(keySortsIn(made), ['headline', 'casualties', 'accusations', 'legal']);
    assert.deepEqual([made.checklist_date, made.position, made.is_default], ['Of which calendar?', 5, 0]);
    const [entry] = await logOf(desk.db);
    assert.deepEqual([entry?.verb, entry?.chain], ['profile.made', desk.desks.foreign.id]);
    assert.match(JSON.stringify(entry?.after), /"name":"Fact box"/);
  });

  test('a profile is changed once, whoever saves second gets both texts, and the same again changes nothing', async () => {
    const { desk, profile, at } = await start();
    const path = await at('Feature');
    const [ada, late] = [await desk.visitor('ada'), await desk.visitor('ada')];
    await late.visit(path);
    await ada.visit(path);
    await ada.tick('Money').fill('A place', 'Has the writer been there?').press('Save profile');
    assert.match(ada.notice(), /stars that are set stay/);
    await ada.visit(path);
    await ada.press('Save profile');
    assert.deepEqual(await verbsOf(desk.db), ['profile.changed']);
    const [entry] = await logOf(desk.db);
    assert.deepEqual(entry?.after, { key_money: 1, checklist_place: 'Has the writer been there?' });
    await late.fill('A place', 'Look at a map.').press('Save profile');
    assert.equal(late.status, 409);
    assert.match(late.text(), /Look at a map\..*Has the writer been there\?/);
    assert.equal((await profile('Feature')).revision, 2);
  });

  test('a name that is missing, taken or retired is refused with all that was typed', async () => {
    const { desk, at } = await start();
    const ada = await desk.visitor('ada');
    await ada.visit(url('desk_profile_new', { slug }));
    await ada.untick('Casualties').fill('Anything else', 'Ask Ines.').press('Create profile');
    assert.equal(ada.status, 422);
    assert.equal(ada.value('Anything else'), 'Ask Ines.');
    assert.deepEqual(ada.chosen('Suggests as key').includes('Casualties'), false);
    await ada.fill('Name', 'BREAKING').press('Create profile');
    assert.match(ada.errors().join(' '), /already has a profile with this name/);
    await ada.fill('Name', 'x'.repeat(61)).press('Create profile');
    assert.equal(ada.status, 422);
    await ada.visit(await at('Feature'));
    await ada.press('Retire profile');
    await ada.visit(await at('Daily'));
    await ada.fill('Name', 'Feature').press('Save profile');
    assert.match(ada.errors().join(' '), /retired profile of the desk/);
    await ada.fill('Name', 'Daily').fill('A number', 'x'.repeat(2001)).press('Save profile');
    assert.equal(ada.status, 422);
    assert.deepEqual(await verbsOf(desk.db), ['profile.retired']);
  });

  test('there is one default, which cannot be retired; what is retired can come back', async () => {
    const { desk, profile, at } = await start();
    const ada = await desk.visitor('ada');
    const daily = await at('Daily');
    await ada.send(`${daily}/retirement`, {});
    assert.equal(ada.status, 409);
    assert.match(ada.text(), /Make another the default first/);
    await ada.visit(await at('Feature'));
    await ada.press('Make default');
    assert.match(ada.notice(), /^Feature is now the default/);
    await ada.send(`${await at('Feature')}/default`, {});
    await ada.visit(daily);
    await ada.press('Retire profile');
    await ada.send(`${daily}/retirement`, {});
    assert.match(ada.text(), /Retired: Daily/);
    await ada.send(`${daily}/default`, {});
    assert.equal(ada.status, 409);
    await ada.visit(daily);
    await ada.press('Restore profile');
    await ada.send(`${daily}/restoration`, {});
    assert.deepEqual(await verbsOf(desk.db), ['profile.made_default', 'profile.retired', 'profile.restored']);
    const { id, desk_id } = await profile('Daily');
    const second = desk.db.updateTable('profile').set({ is_default: 1 }).where('id', '=', id);
    await assert.rejects(second.execute(), /unique/i, 'the database keeps a second default out');
    assert.equal((await listProfiles(desk.db, [desk_id])).filter((one) => one.is_default).length, 1);
  });

  test('reviewers and guests read a profile and change nothing; strangers find none', async () => {
    const { desk, profile, at } = await start();
    const path = await at('Breaking');
    const deeds = [
      path,
      `${path}/default`,
      `${path}/retirement`,
      `${path}/restoration`,
      url('desk_profiles', { slug }),
    ];
    for (const name of ['ben', 'dina'] as const) {
      const visitor = await desk.visitor(name);
      await visitor.visit(path);
      assert.match(visitor.text(), /Casualties.*Who counted, and when\?/);
      assert.ok(!visitor.offers('Save profile'));
      for (const deed of deeds) {
        await visitor.send(deed, { name: 'Mine', revision: '1' });
        assert.equal(visitor.status, 403, deed);
      }
      assert.equal((await visitor.visit(url('desk_profile_new', { slug }))).status, 403);
    }
    const emil = await desk.visitor('emil');
    const { id } = await profile('Breaking');
    for (const deed of [...deeds, url('desk_profile', { slug: 'weekend-desk', profile: id })]) {
      assert.equal((await emil.send(deed, { name: 'Mine', revision: '1' })).status, 404, deed);
      assert.equal((await emil.visit(deed)).status, 404, deed);
    }
    assert.equal((await emil.visit('/desks/weekend-desk/profiles/%00')).status, 404);
    const nobody = await desk.visitor();
    assert.match((await nobody.visit(path)).path, /^\/sign-in/);
    assert.match((await nobody.send(path, { name: 'Mine', revision: '1' })).path, /^\/sign-in/);
    assert.deepEqual(await verbsOf(desk.db), []);
  });

  test('an administrator changes the profiles of a desk that they are not on', async () => {
    const { desk } = await start();
    const theirs = (await findProfileByName(desk.db, desk.desks.weekend.id, 'Daily')) as Profile;
    const ada = await desk.visitor('ada');
    await ada.visit(url('desk_profile', { slug: 'weekend-desk', profile: theirs.id }));
    await ada.fill('Name', 'Weekday').press('Save profile');
    assert.match(ada.text(), /Weekday/);
    assert.deepEqual(await verbsOf(desk.db), ['profile.changed']);
  });
});
