// Spares the reload: follows links and sends forms by fetch, and puts the answer's main part in place.
// Where anything is odd, the browser does what it would have done without this file, or stays where it is and says so.
import { formAgain, toSend } from './form-again.ts';
import { say } from './live-region.ts';
import { type How, type Outcome, putInPlace, shownAddress } from './put-in-place.ts';
import { ask, post } from './requests.ts';
import { setback, setbacks } from './setbacks.ts';
import { askBeforeLeaving, formToSave, unsavedForm } from './verdict-form.ts';

const NO_ANSWER = 'The desk did not answer. What you typed is still here. Try again in a moment.';
const NO_ANSWER_TO_POST =
  'The desk did not answer, so it is not known whether this was stored. What you typed is still here: try again, sending it twice does no harm.';

/** Forms after which another claim lies in hand; and the one that sends the claim in hand on, with all that is on the page. */
const LEAVING = '#mark-form, #take-form';
const SENDING_ON = '#readiness-form';

let last_turn: Promise<unknown> = Promise.resolve();
let turns = 0;

/** Opens an address of the workbench in place; a verdict that is not saved yet is saved before. False where it cannot be had. */
export function open(address: string, remember = true): Promise<boolean> {
  return inTurn(async () => {
    const saved = await leaveClaim();
    if (saved === false) return false;
    const answer = await ask(address);
    if (!answer) return said(NO_ANSWER);
    const how: How = { remember, sent: null, keeps_voice: saved === true, otherwise: NO_ANSWER };
    const outcome = await putInPlace(answer, how);
    if (outcome === 'no_page') location.assign(address);
    return outcome === 'done';
  });
}

/**
 * Sends a form in place, as the browser would send it, with these fields put in; before it takes the claim out of hand, a
 * verdict that is not saved yet is saved. What came before is waited for. False where nothing was stored, as far as is known.
 */
export function send(
  form: HTMLFormElement,
  { submitter = null, fields = {} }: { submitter?: HTMLElement | null; fields?: Record<string, string> } = {},
): Promise<boolean> {
  return inTurn(async () => {
    const saved = form.matches(LEAVING)
      ? await leaveClaim()
      : form.matches(SENDING_ON)
        ? await saveVerdict(unsavedForm())
        : null;
    if (saved === false) return false;
    // Saving may have done it already, as where a plain OK goes on to second read by itself.
    if (saved === true && !formAgain(form)) return true;
    return sendNow(form, { submitter, fields });
  });
}

/** Opens the same page once more, with what others changed; what is typed in it stays. */
export function showAgain(): Promise<boolean> {
  return inTurn(async () => {
    const answer = await ask(shownAddress());
    if (!answer) return said(NO_ANSWER);
    const how: How = { remember: false, sent: null, keeps_voice: true, otherwise: NO_ANSWER };
    return (await putInPlace(answer, how)) === 'done';
  });
}

/** Leaves the workbench for another page, once a verdict that is not saved yet is saved. */
export function goTo(address: string): Promise<boolean> {
  return inTurn(async () => {
    if ((await leaveClaim()) === false) return false;
    location.assign(address);
    return true;
  });
}

/** Saves the verdict that somebody has left without saving it, unless they are back in its form by then. */
export function saveLeftVerdict(): Promise<boolean> {
  return inTurn(async () => {
    if (formToSave()?.contains(document.activeElement)) return true;
    return (await saveVerdict(formToSave())) !== false;
  });
}

/** Saves the verdict on the page where it is not saved. */
export function saveUnsaved(): Promise<boolean> {
  return inTurn(async () => (await saveVerdict(unsavedForm())) !== false);
}

/** Saves before the claim is left, or asks where that is not for the program to do. False where it is not to be left. */
async function leaveClaim(): Promise<boolean | null> {
  const question = askBeforeLeaving();
  if (question !== '') return window.confirm(question) ? null : false;
  return saveVerdict(formToSave());
}

/** Null where there is nothing to save. */
async function saveVerdict(form: HTMLFormElement | null): Promise<boolean | null> {
  return form && sendNow(form, { submitter: null, fields: {} });
}

async function sendNow(
  form: HTMLFormElement,
  how: { submitter: HTMLElement | null; fields: Record<string, string> },
): Promise<boolean> {
  const { form: present, address, entries } = toSend(form, how);
  const answer = await post(address, entries);
  if (!answer) return said(NO_ANSWER_TO_POST);
  const sent = { form: present, entries };
  const outcome: Outcome = await putInPlace(answer, { remember: true, sent, otherwise: NO_ANSWER_TO_POST });
  return outcome === 'no_page' ? said(NO_ANSWER_TO_POST) : outcome === 'done';
}

function said(sentence: string): false {
  say(sentence, true);
  return false;
}

/**
 * One after the other: what is pressed while an answer is awaited is neither lost nor sent on an old page. What could not be
 * done takes with it what was asked for in the belief that it would be.
 */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  const before = setbacks();
  turns += 1;
  const turn = last_turn.then(async () => {
    if (setbacks() !== before) return false;
    const is_done = await work();
    if (!is_done) setback();
    return is_done;
  });
  last_turn = turn.catch(() => undefined).finally(() => (turns -= 1));
  return turn;
}

/** Whether an answer is awaited, or something waits for its turn. */
export function isBusy(): boolean {
  return turns > 0;
}

/** Resolves when nothing is awaited any more. */
export async function settled(): Promise<void> {
  for (let turn: Promise<unknown> | null = null; turn !== last_turn; ) {
    turn = last_turn;
    await turn;
  }
}

/** The address that the page was on before somebody went back, where going there was refused. */
export async function openAgain(address: string): Promise<void> {
  if (!(await open(address, false))) history.pushState({}, '', shownAddress());
}
