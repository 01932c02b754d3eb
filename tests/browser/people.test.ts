// The pages of people in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firstPersonToken } from '#src/people/setup/commands.ts';
import { startDesk } from '#tests/support/app.ts';
import { type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { axeViolations } from './axe.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
});
after(() => desk.close());

const PAGES = [
  '/me',
  '/keys',
  '/people',
  '/people/2',
  '/desks',
  '/desks/weekend-desk',
  '/desks/foreign-desk/profiles/new',
  '/desks/foreign-desk',
];

inEveryWindow('the pages of people can be used by everybody', async (look) => {
  const page = await signedIn(desk, 'ada');
  const complaints = complaintsOf(page);
  for (const path of PAGES) {
    await page.goto(path);
    await look(page, path);
  }
  await page.getByRole('link', { name: 'Feature' }).click();
  await look(page, 'a profile');
  await page.goto('/people/invitations');
  await look(page, '/people/invitations');
  await page.getByLabel('Email').fill('guest@newsroom.example');
  await page.getByLabel('Name').fill('Fadi Haddad');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Invitation created' }).waitFor();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText(/^Link copied\.$|^The link is selected: copy it/).waitFor();
  await look(page);
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const guest = await desk.page();
  await guest.goto(link);
  await look(guest);
  await guest.getByLabel('Password').fill('short');
  await guest.keyboard.press('Enter');
  await guest.getByRole('alert').waitFor();
  await look(guest);
  assert.deepEqual(complaints, []);
});

test('a new desk is set up from the keyboard alone', async () => {
  const fresh = await openInBrowser(await startDesk());
  const token = (await firstPersonToken(fresh.db)) as string;
  const page = await fresh.page({ viewport: { width: 360, height: 740 } });
  await page.goto(`/setup?token=${token}`);
  assert.deepEqual(await axeViolations(page), []);
  await page.getByLabel('Your name').focus();
  for (const words of ['Ada Lind', 'ada@newsroom.example', PASSWORD, 'Foreign desk']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname === '/');
  await page.goto('/desks/foreign-desk');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Foreign desk');
  await fresh.close();
});
