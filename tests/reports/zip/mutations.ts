// Random changes of the files in a report's ZIP, as somebody makes them who wants it to say something else.
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { fingerprintOf, type KeyPair, newKeyPair, publicKeyAsPem, signText } from '#src/people/keys/desk-key.ts';
import { canonicalTextOf } from '#src/reports/signing/statement.ts';
import { SEAL_NAMES, sumsOf } from '#src/reports/zip/zip-seal.ts';
import { zipOf } from '#src/reports/zip/zip-stream.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';

/** The files of a ZIP in their order. */
export type Files = Map<string, Uint8Array>;
type Random = () => number;

/** The same numbers for the same seed, between 0 and 1. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function filesIn(zip: Uint8Array): Files {
  return new Map(Object.entries(unzipSync(zip)));
}

/** Without the files of these names, in the list of names as well: to be signed again. */
export function leaveOut(files: Files, names: RegExp): void {
  const seal = JSON.parse(strFromU8(files.get('seal.json') ?? new Uint8Array()));
  for (const name of [...files.keys()].filter((one) => names.test(one))) {
    files.delete(name);
    seal.names.splice(seal.names.indexOf(name), 1);
  }
  files.set('seal.json', strToU8(JSON.stringify(seal)));
}

/** Packed as the desk packs. */
export function packedAgain(files: Files): Promise<Buffer> {
  const entries = async function* () {
    for (const [name, bytes] of files) {
      const pieces = async function* () {
        yield bytes;
      };
      yield { name, pieces: pieces() };
    }
  };
  return bytesOf({ file_name: '', media_type: '', pieces: zipOf(entries(), new Date('2026-03-14T16:00:00Z')) });
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick.');
  return item;
}

function nameIn(files: Files, random: Random): string {
  return pick(
    random,
    [...files].filter(([, bytes]) => bytes.length > 0).map(([name]) => name),
  );
}

/** Each changes the files and says what it did. */
export const MUTATIONS: Record<string, (files: Files, random: Random) => string> = {
  'a byte flipped': (files, random) => {
    const name = nameIn(files, random);
    const bytes = Uint8Array.from(files.get(name) ?? []);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    files.set(name, bytes);
    return `${name}, byte ${at}`;
  },
  'a file dropped': (files, random) => {
    const name = nameIn(files, random);
    files.delete(name);
    return name;
  },
  'a file added': (files, random) => {
    const name = pick(random, [
      'more.txt',
      'public/more.html',
      'copies/99.pdf',
      'internal/model.json2',
      'LEFT-OUT.txt',
    ]);
    files.set(name, strToU8(`added ${random()}`));
    return name;
  },
  'two files swapped': (files, random) => {
    const one = nameIn(files, random);
    const other = nameIn(files, random);
    if (one === other || Buffer.from(files.get(one) ?? []).equals(files.get(other) ?? new Uint8Array()))
      return MUTATIONS['a file dropped']?.(files, random) ?? '';
    const bytes = files.get(one) ?? new Uint8Array();
    files.set(one, files.get(other) ?? new Uint8Array());
    files.set(other, bytes);
    return `${one}, ${other}`;
  },
  'a file renamed': (files, random) => {
    const name = nameIn(files, random);
    const entries = [...files].map(([one, bytes]): [string, Uint8Array] => [one === name ? `${one}x` : one, bytes]);
    files.clear();
    for (const [one, bytes] of entries) files.set(one, bytes);
    return name;
  },
  'a value changed and hashed again': (files, random) => {
    const said = changeValue(files, random);
    hashAgain(files);
    return said;
  },
  'signed again with another key': (files) => {
    signAgain(files);
    return 'nothing else';
  },
  'a value changed, hashed and signed again with another key': (files, random) => {
    const said = changeValue(files, random);
    signAgain(files);
    return said;
  },
};

/** One letter, figure or truth somewhere in a file of JSON, spelt as RFC 8785 wants it. */
function changeValue(files: Files, random: Random): string {
  const names = [...files.keys()].filter((name) => /(model|statement|copies|report-\d[\w-]*)\.json$/.test(name));
  const name = pick(random, names);
  const value = JSON.parse(strFromU8(files.get(name) ?? new Uint8Array()));
  const places: { of: Record<string, unknown>; key: string }[] = [];
  gather(value, places);
  const { of, key } = pick(random, places);
  of[key] = changed(of[key]);
  files.set(name, strToU8(canonicalTextOf(value)));
  return `${name}, ${key}`;
}

function gather(value: unknown, places: { of: Record<string, unknown>; key: string }[]): void {
  if (typeof value !== 'object' || value === null) return;
  const of = value as Record<string, unknown>;
  for (const [key, inner] of Object.entries(of))
    if (typeof inner === 'object' && inner !== null) gather(inner, places);
    else places.push({ of, key });
}

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return value === null ? 'something' : `${value}x`;
}

/** All that needs no key. */
function hashAgain(files: Files): void {
  const sha256 = (bytes: Uint8Array | undefined) =>
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
  const covered = [...files].filter(([name]) => !(SEAL_NAMES as readonly string[]).includes(name));
  const sums = sumsOf(covered.map(([name, bytes]) => ({ name, sha256: sha256(bytes) })));
  files.set('SHA256SUMS', strToU8(sums));
  const seal = JSON.parse(strFromU8(files.get('seal.json') ?? new Uint8Array()));
  seal.sums_sha256 = sha256(files.get('SHA256SUMS'));
  seal.statement_sha256 = sha256(files.get('statement.json'));
  files.set('seal.json', strToU8(canonicalTextOf(seal)));
}

/** The whole of it made anew, by somebody with a key of their own unless one is given: statement, hashes, seal. */
export function signAgain(files: Files, { public_key, private_key }: KeyPair = newKeyPair()): void {
  const key = fingerprintOf(public_key);
  const sha256 = (name: string) =>
    createHash('sha256')
      .update(files.get(name) ?? '')
      .digest('hex');
  const statement = JSON.parse(strFromU8(files.get('statement.json') ?? new Uint8Array()));
  statement.key = key;
  statement.public_sha256 = sha256('public/model.json');
  if (files.has('internal/model.json')) statement.internal_sha256 = sha256('internal/model.json');
  const text = canonicalTextOf(statement);
  files.set('statement.json', strToU8(text));
  files.set('statement.sig', strToU8(`${signText(text, { private_key, public_key })}\n`));
  for (const name of ['report-key.pem', 'zip-key.pem']) files.set(name, strToU8(publicKeyAsPem(public_key)));
  const seal = JSON.parse(strFromU8(files.get('seal.json') ?? new Uint8Array()));
  Object.assign(seal, { key, report_key: key });
  files.set('seal.json', strToU8(canonicalTextOf(seal)));
  hashAgain(files);
  files.set(
    'seal.sig',
    strToU8(`${signText(strFromU8(files.get('seal.json') ?? new Uint8Array()), { private_key, public_key })}\n`),
  );
}
