// A walk through many addresses of a desk: a page that several of them lead to is asked for once.
import { type Answer, resolvePath, type WebClient } from './web-client.ts';

const FROM_THE_BAR = { 'Sec-Fetch-Site': 'none' };

export class Walk {
  readonly client: WebClient;
  readonly #answers = new Map<string, Answer>();

  /** By a client for whom nothing changes meanwhile. */
  constructor(client: WebClient) {
    this.client = client;
  }

  /** What comes of this address, as from the address bar; it is asked for where it was not yet. */
  async ask(path: string): Promise<Answer> {
    const known = this.#answers.get(path);
    if (known !== undefined) return known;
    const answer = await this.client.ask({ method: 'GET', path, headers: FROM_THE_BAR });
    this.#answers.set(path, answer);
    return answer;
  }

  /** Asks once more, as a browser that has the page: whether it is as it was. Nothing is asked where it may not be kept. */
  async askAgain(path: string): Promise<void> {
    const { etag } = (await this.ask(path)).headers;
    const headers = { ...FROM_THE_BAR, 'If-None-Match': etag ?? '' };
    if (etag !== undefined) await this.client.ask({ method: 'GET', path, headers });
  }

  /** The same, and whatever it leads to: all answers on the way, the page where it ends last. Throws where it has no end. */
  async follow(path: string, before: readonly Answer[] = []): Promise<Answer[]> {
    const answer = await this.ask(path);
    if (before.includes(answer)) throw new Error(`${before[0]?.path} redirects in a circle, at last to ${path}.`);
    const answers = [...before, answer];
    const { status, headers } = answer;
    return status >= 301 && status <= 303
      ? this.follow(resolvePath(headers.location as string, path), answers)
      : answers;
  }
}
