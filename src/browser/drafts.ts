// Keeps what was typed into the panel of a claim and not stored yet.
import { storedIn } from './verdict-form.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Draft {
  value: string;
  is_checked: boolean;
  /** What the desk holds of it as far as this page knows, and the revision that its form was opened on. */
  base: string;
  revision: string | null;
}

/** What was sent: such values are no drafts any more. */
export interface Sent {
  form: HTMLFormElement;
  entries: readonly (readonly [name: string, value: string])[];
}

const drafts = new Map<string, Draft>();

/** Notes every field of the panel that holds something unstored, before the panel is taken away. */
export function keepDrafts(sent: Sent | null): void {
  for (const [key, control] of controls()) {
    const is_agreed = sent?.form.id === 'agree-form' && isOfVerdict(control);
    if (!isTouched(control) || isSent(control, sent) || is_agreed) drafts.delete(key);
    else
      drafts.set(key, {
        value: control.value,
        is_checked: isBox(control) && control.checked,
        base: storedOf(control, sent),
        revision: revisionOf(control)?.value ?? null,
      });
  }
}

/**
 * Puts drafts back into the panel that lies there now. Where somebody else stored the field meanwhile, its form keeps the
 * old revision, so that the desk shows both texts instead of losing one.
 */
export function putDraftsBack(): void {
  for (const [key, control] of controls()) {
    const draft = drafts.get(key);
    if (!draft) continue;
    const revision = revisionOf(control);
    if (revision && draft.revision !== null && !sameWords(draft.base, baseOf(control))) revision.value = draft.revision;
    if (isBox(control)) control.checked = draft.is_checked;
    else control.value = draft.value;
    const fold = control.closest('details');
    if (fold) fold.open = true;
  }
}

/** Whether anything in it was typed or chosen and is not stored. */
export function holdsUnsent(place: Element): boolean {
  return [...place.querySelectorAll<Control>('input[id], textarea[id], select[id]')].some(isTouched);
}

/** Whether a verdict was chosen, or its sentence typed, of a claim that does not lie there now, and is not stored. */
export function hasVerdictDrafts(): boolean {
  const [place, number] = here();
  return drafts.keys().some((key) => key.includes(` ${VERDICT_FIELDS}`) && !key.startsWith(`${place} ${number} `));
}

const VERDICT_FIELDS = 'field-verdicts-';

function isOfVerdict(control: Control): boolean {
  return control.id.startsWith(VERDICT_FIELDS);
}

function here(): [article: string | undefined, claim: string | undefined] {
  return [location.pathname.split('/')[2], document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number];
}

function* controls(): Generator<[key: string, control: Control]> {
  const panel = document.querySelector<HTMLElement>('#claim[data-number]');
  for (const control of panel?.querySelectorAll<Control>('input[id], textarea[id], select[id]') ?? [])
    yield [[...here(), control.id].join(' '), control];
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
}

function isTouched(control: Control): boolean {
  return isBox(control) ? String(control.checked) !== baseOf(control) : control.value !== baseOf(control);
}

function baseOf(control: Control): string {
  if (isBox(control)) return String(isOfVerdict(control) ? 'stored' in control.dataset : control.defaultChecked);
  if (!(control instanceof HTMLSelectElement)) return storedIn(control);
  return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? '';
}

/** What is stored once the answer is there: what was sent, or else what stood there before. */
function storedOf(control: Control, sent: Sent | null): string {
  if (sent === null || control.form !== sent.form) return baseOf(control);
  const values = sent.entries.filter(([name]) => name === control.name).map(([, value]) => value);
  return isBox(control) ? String(values.includes(control.value)) : (values[0] ?? '');
}

function isSent(control: Control, sent: Sent | null): boolean {
  if (sent === null || control.form !== sent.form) return false;
  const was_sent = sent.entries.some(([name, value]) => name === control.name && sameLines(value, control.value));
  return isBox(control) ? was_sent === control.checked : was_sent;
}

/** The desk folds white space at the ends of what it stores. */
function sameWords(one: string, other: string): boolean {
  return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}

function sameLines(one: string, other: string): boolean {
  return one.replace(/\r\n/g, '\n') === other.replace(/\r\n/g, '\n');
}

function revisionOf(control: Control): HTMLInputElement | null {
  return control.form?.querySelector<HTMLInputElement>('input[type="hidden"][name="revision"]') ?? null;
}
