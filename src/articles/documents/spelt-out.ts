// A page before it is read: what a browser would show stands in it as plain words, what it hides is gone.
import type { LeftOut } from './left-out.ts';
import { type Element, type Page, spacedText } from './markup.ts';
import { mathAsLine } from './math-line.ts';

const HIDDEN_STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|max-height\s*:\s*0(?:px)?\s*(?:;|$|!))/i;
/** Words for those who hear the page, and the lines that mails show in a list alone. */
const HIDDEN_CLASS = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|screenreader-only|preheader)(?:\s|$)/i;
const ICON = /(?:^|[\s_-])(?:icon|icons|material-icons|glyphicon|fa)(?:[\s_-]|$)/i;
const IN_A_LINE = 'p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, figcaption, caption';
const SHORT_ALT = 12;
const LONG_FORM = 100;

/** Changes the page in place. */
export function spellOut(page: Page, left_out: LeftOut): void {
  for (const template of all(page, 'template[shadowrootmode]')) template.replaceWith(renamed(page, template, 'div'));
  nameLooks(page);
  removeHidden(page, left_out);
  writeOutMath(page, left_out);
  writeOutControls(page, left_out);
  const hasWords = wordsInLines();
  for (const picture of all(page, 'img[alt]'))
    if (isLetter(picture, hasWords)) picture.replaceWith(picture.getAttribute('alt') ?? '');
  for (const quotation of all(page, 'q')) quotation.replaceWith(...quoted(page, quotation));
  for (const svg of all(page, 'svg')) svg.replaceWith(wordsOfDrawing(page, svg));
  for (const frame of all(page, 'iframe[src]')) {
    const host = URL.parse(frame.getAttribute('src') ?? '', 'http://page.invalid')?.hostname ?? '';
    if (host !== '' && !host.endsWith('.invalid')) left_out.add('What is embedded from elsewhere', host);
  }
  for (const object of all(page, 'object')) object.replaceWith(renamed(page, object, 'span'));
}

function all(page: Element, selector: string): Element[] {
  return [...page.querySelectorAll(selector)];
}

const RAISED = /vertical-align\s*:\s*(super|sub)\b/i;
const STRUCK = /text-decoration(?:-line)?\s*:[^;}]*line-through/i;

/** Words that are raised, lowered or struck by style alone, as word processors write pages, get the elements that say so. */
function nameLooks(page: Page): void {
  const styles = all(page, 'style').map(({ textContent }) => textContent.slice(0, LONGEST_STYLE));
  const looks = new Map<string, string>();
  for (const [, name = '', rule = ''] of styles.join('\n').matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/g))
    if (RAISED.test(rule) || STRUCK.test(rule)) looks.set(name, rule);
  for (const element of all(page, 'span[class], span[style]')) {
    const names = (element.getAttribute('class') ?? '').split(/\s+/);
    const rule = [element.getAttribute('style') ?? '', ...names.map((name) => looks.get(name) ?? '')].join(';');
    const raised = RAISED.exec(rule)?.[1]?.toLowerCase();
    if (STRUCK.test(rule)) element.replaceWith(renamed(page, element, 'del'));
    else if (raised) element.replaceWith(renamed(page, element, raised === 'super' ? 'sup' : 'sub'));
  }
}

const LONGEST_STYLE = 200_000;

function removeHidden(page: Page, left_out: LeftOut): void {
  const hidden = all(page, '[hidden], [style], [class], dialog').filter(isHidden);
  const all_hidden = new Set(hidden);
  for (const element of hidden) {
    if (isWithin(element, all_hidden)) continue;
    const isForEars =
      HIDDEN_CLASS.test(element.getAttribute('class') ?? '') && !/preheader/i.test(element.getAttribute('class') ?? '');
    if (!isForEars) left_out.add('Words that the page hides', spacedText(element));
    element.remove();
  }
  for (const element of all(page, '[aria-hidden="true"]')) {
    // What is hidden from those who hear it is shown all the same; a sign's name in letters is a drawing.
    if (ICON.test(element.getAttribute('class') ?? '')) element.remove();
    else element.removeAttribute('aria-hidden');
  }
}

