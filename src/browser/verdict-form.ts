// The form of the verdicts on the page: what of it is stored, what is not, and saying so.

/** The form of the claim in hand; null where there is none, or nothing is to be judged. */
export function verdictForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('#claim .verdict-form');
}

/** Whoever reads second has the form in a fold: to save it is to become the checker, and only its own button does that. */
export function isSecondReaders(form: HTMLFormElement): boolean {
  return form.closest('details') !== null;
}

export function sentenceIn(form: HTMLFormElement | null): HTMLTextAreaElement | null {
  return form?.querySelector<HTMLTextAreaElement>('textarea[name="verdict_sentence"]') ?? null;
}

/** Whether it holds anything that is not stored. */
export function isUnsaved(form: HTMLFormElement): boolean {
  return unsavedPlaces(form).length > 0;
}

/** The form that holds a verdict and something that is not stored, where a key may save it: not the second reader's. */
export function unsavedForm(): HTMLFormElement | null {
  const form = verdictForm();
  if (!form || isSecondReaders(form) || !form.querySelector('input[type="radio"]:checked')) return null;
  return isUnsaved(form) ? form : null;
}

/**
 * The form that is saved because it is left. To save the verdict of a claim that is to be checked again says that somebody
 * has: that takes more than a word put right in its sentence.
 */
export function formToSave(): HTMLFormElement | null {
  const form = unsavedForm();
  if (!form?.hasAttribute('data-check-again') || form.hasAttribute('data-chosen')) return form;
  return differingRadios(form).length > 0 ? form : null;
}

/** Notes that a verdict was chosen that is stored already: of a claim to be checked again, that says that it still holds. */
export function confirmAgain(form: HTMLFormElement): void {
  if (form.hasAttribute('data-check-again')) form.setAttribute('data-chosen', '');
}

/**
 * Why its claim is not left without asking: there is something that only the second reader's own button saves, or that the
 * desk did not take. Empty where leaving loses nothing, or saves.
 */
export function askBeforeLeaving(): string {
  const form = verdictForm();
  if (!form || !isUnsaved(form)) return '';
  const is_refused = document.querySelector('#claim #errors') !== null;
  if (!isSecondReaders(form) && !(is_refused && formToSave())) return '';
  return 'The verdict that you chose is not saved. Leave this claim without saving it?';
}

/** Says beside each thing that is not stored that it is not, and has the main button of the foot save it. */
export function showWhatIsUnsaved(): void {
  const form = verdictForm();
  const places = form ? unsavedPlaces(form) : [];
  for (const old of document.querySelectorAll('#claim .not-saved'))
    if (!places.includes(old.parentElement as Element)) old.remove();
  for (const place of places) {
    if (place.querySelector('.not-saved')) continue;
    const said = document.createElement('span');
    said.className = 'not-saved';
    said.textContent = 'Not saved';
    place.append(said);
  }
  if (form && !isSecondReaders(form)) showButton(form, places.length > 0);
}

/** One button is the main one: the one that saves while something is not stored, else the one that sends on. */
function showButton(form: HTMLFormElement, is_unsaved: boolean): void {
  const panel = form.closest('#claim') as HTMLElement;
  panel.toggleAttribute('data-unsaved', is_unsaved);
  const is_judged = panel.querySelector('footer.judged') !== null;
  for (const other of panel.querySelectorAll('footer [data-main]')) {
    other.classList.toggle('main', is_judged && !is_unsaved);
    const label = other.querySelector<HTMLElement>('[data-unsaved]');
    if (label && is_unsaved !== label.hasAttribute('data-is-other')) swapLabel(label);
  }
}

/** "Send to second read" reads "Save and send" while there is something to save, and then again as it did. */
function swapLabel(label: HTMLElement): void {
  const said = label.textContent ?? '';
  label.textContent = label.dataset.unsaved ?? said;
  label.dataset.unsaved = said;
  label.toggleAttribute('data-is-other');
}

/** Where to say that something is not saved: beside the verdicts where they are not, else beside the sentence or the time. */
function unsavedPlaces(form: HTMLFormElement): Element[] {
  const groups = new Set(differingRadios(form).map((radio) => radio.closest('.choices')?.querySelector('.choice')));
  const places = [...groups].filter((one) => one != null);
  if (places.length > 0) return places;
  const lines = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input.input')];
  const changed = lines.filter((line) => line.value !== storedIn(line)).map((line) => line.closest('.field'));
  const first = changed.find((one) => one !== null);
  if (first) return [first];
  const last = form.querySelector('.choices:last-of-type .choice');
  return form.hasAttribute('data-chosen') && last ? [last] : [];
}

function differingRadios(form: HTMLFormElement): HTMLInputElement[] {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  return radios.filter((radio) => radio.checked !== radio.hasAttribute('data-stored'));
}

/** What is stored of a line; a form that was refused shows what was typed instead, and says this beside it. */
export function storedIn(line: HTMLInputElement | HTMLTextAreaElement): string {
  return line.dataset.stored ?? line.defaultValue;
}
