// Whether the mouse is pressed: replacing the page then would undo a drag or lose the click.

const LONGEST_PRESS_MILLISECONDS = 10_000;

let is_down = false;
let released: (() => void)[] = [];

/** Resolves when no button is pressed, at once where none is. */
export function pointerUp(): Promise<void> {
  if (!is_down) return Promise.resolve();
  return new Promise((resolve) => {
    released.push(resolve);
    window.setTimeout(resolve, LONGEST_PRESS_MILLISECONDS);
  });
}

function release(): void {
  is_down = false;
  const waiting = released;
  released = [];
  // After the click that belongs to this release.
  for (const resolve of waiting) window.setTimeout(resolve);
}

document.addEventListener(
  'pointerdown',
  (event) => {
    // The list of a select may take the release for itself.
    is_down = event.button === 0 && !(event.target as Element).closest('select');
  },
  true,
);
for (const name of ['pointerup', 'pointercancel', 'dragend']) document.addEventListener(name, release, true);
window.addEventListener('blur', release);
