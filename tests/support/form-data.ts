// What a browser sends when a button of a form is pressed, to the byte.
import type { PageElement } from './page.ts';

export interface Attachment {
  file_name: string;
  content: Buffer;
  type: string;
}

/** What the visitor did to a control: typed a value, set a tick, chose options, attached files. */
export interface Handled {
  value?: string;
  checked?: boolean;
  chosen?: PageElement[];
  files?: Attachment[];
}

export type Entry = [name: string, value: string | Attachment];

const NO_FILE: Attachment = { file_name: '', content: Buffer.alloc(0), type: 'application/octet-stream' };

/** The entries of a form in the order of the page; `submitter` is the button that was pressed. */
export function entriesOf(
  page: PageElement,
  form: PageElement,
  submitter: PageElement | null,
  handled: Map<PageElement, Handled>,
): Entry[] {
  const entries: Entry[] = [];
  for (const control of page.querySelectorAll('input, textarea, select, button')) {
    if (formOf(page, control) !== form || isDisabled(control) || control.closest('datalist')) continue;
    const name = control.getAttribute('name');
    if (!name) continue;
    for (const value of valuesOf(control, submitter, handled.get(control))) entries.push([name, value]);
  }
  return entries;
}

/** The form that a control belongs to: the one it names, else the one around it. */
export function formOf(page: PageElement, control: PageElement): PageElement | null {
  const named = control.getAttribute('form');
  return named ? page.querySelector(`form[id="${named}"]`) : control.closest('form');
}

/** Disabled itself, or inside a disabled fieldset (but not in its legend). */
export function isDisabled(control: PageElement): boolean {
  if (control.hasAttribute('disabled')) return true;
  const fieldset = control.closest('fieldset[disabled]');
  return fieldset !== null && !fieldset.querySelector('legend')?.contains(control);
}

function valuesOf(control: PageElement, submitter: PageElement | null, handled: Handled = {}): (string | Attachment)[] {
  const type = control.getAttribute('type')?.toLowerCase() ?? '';
  if (control.localName === 'button' || type === 'submit') {
    return control === submitter ? [control.getAttribute('value') ?? ''] : [];
  }
  if (['button', 'reset', 'image'].includes(type)) return [];
  if (control.localName === 'select') return chosenOptions(control, handled).map(optionValue);
  if (control.localName === 'textarea') return [handled.value ?? textareaValue(control)];
  if (type === 'checkbox' || type === 'radio')
    return isChecked(control, handled) ? [control.getAttribute('value') ?? 'on'] : [];
  if (type === 'file') return handled.files ?? [NO_FILE];
  return [handled.value ?? control.getAttribute('value') ?? ''];
}

export function isChecked(control: PageElement, handled: Handled = {}): boolean {
  return handled.checked ?? control.hasAttribute('checked');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" };

/** The text of a textarea as first shown: parsers drop one line end right after its start tag, and ours leaves its entities. */
export function textareaValue(control: PageElement): string {
  const text = control.textContent.replace(/^\r?\n/, '');
  return text.replace(/&(amp|lt|gt|#34|#39);/g, (_, name: string) => ENTITIES[name] as string);
}

export function chosenOptions(select: PageElement, handled: Handled = {}): PageElement[] {
  const options = [...select.querySelectorAll('option')].filter((option) => !option.hasAttribute('disabled'));
  const chosen = handled.chosen ?? options.filter((option) => option.hasAttribute('selected'));
  if (select.hasAttribute('multiple')) return chosen;
  const last = chosen.at(-1) ?? options[0];
  return last ? [last] : [];
}

export function optionValue(option: PageElement): string {
  return option.getAttribute('value') ?? option.textContent.replace(/\s+/g, ' ').trim();
}

/** The body and type of a post. */
export function encodeEntries(entries: Entry[], enctype: string): { body: Buffer; type: string } {
  if (enctype === 'multipart/form-data') return encodeMultipart(entries);
  const search = asQuery(entries);
  return { body: Buffer.from(search.toString()), type: 'application/x-www-form-urlencoded' };
}

/** Entries as a query; a file goes by its name. */
export function asQuery(entries: Entry[]): URLSearchParams {
  return new URLSearchParams(entries.map(([name, value]): [string, string] => [name, asText(value)]));
}

export function asText(value: string | Attachment): string {
  return typeof value === 'string' ? withCrlf(value.toWellFormed()) : value.file_name;
}

function encodeMultipart(entries: Entry[]): { body: Buffer; type: string } {
  const boundary = `----VisitorBoundary${crypto.randomUUID().replaceAll('-', '')}`;
  const pieces: Buffer[] = [];
  for (const [name, value] of entries) {
    let head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(withCrlf(name))}"`;
    if (typeof value === 'string') pieces.push(Buffer.from(`${head}\r\n\r\n${asText(value)}\r\n`));
    else {
      head += `; filename="${quoted(value.file_name)}"\r\nContent-Type: ${value.type}\r\n\r\n`;
      pieces.push(Buffer.from(head), value.content, Buffer.from('\r\n'));
    }
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(pieces), type: `multipart/form-data; boundary=${boundary}` };
}

function quoted(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}

function withCrlf(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}
