// Verdicts by mouse: a click saves like a key, and what cannot be saved is asked about.
import { hasVerdictDrafts } from './drafts.ts';
import { focusAtEnd } from './field.ts';
import { say } from './live-region.ts';
import { afterSwap } from './put-in-place.ts';
import { saveLeftVerdict, send } from './swap.ts';
import {
  confirmAgain,
  formToSave,
  isSecondReaders,
  isUnsaved,
  sentenceIn,
  showWhatIsUnsaved,
  verdictForm,
} from './verdict-form.ts';
import { wantsSentence } from './verdict-scale.ts';

const RADIO = '#claim .verdict-form input[type="radio"]';
/** Arrows go through the verdicts one by one, and each counts as clicked: nobody means the ones on the way. */
let by_arrow = false;

document.addEventListener(
  'keydown',
  (event) => {
    by_arrow = event.key.startsWith('Arrow');
    if (by_arrow) window.setTimeout(() => (by_arrow = false));
  },
  true,
);

document.addEventListener('click', (event) => {
  const radio = (event.target as Element).closest<HTMLInputElement>(RADIO);
  if (radio && !by_arrow) choose(radio);
});

for (const name of ['input', 'change'])
  document.addEventListener(name, (event) => {
    if ((event.target as Element).closest('#claim .verdict-form')) showWhatIsUnsaved();
  });

/** OK, and every answer to *was it said?*, is saved at once; every other verdict once its sentence is written. */
function choose(radio: HTMLInputElement): void {
  const form = radio.form as HTMLFormElement;
  if (isSecondReaders(form)) {
    if (isUnsaved(form))
      say('Not saved. With “Save verdict” you become the checker, and somebody else reads it second.');
  } else if (radio.name === 'content_verdict' && wantsSentence(radio.value)) {
    confirmAgain(form);
    const sentence = sentenceIn(form);
    if (sentence) focusAtEnd(sentence);
    if (isUnsaved(form))
      say('Not saved yet. Write the sentence; Ctrl+Enter saves both, and so does leaving the field.');
  } else void send(form);
  showWhatIsUnsaved();
}

document.addEventListener('focusout', (event) => {
  const form = (event.target as Element).closest('#claim .verdict-form');
  const next = event.relatedTarget as Element | null;
  // Whoever wants to see first what another saved has not made up their mind.
  const stays = form?.contains(next) || next?.closest('#save-verdict, [data-show-changes]');
  if (!form?.isConnected || !document.hasFocus() || stays) return;
  if (formToSave()) void saveLeftVerdict();
});

window.addEventListener('beforeunload', (event) => {
  const form = verdictForm();
  if ((form && isUnsaved(form)) || hasVerdictDrafts()) event.preventDefault();
});

afterSwap(showWhatIsUnsaved);
showWhatIsUnsaved();
