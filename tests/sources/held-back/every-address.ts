// Every address of the desk filled in, and whether an answer holds certain words in any spelling.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { itemAt } from '#src/item-at.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { mountedRoutes } from '#tests/house-rules/mounted-routes.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';

/**
 * What may stand in the places of addresses, by the place with the word before it (`claims/:number`) or else by its name
 * (`number`); where nothing is given, "1".
 */
export type Places = Record<string, string[]>;

/** The addresses of all routes of this method, with each place filled in with each value. */
export function everyAddress(desk: NewsroomDesk, method: 'GET' | 'POST', places: Places): string[] {
  return mountedRoutes(desk.app)
    .filter((route) => route.method === method)
    .flatMap(({ path }) => fillIn(path, places));
}

/** Goes to all of these addresses: what is found in the answers on the way, and how many open. Fails where the desk breaks. */
export async function lookAround(
  visitor: Visitor,
  addresses: readonly string[],
  foundIn: (answer: Answer, address: string) => string[],
): Promise<{ found: string[]; opened: number }> {
  const walk = visitor.walk();
  const found: string[] = [];
  let opened = 0;
  for (const address of addresses) {
    const answers = await walk.follow(address);
    const { status } = itemAt(answers, -1);
    if (status === 200) opened += 1;
    assert.ok(status < 500, `${address} answers ${status}`);
    for (const answer of answers) found.push(...foundIn(answer, address));
  }
  return { found, opened };
}

/** The ids and numbers of whatever there is at the desk, for the places of addresses. */
export async function placesAt({ db, desks }: NewsroomDesk, article: string): Promise<Places> {
  const idsOf = async (table: 'evidence' | 'contact' | 'fix' | 'query' | 'account' | 'tick') =>
    (await db.selectFrom(table).select('id').execute()).map(({ id }) => id);
  const numbersOf = async (table: 'claim' | 'source' | 'snapshot' | 'version' | 'question' | 'accused') => {
    const numbers = (await db.selectFrom(table).select('number').execute()).map(({ number }) => String(number));
    return [...new Set(['0', ...numbers])];
  };
  return {
    id: [article],
    'claims/:number': await numbersOf('claim'),
    'sources/:number': await numbersOf('source'),
    'snapshots/:number': await numbersOf('snapshot'),
    'versions/:number': await numbersOf('version'),
    number: ['0', '1', '2', '3', '4', '5'],
    'reports/:number': ['1'],
    evidence: await idsOf('evidence'),
    contact: await idsOf('contact'),
    fix: await idsOf('fix'),
    query: await idsOf('query'),
    'entries/:entry': await idsOf('account'),
    tick: await idsOf('tick'),
    question: await numbersOf('question'),
    accused: await numbersOf('accused'),
    format: [...new Set([...REPORT_FORMATS.map(({ name }) => name), 'md', 'docx', 'ris', 'bib', 'csl.json'])],
    slug: [desks.foreign.slug],
  };
}

/** Without most of those of a thing beneath another than its own: one beneath nothing that is there stands for them. */
export async function withoutStrays({ db }: NewsroomDesk, addresses: readonly string[]): Promise<string[]> {
  const uses = await db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .select(['evidence.id', 'claim.number'])
    .execute();
  const accounts = await db
    .selectFrom('account')
    .innerJoin('question', 'question.id', 'account.question_id')
    .select(['account.id', 'question.number'])
    .execute();
  const above = new Map([...uses, ...accounts].map(({ id, number }) => [id, String(number)]));
  return addresses.filter((address) => {
    const [, number, id = ''] = /\/(?:claims|accounts)\/(\d+)\/(?:evidence|entries)\/([\w-]+)/.exec(address) ?? [];
    return number === undefined || number === '0' || number === above.get(id);
  });
}

function fillIn(pattern: string, places: Places): string[] {
  const [place, before, name] = /([\w-]+[/.]):([a-z_]+)/.exec(pattern) ?? [];
  if (place === undefined || name === undefined) return [pattern];
  return (places[place] ?? places[name] ?? ['1']).flatMap((value) =>
    fillIn(pattern.replace(place, before + encodeURIComponent(value)), places),
  );
}

type Answer = Pick<Visitor, 'bytes' | 'headers' | 'path'>;

/**
 * Which of these words, each of one line, an answer holds, its headers included: as they are, encoded, in other letters, or
 * as a hash.
 */
export function heldIn({ bytes, headers, path }: Answer, wanted: readonly string[]): string[] {
  const around = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const lines = [path, ...around, ...unpacked(bytes).split('\n')];
  const known = lookedThrough(wanted);
  const fresh = [...new Set(lines)].filter((line) => !known.has(line));
  const found = heldInText(fresh.join('\n'), wanted);
  for (const line of fresh) known.set(line, found.length === 0 ? found : heldInText(line, found));
  const held = new Set(lines.flatMap((line) => known.get(line) ?? []));
  return wanted.filter((words) => held.has(words));
}

/** By what was looked for, and by line: hundreds of pages are made of the same lines, each of which is looked through once. */
const looked_through = new Map<string, Map<string, string[]>>();

function lookedThrough(wanted: readonly string[]): Map<string, string[]> {
  const key = JSON.stringify(wanted);
  const known = looked_through.get(key) ?? new Map<string, string[]>();
  looked_through.set(key, known);
  return known;
}

function heldInText(whole: string, wanted: readonly string[]): string[] {
  const lower = whole.toLowerCase();
  return wanted.filter((words) => {
    const { plain, base64 } = spellingsOf(words);
    return plain.some((spelling) => lower.includes(spelling)) || base64.some((part) => whole.includes(part));
  });
}

/** What a reader of the file reads: of an archive (a document, a workbook) the names and texts of all that is in it. */
export function unpacked(bytes: Buffer): string {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== ARCHIVE) return bytes.toString('utf8');
  const files = Object.entries(unzipSync(bytes));
  return files.map(([name, inside]) => `${name}\n${unpacked(Buffer.from(inside))}`).join('\n');
}

/** The four bytes with which a ZIP begins. */
const ARCHIVE = 0x504b0304;

const known = new Map<string, { plain: string[]; base64: string[] }>();

function spellingsOf(words: string): { plain: string[]; base64: string[] } {
  const kept = known.get(words);
  if (kept !== undefined) return kept;
  const utf8 = Buffer.from(words, 'utf8');
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .slice(Math.ceil((shift * 4) / 3) + 1, -4),
  );
  const plain = [
    words,
    encodeURIComponent(words),
    encodeURIComponent(words).replaceAll('%20', '+'),
    utf8.toString('hex'),
    createHash('sha256').update(words).digest('hex'),
    JSON.stringify(words).slice(1, -1),
  ].map((spelling) => spelling.toLowerCase());
  const spellings = { plain: [...new Set(plain)], base64 };
  known.set(words, spellings);
  return spellings;
}
