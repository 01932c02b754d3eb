// A digit gives a verdict: to selected words, which become a claim, else to the claim in hand.
import type { Aim, Aimed } from './aim.ts';
import { doTo, ELSEWHERE } from './deeds.ts';
import { letGoOfField } from './field.ts';
import { say } from './live-region.ts';
import { couldNot } from './setbacks.ts';
import { goOnFrom } from './suggestions.ts';
import { send } from './swap.ts';
import { giveTo } from './type-ahead-buffer.ts';
import { isSecondReaders, sentenceIn, showWhatIsUnsaved, verdictForm } from './verdict-form.ts';
import { type DeskVerdict, verdictAt, wantsSentence } from './verdict-scale.ts';

/**
 * Judges what is aimed at, never the claim in hand where it is words. Gives back the keys that were pressed ahead once the
 * sentence was sent or left; false where nothing was judged.
 */
export async function judge(
  verdict: { name: DeskVerdict['name']; place: number },
  aim: Aimed,
): Promise<string[] | false> {
  if (aim === 'elsewhere') return couldNot(ELSEWHERE);
  return aim ? judgeWords(verdict, aim) : judgeClaim(verdict);
}

/** The words become a claim with its verdict, in one press: both are stored, or neither. */
async function judgeWords(
  { name, place }: { name: DeskVerdict['name']; place: number },
  aim: Aim,
): Promise<string[] | false> {
  const verdict = verdictAt(name, place);
  if (!verdict) return couldNot(`This desk has no verdict ${place}. The words are still selected.`);
  const deed = aim.kind === 'suggested' ? 'take' : 'mark';
  if (!(await doTo(aim, deed, { [name]: verdict.value }))) return false;
  if (name === 'content_verdict' && wantsSentence(verdict.value)) return writeSentence();
  if (aim.kind === 'suggested') goOnFrom(aim);
  return [];
}

/** Puts the cursor into the sentence of the claim that was just made. */
async function writeSentence(): Promise<string[] | false> {
  const form = verdictForm();
  const field = sentenceIn(form);
  if (!form || !field) return false;
  const { sends, rest } = giveTo(field);
  if (sends) letGoOfField();
  if (sends && !(await send(form))) return false;
  return rest;
}

/**
 * Chooses the verdict of this place and saves it at once; one that wants a sentence puts the cursor there. Whoever reads
 * second only chooses: to save is to become the checker, and that takes a button.
 */
async function judgeClaim({ name, place }: { name: DeskVerdict['name']; place: number }): Promise<string[] | false> {
  const form = verdictForm();
  const choice = form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)[place - 1];
  if (!form || !choice) return couldNot('There is nothing to judge here: open a claim with j, or reopen one.');
  choice.checked = true;
  if (isSecondReaders(form)) return chooseOnly(form);
  const field = sentenceIn(form);
  // Before anything is awaited, or what is typed for a later field would be taken for this one.
  const given = name === 'content_verdict' && wantsSentence(choice.value) && field ? giveTo(field) : null;
  if (given?.sends) letGoOfField();
  showWhatIsUnsaved();
  return (await send(form)) ? (given?.rest ?? []) : false;
}

function chooseOnly(form: HTMLFormElement): false {
  const fold = form.closest('details');
  if (fold) fold.open = true;
  form.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  showWhatIsUnsaved();
  say('Press Enter to save it: you become the checker, and somebody else reads it second.');
  return false;
}
