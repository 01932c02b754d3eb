// What somebody got who asked: they may, 403, 404, the sign-in page, or else the status itself.
import { type Attachment, type Entry, encodeEntries } from '#tests/support/form-data.ts';
import type { Walk } from '#tests/support/walk.ts';
import { type Answer, resolvePath, type WebRequest } from '#tests/support/web-client.ts';

/** What a form sends; a file comes as a browser sends one. */
export type Fields = Record<string, string | string[] | Attachment>;

export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  fields?: Fields;
}

export interface Outcome {
  /** As the table of privileges spells it. */
  got: string;
  /** Of the first request. */
  answer: Answer;
}

const SPELT: Record<number, string> = { 200: 'y', 204: 'y', 403: '-', 404: '?' };

/** Asks as a page of the desk does. A GET is followed to where it leads; a post that leads on has been taken. */
export async function outcomeOf(walk: Walk, asked: Asked): Promise<Outcome> {
  const { method, path } = asked;
  const answer = method === 'GET' ? await walk.ask(path) : await walk.client.ask(postOf(asked));
  if (answer.status !== 303) return { got: SPELT[answer.status] ?? String(answer.status), answer };
  const leads_to = resolvePath(answer.headers.location as string, path);
  if (/^\/sign-in\b/.test(leads_to)) return { got: path === '/sign-out' ? 'y' : '>', answer };
  if (method === 'POST') return { got: 'y', answer };
  const { got } = await outcomeOf(walk, { method, path: leads_to });
  return { got, answer };
}

function postOf({ path, fields = {} }: Asked): WebRequest {
  const entries = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): Entry => [name, value]),
  );
  const has_file = entries.some(([, value]) => typeof value !== 'string');
  const { body, type } = encodeEntries(entries, has_file ? 'multipart/form-data' : 'application/x-www-form-urlencoded');
  return { method: 'POST', path, body, headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type } };
}

/** The sentences of a page that says no. */
export function saidOn(page: Buffer): string {
  const main = /<main[\s\S]*<\/main>/.exec(page.toString('utf8'))?.[0] ?? '';
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
