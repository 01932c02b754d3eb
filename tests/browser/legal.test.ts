// The pages of Legal in a real browser.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { clearClaim, holdClaim, noteForLegal } from '#src/reviews/legal/commands.ts';
import { type Strike, strikeAt } from '#tests/reviews/support.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let strike: Strike;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  strike = await strikeAt(desk);
  const [ben, frida] = [desk.ctxOf('ben'), desk.ctxOf('frida')];
  await desk.db.updateTable('article').set({ needs_legal: 1 }).where('id', '=', strike.id).execute();
  behindTheLog(desk.db);
  for (const number of [1, 2])
    await holdClaim(ben, strike.id, { number, reason: 'The union has sued over this before.' });
  await clearClaim(frida, strike.id, { number: 1, version: 1, holds: 1, line: 'The court record says so.' });
  await noteForLegal(frida, strike.id, { number: 2, note: 'Who heard her say it? I need the recording.' });
});
after(() => desk.close());

inEveryWindow('Legal, and the claims that they hold and clear, can be read and used by everybody', async (look) => {
  const page = await signedIn(desk, 'frida');
  const complaints = complaintsOf(page);
  await page.goto('/');
  await look(page, '/');
  for (const path of ['/legal', '/claims/1', '/claims/2', '/second-read', '/report']) {
    await page.goto(`${strike.path}${path}`);
    await look(page, path);
  }
  assert.deepEqual(complaints, []);
});
