// Does keys one after the other, each on the page that the one before led to.
import { say } from './live-region.ts';
import { setbacks } from './setbacks.ts';
import { settled } from './swap.ts';
import { takeBack } from './type-ahead-buffer.ts';

let waiting = 0;
let tail: Promise<unknown> = Promise.resolve();

/** Whether a key that was pressed is not done yet: what the next one is about is seen only then. */
export function keysWait(): boolean {
  return waiting > 0;
}

/**
 * Does what a key means when its turn comes. It is dropped where something pressed or clicked before it could not be done:
 * it was meant for what would have come of that.
 */
export function inOrder(deed: () => unknown): void {
  const before = setbacks();
  waiting += 1;
  tail = tail
    .then(async () => {
      await settled();
      waiting -= 1;
      if (setbacks() !== before || document.querySelector('dialog[open]')) giveBackTyped();
      else await deed();
    })
    .catch(() => undefined);
}

/** Where the field did not come for which something was typed ahead, it is said what that was. */
export function giveBackTyped(): void {
  const typed = takeBack();
  if (typed === '') return;
  const said = document.querySelector('[data-said]')?.textContent ?? '';
  say(`${said} What you typed ahead was not entered anywhere: “${typed}”.`.trim(), true);
}
