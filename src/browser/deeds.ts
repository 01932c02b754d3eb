// What keys do to words: mark, tick, initial, take, dismiss, each by a hidden form of the page.
import { type Aim, type Aimed, aimAgain, letGo, rangeOf } from './aim.ts';
import { leftOff, pointAtNext } from './left-to-read.ts';
import { saidNow, say } from './live-region.ts';
import { couldNot, setback } from './setbacks.ts';
import { send } from './swap.ts';

export type Deed = 'mark' | 'tick' | 'nothing' | 'take' | 'dismiss';

export const ELSEWHERE =
  'The selected words are not in the article’s text, so nothing was done. Press Esc to clear the selection.';

let warned_of = '';

/** Does it to the words that are aimed at; says what to do where there are none. False where nothing was done. */
export async function act(deed: Deed, aim: Aimed): Promise<boolean> {
  if (aim === 'elsewhere') return couldNot(ELSEWHERE);
  if (!aim) return couldNot('Select words first, or press u to go to what is left to read.');
  if (deed === 'nothing' && !isMeant(aim)) return false;
  const is_done = await doTo(aim, deed);
  if (is_done && aim.kind === 'found' && deed !== 'mark') pointAtNext(saidNow());
  return is_done;
}

/** Sends the form of the deed, with these fields besides. Where it is refused the words are aimed at again. */
export async function doTo(aim: Aim, deed: Deed, fields: Record<string, string> = {}): Promise<boolean> {
  const form = document.querySelector<HTMLFormElement>(`#${deed}-form`);
  if (!form) return false;
  const known = new Set(
    [...document.querySelectorAll<HTMLElement>('.text mark[data-claim]')].map((mark) => mark.dataset.claim),
  );
  const { start, end, version } = aim;
  letGo();
  if (aim.kind !== 'suggested') leftOff(start);
  const is_done = await send(form, { fields: { start: String(start), end: String(end), version, ...fields } });
  if (!is_done) aimAgain(aim);
  // Words that are a claim already open that one: what is pressed next was meant for a new claim.
  else if (
    (deed === 'mark' || deed === 'take') &&
    known.has(document.querySelector<HTMLElement>('#claim')?.dataset.number)
  )
    setback();
  return is_done;
}

/** The leftovers that initials would cover in the sentences of this range, as the page names them. */
function coveredBy(range: Aim): string {
  const sentences = [...document.querySelectorAll<HTMLElement>('.text .sentence[data-covers]')];
  const touched = sentences.filter((sentence) => {
    const { start, end } = rangeOf(sentence);
    return start < range.end && range.start < end;
  });
  return touched.map((sentence) => sentence.dataset.covers).join(', ');
}

/** Initials over leftovers want the key twice: once to hear which they are, once to mean it. */
function isMeant(range: Aim): boolean {
  const covered = coveredBy(range);
  const key = `${range.start}-${range.end}`;
  if (covered === '' || warned_of === key) return true;
  warned_of = key;
  say(`Nothing to check? That would cover: ${covered}. Press x again to confirm.`);
  return false;
}
