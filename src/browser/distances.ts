// Says beside a clock time how far off it is, and goes on counting: <span data-distance="…Z"></span>.
import { sayDistance } from './distance-words.ts';

const COUNT_MILLISECONDS = 10_000;

function count(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-distance]')) {
    const words = sayDistance(Date.parse(place.dataset.distance ?? ''), Date.now());
    const said = `${place.dataset.before ?? ''}${words}`;
    if (place.textContent !== said) place.textContent = said;
  }
}

count();
window.setInterval(count, COUNT_MILLISECONDS);
// Pages are swapped in place; what comes in is counted at once.
new MutationObserver(count).observe(document.body, { childList: true, subtree: true });
