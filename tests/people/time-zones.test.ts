// Time zones are chosen by today's names; older ones that are stored go on working.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localOf } from '#src/dates.ts';
import { readTimeZone } from '#src/people/desks/desk.ts';
import { currentTimeZone, timeZoneNames, timeZoneOptions } from '#src/people/desks/time-zones.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

const OLD = ['Europe/Kiev', 'Asia/Calcutta', 'America/Buenos_Aires', 'Asia/Saigon', 'Pacific/Truk'];

test('the list has every zone once, by its name of today, and each names a clock', () => {
  const names = timeZoneNames();
  for (const name of OLD) assert.ok(!names.includes(name), name);
  for (const name of ['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Asia/Kabul'])
    assert.equal(names.filter((one) => one === name).length, 1, name);
  const clocks = names.map((name) => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  assert.equal(new Set(clocks.map(currentTimeZone)).size, names.length);
  const noon = '2026-07-01T12:00:00.000Z';
  for (const name of OLD) assert.equal(localOf(noon, currentTimeZone(name)), localOf(noon, name));
});

test('a name is taken in any capitals, and an old one is kept as it is', () => {
  assert.equal(readTimeZone('europe/kyiv'), 'Europe/Kyiv');
  assert.equal(readTimeZone('ASIA/KOLKATA'), 'Asia/Kolkata');
  assert.equal(readTimeZone('europe/kiev'), 'Europe/Kiev');
});

test('a zone that was stored by an old name is offered once, under the new one', () => {
  const same = (zone: { label: string }) => zone.label === 'Europe/Kyiv' || zone.label === 'Europe/Kiev';
  assert.deepEqual(timeZoneOptions('Europe/Kiev').filter(same), [{ value: 'Europe/Kiev', label: 'Europe/Kyiv' }]);
  assert.deepEqual(timeZoneOptions().filter(same), [{ value: 'Europe/Kyiv', label: 'Europe/Kyiv' }]);
});

describe('a desk that was opened under an old name', () => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom();
    await desk.db.updateTable('desk').set({ time_zone: 'Europe/Kiev' }).where('slug', '=', 'foreign-desk').execute();
  });
  after(() => desk.close());

  test('says the new name, and saving its settings leaves the stored one', async () => {
    const ada = await desk.visitor('ada');
    await ada.visit('/desks/foreign-desk');
    assert.match(ada.text(), /Times in Europe\/Kyiv/);
    assert.equal(ada.value('Time zone'), 'Europe/Kiev');
    await ada.fill('Name', 'Foreign news').press('Save settings');
    assert.equal(ada.status, 200);
    const stored = await desk.db
      .selectFrom('desk')
      .select(['name', 'time_zone'])
      .where('slug', '=', 'foreign-desk')
      .executeTakeFirstOrThrow();
    assert.deepEqual(stored, { name: 'Foreign news', time_zone: 'Europe/Kiev' });
  });

  test('offers it first as the zone of an article’s date', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    const options = ben.all('select[name=dated_zone] option').map((option) => option.textContent.trim());
    assert.equal(options[1], 'Europe/Kyiv (the desk’s own)');
    assert.equal(options.filter((option) => option.includes('Kyiv') || option.includes('Kiev')).length, 1);
  });
});
