// A person without JavaScript: opens pages, fills forms by their labels, presses buttons, keeps cookies.
import type { Express } from 'express';
import request from 'supertest';
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

const TYPED_IN =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=file]):not([type=submit]), textarea';
const MAXIMUM_REDIRECTS = 5;

export class Visitor {
  /** The path and query of the page that is open. */
  path = '';
  status = 0;
  headers: Record<string, string> = {};
  /** The page as it came, or the file. */
  body = '';
  bytes: Buffer = Buffer.alloc(0);
  readonly cookies = new Map<string, string>();
  #page: PageElement = parsePage('<!doctype html><html><body></body></html>');
  #scope: PageElement = this.#page;
  #handled = new Map<PageElement, Handled>();
  readonly #app: Express;

  constructor(app: Express) {
    this.#app = app;
  }

  /** Opens a page as from the address bar, and follows redirects. */
  async visit(path: string, headers: Record<string, string> = {}): Promise<this> {
    return this.#follow('GET', path, null, { 'Sec-Fetch-Site': 'none', ...headers });
  }

  /** Follows the link with these words. */
  async follow(words: Wording): Promise<this> {
    const links = this.all('a[href]').map((element) => ({ element, words: nameOfLink(element) }));
    const href = theOne('link', words, links).getAttribute('href') as string;
    return this.#follow('GET', this.#resolve(href), null, { 'Sec-Fetch-Site': 'same-origin' });
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

  /** Presses the button with these words: sends its form as a browser would, and follows redirects. */
  async press(words: Wording): Promise<this> {
    const buttons = this.all('button, input[type=submit]').map((element) => ({
      element,
      words: nameOf(element, this.#page),
    }));
    const button = theOne('button', words, buttons);
    const type = button.getAttribute('type') ?? 'submit';
    if (type !== 'submit') throw new Error(`The button “${words}” sends no form: it does nothing without JavaScript.`);
    if (isDisabled(button)) throw new Error(`The button “${words}” is disabled.`);
    const form = formOf(this.#page, button);
    if (!form) throw new Error(`The button “${words}” belongs to no form: it does nothing without JavaScript.`);
    return this.#submit(form, button);
  }

  /** Only what is inside the one element of this selector counts, until the next page or `whole()`. */
  within(selector: string): this {
    const found = [...this.#page.querySelectorAll(selector)];
    if (found.length !== 1)
      throw new Error(`${found.length} elements match ${selector} at ${this.path}; one was wanted.`);
    this.#scope = found[0] as PageElement;
    return this;
  }

  whole(): this {
    this.#scope = this.#page;
    return this;
  }

  /** Posts without a form, as a forger or a broken client would. Fields are sent urlencoded; headers as given. */
  async send(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' },
  ): Promise<this> {
    const { body, type } = encodeEntries(Object.entries(fields), 'application/x-www-form-urlencoded');
    return this.#follow('POST', path, body, { 'Content-Type': type, ...headers });
  }

  /** Posts these very bytes. */
  async sendBytes(path: string, body: Buffer | string, headers: Record<string, string>): Promise<this> {
    return this.#follow('POST', path, Buffer.from(body as string), { 'Sec-Fetch-Site': 'same-origin', ...headers });
  }

  async signIn(email: string, password: string): Promise<this> {
    await this.visit('/sign-in');
    await this.fill(/^e-?mail/i, email)
      .fill(/^password/i, password)
      .press(/^sign in/i);
    if (this.path.startsWith('/sign-in'))
      throw new Error(`${email} could not sign in: ${this.errors().join(' ') || this.text()}`);
    return this;
  }

  /** What the page says: its main part, or all of it where it has none. */
  text(): string {
    const place =
      this.#scope === this.#page ? (this.#page.querySelector('main') ?? this.#page.querySelector('body')) : this.#scope;
    return place ? textOf(place) : this.body;
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
      this.all('button, input[type=submit]').some(
        (button) => isWorded(nameOf(button, this.#page), words) && !isDisabled(button),
      ) || this.all('a[href]').some((link) => isWorded(nameOfLink(link), words))
    );
  }

  all(selector: string): PageElement[] {
    return [...this.#scope.querySelectorAll(selector)];
  }

  json(): unknown {
    return JSON.parse(this.body);
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

  #submit(form: PageElement, button: PageElement): Promise<this> {
    const said = (name: string) => button.getAttribute(`form${name}`) ?? form.getAttribute(name);
    const method = (said('method') ?? 'get').toUpperCase();
    const action = this.#resolve(said('action') || this.path);
    const entries = entriesOf(this.#page, form, button, this.#handled);
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    if (method === 'GET') {
      const query = asQuery(entries);
      return this.#follow('GET', `${action.split(/[?#]/)[0]}?${query}`, null, headers);
    }
    const { body, type } = encodeEntries(entries, said('enctype') ?? 'application/x-www-form-urlencoded');
    return this.#follow('POST', action, body, { ...headers, 'Content-Type': type });
  }

  #resolve(href: string): string {
    const address = new URL(href, `http://desk.test${this.path || '/'}`);
    return `${address.pathname}${address.search}`;
  }

  async #follow(
    method: 'GET' | 'POST',
    path: string,
    body: Buffer | null,
    headers: Record<string, string>,
  ): Promise<this> {
    let response = await this.#request(method, path, body, headers);
    let at = path;
    for (let redirects = 0; response.status >= 301 && response.status <= 303; redirects++) {
      if (redirects === MAXIMUM_REDIRECTS)
        throw new Error(`${path} redirects in a circle, at last to ${response.headers.location}.`);
      this.path = at;
      at = this.#resolve(response.headers.location as string);
      response = await this.#request('GET', at, null, { 'Sec-Fetch-Site': headers['Sec-Fetch-Site'] ?? 'same-origin' });
    }
    this.#show(at, response);
    return this;
  }

  async #request(method: 'GET' | 'POST', path: string, body: Buffer | null, headers: Record<string, string>) {
    const call = method === 'GET' ? request(this.#app).get(path) : request(this.#app).post(path);
    call
      .redirects(0)
      .ok(() => true)
      .buffer(true)
      .parse(collect as never);
    call.set({ Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers });
    if (this.cookies.size > 0)
      call.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await (body === null ? call : call.serialize((bytes) => bytes).send(body));
    for (const line of [response.headers['set-cookie']].flat() as (string | undefined)[])
      if (line) this.#keepCookie(line);
    return response;
  }

  #keepCookie(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const name = pair.slice(0, pair.indexOf('=')).trim();
    const expires = attributes.find((one) => /^\s*expires=/i.test(one))?.split('=')[1];
    const gone =
      attributes.some((one) => /^\s*max-age=(0|-\d+)\s*$/i.test(one)) ||
      (expires !== undefined && Date.parse(expires) < Date.now());
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }

  #show(path: string, response: { status: number; headers: Record<string, string>; body: unknown }): void {
    this.path = path;
    this.status = response.status;
    this.headers = response.headers;
    this.bytes = response.body as Buffer;
    this.body = Buffer.isBuffer(this.bytes) ? this.bytes.toString('utf8') : '';
    const isPage = (this.headers['content-type'] ?? '').startsWith('text/html');
    this.#page = parsePage(isPage ? this.body : '<!doctype html><html><body></body></html>');
    this.#scope = this.#page;
    this.#handled = new Map();
  }
}

function nameOfLink(link: PageElement): string {
  return link.getAttribute('aria-label') ?? textOf(link);
}

function legendOf(fieldset: PageElement): string {
  return labelText(fieldset.querySelector('legend'));
}

function collect(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  response.on('data', (piece: Buffer) => pieces.push(piece));
  response.on('end', () => done(null, Buffer.concat(pieces)));
}
