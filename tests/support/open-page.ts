// The page that a visitor has open: what it says, what it offers, and what was typed into it so far.
import {
  type Attachment,
  asQuery,
  asText,
  encodeEntries,
  entriesOf,
  formOf,
  type Handled,
  isDisabled,
} from './form-data.ts';
import { isWorded, labelText, nameOf, type PageElement, parsePage, textOf, theOne, type Wording } from './page.ts';
import { resolvePath, type WebRequest } from './web-client.ts';

const TYPED_IN =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=file]):not([type=submit]), textarea';
const BUTTONS = 'button, input[type=submit]';
const NO_PAGE = '<!doctype html><html><body></body></html>';

export class OpenPage {
  /** The path and query of the page that is open. */
  path = '';
  #markup = NO_PAGE;
  #parsed: PageElement | undefined;
  #inside: PageElement | undefined;
  #handled = new Map<PageElement, Handled>();

  /** Opens a page; null where what came is no page. Nothing is typed yet. */
  protected show(path: string, markup: string | null): void {
    this.path = path;
    this.#markup = markup ?? NO_PAGE;
    this.#parsed = undefined;
    this.#inside = undefined;
    this.#handled = new Map();
  }

  /** Read when somebody looks at it: most pages are only passed through. */
  get #page(): PageElement {
    this.#parsed ??= parsePage(this.#markup);
    return this.#parsed;
  }

  get #scope(): PageElement {
    return this.#inside ?? this.#page;
  }

  /** Types into the field with this label; what stood there is gone. */
  fill(label: Wording, value: string): this {
    this.#handled.set(this.field(label, TYPED_IN), { value });
    return this;
  }

  /** Picks an option: of the select with this label, or of the radio buttons or tick boxes under this legend. */
  choose(label: Wording, option: Wording): this {
    const fieldset = this.all('fieldset').find((one) => isWorded(legendOf(one), label));
    if (fieldset) return this.#chooseIn(fieldset, option);
    const select = this.field(label, 'select');
    const options = [...select.querySelectorAll('option')].filter((one) => !one.hasAttribute('disabled'));
    const chosen = theOne(
      `option of “${label}”`,
      option,
      options.map((element) => ({ element, words: textOf(element) })),
    );
    const before = select.hasAttribute('multiple') ? (this.#handled.get(select)?.chosen ?? []) : [];
    this.#handled.set(select, { chosen: [...before, chosen] });
    return this;
  }

  tick(label: Wording): this {
    this.#handled.set(this.field(label, 'input[type=checkbox]'), { checked: true });
    return this;
  }

  untick(label: Wording): this {
    this.#handled.set(this.field(label, 'input[type=checkbox]'), { checked: false });
    return this;
  }

  /** Attaches a file to the field with this label; a second file of the same call chain is added. */
  attach(label: Wording, file_name: string, content: string | Buffer, type = 'text/plain'): this {
    const field = this.field(label, 'input[type=file]');
    const file: Attachment = { file_name, content: Buffer.from(content as string), type };
    const before = field.hasAttribute('multiple') ? (this.#handled.get(field)?.files ?? []) : [];
    this.#handled.set(field, { files: [...before, file] });
    return this;
  }

  /** Only what is inside the one element of this selector counts, until the next page or `whole()`. */
  within(selector: string): this {
    const found = [...this.#page.querySelectorAll(selector)];
    if (found.length !== 1)
      throw new Error(`${found.length} elements match ${selector} at ${this.path}; one was wanted.`);
    this.#inside = found[0] as PageElement;
    return this;
  }

  whole(): this {
    this.#inside = undefined;
    return this;
  }

  /** What the page says: its main part, or all of it where it has none. */
  text(): string {
    const place =
      this.#scope === this.#page ? (this.#page.querySelector('main') ?? this.#page.querySelector('body')) : this.#scope;
    return place ? textOf(place) : '';
  }

  heading(): string {
    const heading = this.#page.querySelector('h1');
    return heading ? textOf(heading) : '';
  }

  /** The headings of the page, of all ranks, in order. */
  headings(): string[] {
    return this.all('h1, h2, h3, h4').map(textOf);
  }

  title(): string {
    return this.#page.querySelector('title')?.textContent.trim() ?? '';
  }

  /** The sentences of the error summary; each must lead to a field that is there. */
  errors(): string[] {
    return [...this.#page.querySelectorAll('.error-summary li')].map((item) => {
      const target = item.querySelector('a')?.getAttribute('href');
      if (target && !this.#page.querySelector(`[id="${target.slice(1)}"]`))
        throw new Error(`The error summary leads to ${target}, which is not on the page.`);
      return textOf(item);
    });
  }

  /** The sentence kept from the page before, or ''. */
  notice(): string {
    const shown = this.#page.querySelector('.notice');
    return shown ? textOf(shown) : '';
  }

  /** The value a field shows: typed text, chosen option, or 'ticked' and ''. */
  value(label: Wording): string {
    const field = this.field(label, 'input:not([type=hidden]), textarea, select');
    const form = formOf(this.#page, field);
    const name = field.getAttribute('name');
    if (['checkbox', 'radio'].includes(field.getAttribute('type') ?? ''))
      return (this.#handled.get(field)?.checked ?? field.hasAttribute('checked')) ? 'ticked' : '';
    if (!form) throw new Error(`The field “${label}” belongs to no form.`);
    const entry = entriesOf(this.#page, form, null, this.#handled).find(([one]) => one === name);
    return entry ? asText(entry[1]).replace(/\r\n/g, '\n') : '';
  }

  /** What is chosen under a legend: the words of the radio buttons or tick boxes that are set. */
  chosen(legend: Wording): string[] {
    const fieldset = theOne(
      'legend',
      legend,
      this.all('fieldset').map((element) => ({ element, words: legendOf(element) })),
    );
    return [...fieldset.querySelectorAll('input')]
      .filter((input) => this.#handled.get(input)?.checked ?? input.hasAttribute('checked'))
      .map((input) => nameOf(input, this.#page));
  }

  /** Whether a button or link with these words is there to be used. */
  offers(words: Wording): boolean {
    return (
      this.all(BUTTONS).some((button) => isWorded(nameOf(button, this.#page), words) && !isDisabled(button)) ||
      this.all('a[href]').some((link) => isWorded(nameOfLink(link), words))
    );
  }

  all(selector: string): PageElement[] {
    return [...this.#scope.querySelectorAll(selector)];
  }

  /** The control with this label among those of a selector. */
  field(label: Wording, selector: string): PageElement {
    const candidates = this.all(selector).map((element) => ({ element, words: nameOf(element, this.#page) }));
    const field = theOne('field', label, candidates);
    if (isDisabled(field)) throw new Error(`The field “${label}” is disabled.`);
    return field;
  }

  #chooseIn(fieldset: PageElement, option: Wording): this {
    const inputs = [...fieldset.querySelectorAll('input[type=radio], input[type=checkbox]')];
    const input = theOne(
      'choice',
      option,
      inputs.map((element) => ({ element, words: nameOf(element, this.#page) })),
    );
    if (isDisabled(input)) throw new Error(`The choice “${option}” is disabled.`);
    if (input.getAttribute('type') === 'radio') {
      const name = input.getAttribute('name');
      const form = formOf(this.#page, input);
      for (const other of this.#page.querySelectorAll(`input[type=radio][name="${name}"]`)) {
        if (formOf(this.#page, other) === form) this.#handled.set(other, { checked: false });
      }
    }
    this.#handled.set(input, { checked: true });
    return this;
  }

  /** Where the link with these words leads. */
  protected leadsTo(words: Wording): string {
    const links = this.all('a[href]').map((element) => ({ element, words: nameOfLink(element) }));
    return resolvePath(theOne('link', words, links).getAttribute('href') as string, this.path);
  }

  /** What a browser sends when the button with these words is pressed. Throws where it would send nothing. */
  protected submission(words: Wording): WebRequest {
    const button = this.#button(words);
    const form = formOf(this.#page, button);
    if (!form) throw new Error(`The button “${words}” belongs to no form: it does nothing without JavaScript.`);
    const said = (name: string) => button.getAttribute(`form${name}`) ?? form.getAttribute(name);
    const action = resolvePath(said('action') || this.path, this.path);
    const entries = entriesOf(this.#page, form, button, this.#handled);
    if (said('method')?.toLowerCase() !== 'post')
      return { method: 'GET', path: `${action.split('?')[0]}?${asQuery(entries)}`, headers: {} };
    const { body, type } = encodeEntries(entries, said('enctype') ?? 'application/x-www-form-urlencoded');
    return { method: 'POST', path: action, body, headers: { 'Content-Type': type } };
  }

  #button(words: Wording): PageElement {
    const buttons = this.all(BUTTONS).map((element) => ({ element, words: nameOf(element, this.#page) }));
    const button = theOne('button', words, buttons);
    if ((button.getAttribute('type') ?? 'submit') !== 'submit')
      throw new Error(`The button “${words}” sends no form: it does nothing without JavaScript.`);
    if (isDisabled(button)) throw new Error(`The button “${words}” is disabled.`);
    return button;
  }
}

function nameOfLink(link: PageElement): string {
  return link.getAttribute('aria-label') ?? textOf(link);
}

function legendOf(fieldset: PageElement): string {
  return labelText(fieldset.querySelector('legend'));
}
