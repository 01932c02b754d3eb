// Every page of people opened by an administrator, who invites from there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onSqlite } from '#tests/support/engines.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';

const PAGES = [
  '/me',
  '/people',
  '/people/2',
  '/people/invitations',
  '/desks',
  '/desks/foreign-desk',
  '/desks/weekend-desk',
];

onSqlite((engine) => {
  test('an administrator opens every page, invites, and takes the invitation back', async () => {
    const desk = await startNewsroom(engine);
    const ada = await desk.visitor('ada');
    for (const path of PAGES) assert.equal((await ada.visit(path)).status, 200, path);
    await ada.visit('/people/invitations');
    await ada.fill('Email', 'fadi@newsroom.example').fill('Name', 'Fadi Haddad').press('Create link');
    assert.equal(ada.heading(), 'Invitation created');
    await (await ada.visit('/people')).press(/^Withdraw/);
    assert.match(ada.notice(), /withdrawn/);
    const emil = await desk.visitor('emil');
    assert.equal((await emil.visit('/people/invitations')).status, 200);
    assert.equal((await emil.visit('/desks/foreign-desk')).status, 404);
    await desk.close();
  });
});
