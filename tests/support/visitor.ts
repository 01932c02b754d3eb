// A person without JavaScript: opens pages, fills forms by their labels, presses buttons, keeps cookies.
import type { Express } from 'express';
import { encodeEntries } from './form-data.ts';
import { OpenPage } from './open-page.ts';
import type { Wording } from './page.ts';
import { Walk } from './walk.ts';
import { HOST, WebClient, type WebRequest } from './web-client.ts';

export class Visitor extends OpenPage {
  status = 0;
  headers: Record<string, string> = {};
  /** The page as it came, or the file. */
  body = '';
  bytes: Buffer = Buffer.alloc(0);
  readonly #client: WebClient;

  constructor(app: Express) {
    super();
    this.#client = new WebClient(app);
  }

  get cookies(): Map<string, string> {
    return this.#client.cookies;
  }

  /** Begins a walk through many addresses, of which none changes anything. */
  walk(): Walk {
    return new Walk(this.#client);
  }

  /** Opens a page as from the address bar, and follows redirects. */
  async visit(path: string, headers: Record<string, string> = {}): Promise<this> {
    return this.#open({ method: 'GET', path, headers: { 'Sec-Fetch-Site': 'none', ...headers } });
  }

  /** Follows the link with these words. */
  async follow(words: Wording): Promise<this> {
    return this.#open({ method: 'GET', path: this.leadsTo(words), headers: this.#fromHere() });
  }

  /** Presses the button with these words: sends its form as a browser would, and follows redirects. */
  async press(words: Wording): Promise<this> {
    const sent = this.submission(words);
    return this.#open({ ...sent, headers: { ...this.#fromHere(), ...sent.headers } });
  }

  /** Posts without a form, as a forger or a broken client would. Fields are sent urlencoded; headers as given. */
  async send(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' },
  ): Promise<this> {
    const { body, type } = encodeEntries(Object.entries(fields), 'application/x-www-form-urlencoded');
    return this.#open({ method: 'POST', path, body, headers: { 'Content-Type': type, ...headers } });
  }

  /** Posts these very bytes. */
  async sendBytes(path: string, body: Buffer | string, headers: Record<string, string>): Promise<this> {
    const sent = { 'Sec-Fetch-Site': 'same-origin', ...headers };
    return this.#open({ method: 'POST', path, body: Buffer.from(body as string), headers: sent });
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

  /** What the page says; of a file, all of it. */
  override text(): string {
    return super.text() || this.body;
  }

  json(): unknown {
    return JSON.parse(this.body);
  }

  async #open(wanted: WebRequest): Promise<this> {
    const answer = await this.#client.send(wanted);
    this.status = answer.status;
    this.headers = answer.headers;
    this.bytes = answer.bytes;
    this.body = answer.bytes.toString('utf8');
    const isPage = (answer.headers['content-type'] ?? '').startsWith('text/html');
    this.show(answer.path, isPage ? this.body : null);
    return this;
  }

  /** What a browser says of a click on this page. */
  #fromHere(): Record<string, string> {
    return { 'Sec-Fetch-Site': 'same-origin', Referer: `http://${HOST}${this.path}` };
  }
}
