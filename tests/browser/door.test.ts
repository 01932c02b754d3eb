// The door in a real browser: signing in and out, the menu, and what was typed when a session had ended.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { emailOf, type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { axeViolations } from './axe.ts';
import { faultsIn } from './every-window.ts';
import { quietPage, showIn } from './places.ts';
import { complaintsOf, type InBrowser, openInBrowser, signIn, signInByHand, WINDOWS } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let page: Page;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  page = await desk.page();
});
after(() => desk.close());
// The next comes with a browser that the desk does not know.
afterEach(async () => {
  await quietPage(page);
  await page.context().clearCookies();
  await showIn(page, {});
});

/** The page that is open can be used in every window; it stays in the last of them, the narrow one. */
async function assertUsable(): Promise<void> {
  for (const window of WINDOWS) assert.deepEqual(await faultsIn(page, window), [], window.name);
}

test('the sign-in page can be used by everybody, wide and narrow, light and dark', async () => {
  const complaints = complaintsOf(page);
  await page.goto('/sign-in');
  await assertUsable();
  assert.deepEqual(complaints, []);
});

test('somebody who is signed in reads the frame, opens the menu and closes it with Escape or a click elsewhere', async () => {
  await signIn(page, emailOf('ada'), PASSWORD);
  await page.goto('/me');
  assert.deepEqual(await axeViolations(page), []);
  const menu = page.locator('details.me');
  await menu.locator('summary').click();
  assert.deepEqual(await axeViolations(page), []);
  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Escape');
  assert.equal(await menu.getAttribute('open'), null);
  assert.equal(await page.evaluate('document.activeElement.localName'), 'summary');
  await menu.locator('summary').click();
  await page.locator('h1').click();
  assert.equal(await menu.getAttribute('open'), null);
});

test('the menu works without a script, and after signing out Back shows nothing of the desk', async () => {
  const page = await desk.page({ javaScriptEnabled: false });
  await signIn(page, emailOf('ben'), PASSWORD);
  await page.goto('/me');
  await page.locator('details.me summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((address) => address.pathname === '/sign-in');
  await page.goto('/me');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await page.goBack();
  assert.equal(await page.getByText('Ben Okafor').count(), 0);
});

test('somebody who was signed out while typing signs in and sends it again, wide and narrow, light and dark', async () => {
  const complaints = complaintsOf(page);
  await signIn(page, emailOf('cleo'), PASSWORD);
  await page.goto('/me');
  desk.wait(13 * 60);
  await page.locator('summary', { hasText: 'Edit preferences' }).click();
  await page.getByLabel('Name').fill('Cleo R.');
  await page.getByRole('button', { name: 'Save preferences' }).click();
  await page.getByText('you were inactive for twelve hours').waitFor();
  await assertUsable();
  await page.getByLabel('Email').fill(emailOf('cleo'));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Cleo R.').waitFor();
  await assertUsable();
  await page.getByRole('button', { name: 'Send form again' }).click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await page.getByLabel('Name').inputValue(), 'Cleo R.');
  // A browser says aloud that it was answered with a 403.
  assert.deepEqual(
    complaints.filter((one) => !one.includes('403')),
    [],
  );
});

test('a browser that Ben used before lets him in while others guess, after signing out, too', async () => {
  await signInByHand(page, emailOf('ben'), PASSWORD);
  await page.goto('/me');
  await page.locator('details.me summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((address) => address.pathname === '/sign-in');
  const elsewhere = await desk.page();
  for (let tries = 0; tries < 4; tries += 1) {
    await elsewhere.goto('/sign-in');
    await elsewhere.getByLabel('Email').fill(emailOf('ben'));
    await elsewhere.getByLabel('Password').fill('a guess');
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await elsewhere.getByRole('alert').waitFor();
  }
  await elsewhere.getByText('Too many wrong attempts').waitFor();
  await signInByHand(page, emailOf('ben'), PASSWORD);
  assert.equal(new URL(page.url()).pathname, '/');
});
