// The editor signs: what blocks is waived with a line, what is open is signed open with a reason.
import type { Hands } from './hands.ts';

const WHY = 'Not to be had before six; the desk goes on tomorrow.';

export async function sign(hands: Hands): Promise<void> {
  const article = new URL(hands.page.url()).pathname.split('/').slice(0, 3).join('/');
  await hands.open(`${article}/sign-off`);
  for (let tries = 0; tries < 30; tries += 1) {
    const waiver = hands.page
      .locator('form[action*="/waiver"]')
      .filter({ has: hands.page.locator('textarea, input.input') });
    if ((await waiver.count()) === 0) break;
    const form = waiver.first();
    const fold = form.locator('xpath=ancestor::details[not(@open)]').first();
    if ((await fold.count()) > 0) await hands.click(fold.locator('summary'));
    await hands.click(form.locator('textarea, input.input'));
    await hands.type(WHY);
    await hands.click(form.locator('button[type="submit"]'));
  }
  const form = hands.page.locator('form').filter({ has: hands.page.locator('[name="for_whom"]') });
  const open = form.locator('input[name="open_claims"]:not(:checked)');
  for (let left = await open.count(); left > 0; left -= 1) await hands.click(open);
  await hands.click(form.locator('textarea[name="reason"]'));
  await hands.type(WHY);
  await hands.click(form.locator('button[type="submit"]'));
  const refusal = hands.page.locator('#errors');
  if ((await refusal.count()) > 0) throw new Error(`The report was not signed: ${await refusal.innerText()}`);
}
