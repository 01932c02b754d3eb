// A person at a real browser that runs no script: fills in forms by their labels and presses buttons.
import assert from 'node:assert/strict';
import type { Download, Locator, Page } from 'playwright-core';
import type { PersonName } from '#tests/support/newsroom.ts';
import { type InBrowser, signedIn } from './support.ts';

export type Wording = string | RegExp;

/** Runs in the page: unfolds all that the element is folded into, as a click on each fold would. */
const UNFOLD = (element: { parentElement: unknown }) => {
  type Fold = { localName: string; open: boolean; parentElement: Fold | null };
  for (let at = element as Fold | null; at !== null; at = at.parentElement)
    if (at.localName === 'details') at.open = true;
};

export class ByHand {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async signedIn(desk: InBrowser, name: PersonName): Promise<ByHand> {
    return new ByHand(await signedIn(desk, name, { javaScriptEnabled: false }));
  }

  /** Opens a page of the desk. */
  async open(path: string): Promise<void> {
    const answer = await this.page.goto(path);
    assert.equal(answer?.status(), 200, path);
  }

  async fill(label: Wording, value: string, inside = 'main'): Promise<void> {
    // A section may have the name of the field in it.
    const named = this.page.locator(inside).getByLabel(labelOf(label));
    const field = named.and(this.page.locator('input, textarea, select')).first();
    await field.evaluate(UNFOLD);
    await field.fill(value);
  }

  /** Takes one of several that stand side by side, under their heading. */
  async choose(legend: Wording, option: Wording, inside = 'main'): Promise<void> {
    const name = labelOf(legend);
    const group = this.page.locator(inside).getByRole('group', { name, includeHidden: true }).first();
    await group.evaluate(UNFOLD);
    await group.getByRole('radio', { name: option }).first().check({ force: true });
  }

  async tick(label: Wording, inside = 'main'): Promise<void> {
    const box = this.page.locator(inside).getByRole('checkbox', { name: label, includeHidden: true }).first();
    await box.evaluate(UNFOLD);
    await box.check({ force: true });
  }

  async press(words: Wording, inside = 'main'): Promise<void> {
    await this.#click(this.page.locator(inside).getByRole('button', { name: withItsKey(words), includeHidden: true }));
  }

  async follow(words: Wording, inside = 'body'): Promise<void> {
    await this.#click(this.page.locator(inside).getByRole('link', { name: withItsKey(words), includeHidden: true }));
  }

  /** The file that a link hands out. */
  async take(words: Wording): Promise<Download> {
    const link = this.page.getByRole('link', { name: withItsKey(words), includeHidden: true }).first();
    await link.evaluate(UNFOLD);
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    return download;
  }

  /** All that the page says. */
  async says(): Promise<string> {
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
  }

  /** The page says these words; else the test fails with all that it says. */
  async reads(words: Wording): Promise<void> {
    const said = await this.says();
    const found = typeof words === 'string' ? said.includes(words) : words.test(said);
    assert.ok(found, `${words} in ${new URL(this.page.url()).pathname}: ${said}`);
  }

  async #click(found: Locator): Promise<void> {
    const one = found.first();
    await one.evaluate(UNFOLD);
    await one.click();
    await this.page.waitForLoadState();
  }
}

/** A label as it stands there, also of an optional field. */
function labelOf(words: Wording): RegExp {
  return typeof words === 'string' ? new RegExp(`^${RegExp.escape(words)}( \\(optional\\))?( \\S)?$`) : words;
}

/** The words of a button or link as they stand there, also with the key that does the same behind them. */
function withItsKey(words: Wording): RegExp {
  return typeof words === 'string' ? new RegExp(`^${RegExp.escape(words)}( (?:Ctrl )?\\S)?$`) : words;
}
