// Follows the saving of a copy: looks again while one is under way, and shows what is new.
// Forms on the page stay as they are; where the desk does not answer, the page stays as it is, too.

const LOOK_AGAIN_MILLISECONDS = 500;
const MOST_LOOKS = 240;

async function follow(looks: number): Promise<void> {
  const state = document.getElementById('copies-state');
  if (!state?.hasAttribute('data-under-way') || looks > MOST_LOOKS) return;
  const fresh = await partsOf(location.pathname + location.search);
  if (fresh) putInPlace(fresh);
  window.setTimeout(() => void follow(looks + 1), LOOK_AGAIN_MILLISECONDS);
}

async function partsOf(address: string): Promise<Document | null> {
  try {
    const answer = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

/** The list with its news, how many there are, and the button that asks for one: nothing that anybody types into. */
function putInPlace(page: Document): void {
  for (const selector of ['#copies-state', '#copies > header', '#copies .actions']) {
    const [stale, fresh] = [document.querySelector(selector), page.querySelector(selector)];
    if (!stale || !fresh || stale.innerHTML === fresh.innerHTML) continue;
    const focused = document.activeElement;
    const place = stale.contains(focused) ? [...stale.querySelectorAll('a, button')].indexOf(focused as Element) : -1;
    stale.replaceWith(document.adoptNode(fresh));
    if (place >= 0) fresh.querySelectorAll<HTMLElement>('a, button')[place]?.focus();
  }
}

void follow(0);