/** Whether it goes with something around it. */
function isWithin(element: Element, others: ReadonlySet<Element>): boolean {
  for (let around = element.parentNode; around !== null; around = around.parentNode)
    if (others.has(around)) return true;
  return false;
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  if (element.localName === 'dialog') return !element.hasAttribute('open');
  return (
    HIDDEN_STYLE.test(element.getAttribute('style') ?? '') || HIDDEN_CLASS.test(element.getAttribute('class') ?? '')
  );
}

function writeOutMath(page: Page, left_out: LeftOut): void {
  for (const math of all(page, 'math')) {
    const line = mathAsLine(math);
    if (line === undefined) left_out.add('An equation that no line can show, marked [?]', math.textContent);
    math.replaceWith(line ?? '[?]');
  }
}

/** What stands in fields and on buttons inside a line is words of it. */
function writeOutControls(page: Page, left_out: LeftOut): void {
  for (const form of all(page, 'form')) {
    const words = form.textContent.split(/\s+/).length;
    const asks = form.querySelector('input[type=email], input[type=password], input[type=search]') !== null;
    if (asks && words < LONG_FORM) {
      left_out.add('Forms', spacedText(form));
      form.remove();
    } else form.replaceWith(renamed(page, form, 'div'));
  }
  for (const control of all(page, 'button, input, select, textarea, output')) {
    const words = wordsOfControl(control);
    if (control.closest(IN_A_LINE) !== null) control.replaceWith(words);
    else {
      left_out.add('Buttons and fields', words);
      control.remove();
    }
  }
}

function wordsOfControl(control: Element): string {
  if (control.localName === 'select') {
    const chosen = control.querySelector('option[selected]') ?? control.querySelector('option');
    return chosen?.textContent ?? '';
  }
  if (control.localName !== 'input') return control.textContent;
  const type = control.getAttribute('type') ?? 'text';
  return /^(text|number|tel|url|date|time|month|week|datetime-local)$/i.test(type)
    ? (control.getAttribute('value') ?? '')
    : '';
}

/** A picture in a line that stands for a letter, a figure or a sign. */
function isLetter(picture: Element, hasWords: (line: Element) => boolean): boolean {
  const alt = (picture.getAttribute('alt') ?? '').trim();
  if (alt === '' || picture.closest('figure') !== null) return false;
  if (/(?:^|\s|-)emoji(?:\s|-|$)/i.test(picture.getAttribute('class') ?? '')) return true;
  if (alt.length > SHORT_ALT) return false;
  const line = picture.closest(IN_A_LINE);
  return line !== null && hasWords(line);
}

/** Whether a line has words beside its pictures. Each is read once: a line may be all of a page, and have thousands of them. */
function wordsInLines(): (line: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (line) => {
    const has = known.get(line) ?? line.textContent.trim() !== '';
    known.set(line, has);
    return has;
  };
}

const MARKS: Record<string, [string, string, string, string]> = {
  de: ['„', '“', '‚', '‘'],
  fr: ['« ', ' »', '“', '”'],
  es: ['«', '»', '“', '”'],
  pt: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  ru: ['«', '»', '„', '“'],
};

/** A quotation with the marks that a browser puts around it. */
function quoted(page: Page, quotation: Element): (Element | string)[] {
  const language = (quotation.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 2).toLowerCase();
  const [open, close, innerOpen, innerClose] = MARKS[language] ?? ['“', '”', '‘', '’'];
  const isInner = quotation.parentNode?.closest('q, [data-quoted]') != null;
  const words = renamed(page, quotation, 'span');
  words.setAttribute('data-quoted', '');
  return isInner ? [innerOpen, words, innerClose] : [open, words, close];
}

function wordsOfDrawing(page: Page, svg: Element): Element {
  const words = page.createElement('span');
  words.append([...svg.querySelectorAll('text')].map(({ textContent }) => textContent.trim()).join(' '));
  return words;
}

/** The same content in an element of another name. */
function renamed(page: Page, element: Element, name: string): Element {
  const other = page.createElement(name);
  for (const attribute of ['class', 'id', 'lang', 'dir']) {
    const value = element.getAttribute(attribute);
    if (value !== null) other.setAttribute(attribute, value);
  }
  other.append(...(((element as unknown as { content?: Element }).content ?? element).childNodes as Iterable<Element>));
  return other;
}
