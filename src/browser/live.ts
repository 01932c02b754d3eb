// An article that several have open: the page learns what others do, and keeps up where nobody is in the way.
import { holdsUnsent } from './drafts.ts';
import { tellWhereIWrite } from './editing.ts';
import { listen } from './listening.ts';
import { say } from './live-region.ts';
import { changesAreShown, onShow, showChanges, showWhoIsHere } from './others.ts';
import { type Refreshed, refreshQuietly } from './quiet-refresh.ts';
import { settled, showAgain } from './swap.ts';
import { type Change, isAhead, type Told } from './told.ts';

const OVER =
  'You are signed out, or no longer a member of this desk, so this page is no longer updated. What you typed is still here.';
const AGAIN_MILLISECONDS = 2000;
const REFRESH_MILLISECONDS = 1000;

/** Not for secrets: the desk asks whose it is, too. */
const page = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

let newest: Told | null = null;
let untold: Change[] = [];
let is_catching_up = false;
let last_refresh = 0;

function heard(told: Told): void {
  newest = told;
  showWhoIsHere(told.here);
  untold = [...untold.filter(({ claim }) => !told.changed.some((one) => one.claim === claim)), ...told.changed];
  void catchUp();
}

async function catchUp(): Promise<void> {
  // Whoever chooses between two texts is not disturbed; the page that follows is up to date.
  if (is_catching_up || document.getElementById('stale-form')) return;
  is_catching_up = true;
  // What somebody does oneself brings the page up to date without this.
  await Promise.all([settled(), pause()]);
  const refreshed: Refreshed = newest && isAhead(newest) ? await refreshQuietly() : 'all';
  is_catching_up = false;
  if (refreshed === 'later') {
    window.setTimeout(catchUp, AGAIN_MILLISECONDS);
    return;
  }
  const changes = untold;
  untold = [];
  showChanges(changes, { held: refreshed !== 'all' });
}

/** Of somebody who saves one thing after the other, several are brought in together. */
function pause(): Promise<void> {
  const rest = last_refresh + REFRESH_MILLISECONDS - Date.now();
  last_refresh = Math.max(Date.now(), last_refresh + REFRESH_MILLISECONDS);
  return new Promise((resolve) => window.setTimeout(resolve, Math.max(0, rest)));
}

async function show(): Promise<void> {
  if (document.querySelector('[data-region="head"]')) {
    if (await showAgain()) changesAreShown();
    return;
  }
  const main = document.querySelector('main');
  const question = 'What you typed on this page is not saved. Open the page again without it?';
  if (!main || !holdsUnsent(main) || window.confirm(question)) location.reload();
}

onShow(() => void show());
tellWhereIWrite(page);
listen(page, { onTold: heard, onOver: () => say(OVER, true) });
