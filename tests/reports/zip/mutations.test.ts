// Changes of the files in a report's ZIP: each is caught. trials/zip-mutations.ts makes a thousand.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { KeyPair } from '#src/people/keys/desk-key.ts';
import { findKeyInUse } from '#src/people/keys/store.ts';
import { retraceZip } from '#src/reports/retrace/retrace-zip.ts';
import { zipOf } from '#src/reports/zip/zip-stream.ts';
import { type Files, filesIn, leaveOut, MUTATIONS, packedAgain, randomFrom, signAgain } from './mutations.ts';
import { ZIPPED, zipsOnce } from './zipped-article.ts';

/** What weighs most of it and is but a file that is hashed: it would be packed and unpacked for every change. */
const HEAVY = /\.(html|pdf|docx|xlsx)$/;
const R9 = /("rule":"R9","sentence":"[^"]*","state":)"\w+"/;

describe('a ZIP that somebody changed', () => {
  let pair: KeyPair;
  let folder: string;
  let key: string;
  const whole: Record<'internal' | 'public', Files> = { internal: new Map(), public: new Map() };
  before(async () => {
    const desk = await ZIPPED.start();
    pair = (await findKeyInUse(desk.db, desk.desks.foreign.id)) ?? assert.fail();
    await desk.close();
    const zips = await zipsOnce();
    for (const audience of ['internal', 'public'] as const) {
      whole[audience] = filesIn(zips[audience]);
      leaveOut(whole[audience], HEAVY);
      signAgain(whole[audience], pair);
    }
    folder = await mkdtemp(join(tmpdir(), 'claimdesk-zip-'));
    key = (await faultOf(await packedAgain(whole.public), [])).zip_key;
  });

  async function faultOf(bytes: Uint8Array, trusted: readonly string[]) {
    const path = join(folder, 'changed.zip');
    await writeFile(path, bytes);
    return retraceZip(path, trusted);
  }

  test('forty random changes are caught, forty of forty', async () => {
    const random = randomFrom(20261129);
    const kinds = Object.entries(MUTATIONS);
    for (let turn = 0; turn < 40; turn += 1) {
      const files = new Map(turn % 2 === 0 ? whole.internal : whole.public);
      const [kind, mutate] = kinds[Math.floor(turn / 2) % kinds.length] ?? assert.fail();
      const said = mutate(files, random);
      const { fault } = await faultOf(await packedAgain(files), [key]);
      assert.notEqual(fault, null, `${kind}: ${said}`);
    }
    const untouched = await faultOf(await packedAgain(whole.public), [key]);
    assert.equal(untouched.fault, null);
  });

  test('the first thing that does not hold is named', async () => {
    const random = randomFrom(1);
    const change = async (kind: string) => {
      const files = new Map(whole.public);
      MUTATIONS[kind]?.(files, random);
      return (await faultOf(await packedAgain(files), [key])).fault ?? '';
    };
    assert.match(await change('a file added'), /was put into it: the signed list does not name it\.$/);
    assert.match(await change('a value changed and hashed again'), /not the signature of seal\.json/);
    assert.match(await change('signed again with another key'), /sealed with another key than the one that you trust/);
  });

  test('a desk that signs what does not agree with itself is found out, too', async () => {
    const forged = async (name: string, change: (text: string) => string, of = whole.internal) => {
      const files = new Map(of);
      const text = change(Buffer.from(files.get(name) ?? assert.fail(name)).toString());
      assert.ok(text !== Buffer.from(files.get(name) ?? []).toString(), `${name} is changed`);
      files.set(name, Buffer.from(text));
      // Whoever forges a model leaves out the file that is made of it.
      if (name.endsWith('/model.json')) leaveOut(files, /report-1(-INTERNAL)?\.json$/);
      signAgain(files, pair);
      return (await faultOf(await packedAgain(files), [key])).fault ?? 'nothing';
    };
    const model = (from: string | RegExp, to: string) =>
      forged('internal/model.json', (text) => text.replace(from, to));
    const cases: [string, RegExp][] = [
      [await forged('copies/1.txt', (text) => text.replace('twenty', 'thirty')), /Saved copy 1 has been altered/],
      [
        await forged('copies.json', (text) => text.replace('"number":1,', '"number":7,')),
        /another hash of saved copy 1/,
      ],
      [
        await forged('log.jsonl', (text) => text.replace('article.taken_in', 'article.taken_on')),
        /Entry \d+ of the log was changed/,
      ],
      [
        await forged('public/model.json', (text) => text.replace('"done":2', '"done":3')),
        /claims that are done: 3; recounted/,
      ],
      [await model('"done":2', '"done":3'), /claims that are done: 3; recounted: 2/],
      [await model('twenty attackers at the very most', 'fifty attackers at the very most'), /A passage of claim 4/],
      [await model('"dropped":1', '"dropped":1,"extra":1'), /does not have the form/],
      [await model('"rule":"R12","sentence"', '"rule":"R12", "sentence"'), /not spelt as RFC 8785/],
      [await model(/"on_checkers_word":false/, '"on_checkers_word":true'), /the checker’s word does not fit/],
      [await forged('log.jsonl', (text) => text.replace('"hash":"', '"hash":"0')), /does not have the form/],
      [await forged('public/model.json', (text) => text.replace(R9, '$1"blocks"'), whole.public), /R9 is “blocks”/],
    ];
    for (const [fault, said] of cases) assert.match(fault, said);
  });

  test('what is no plain ZIP of the desk is refused in words, before anything is unpacked', async () => {
    const plain = await packedAgain(whole.public);
    const junk = Buffer.from('#!/bin/sh\n');
    const other = (name: string) =>
      packedAgain(new Map([...whole.public].map(([one, bytes]) => [one === 'README.txt' ? name : one, bytes])));
    const twice = async function* () {
      for (const name of ['README.txt', 'readme.txt']) yield { name, pieces: Readable.from([Buffer.from(name)]) };
    };
    const end = plain.length - 22;
    const directory = plain.readUInt32LE(end + 16);
    const bomb = Buffer.from(plain);
    bomb.writeUInt32LE(4_000_000_000, directory + 24);
    const encrypted = Buffer.from(plain);
    encrypted.writeUInt16LE(0x0009, directory + 8);
    const liar = await packedAgain(new Map([['README.txt', Buffer.alloc(50_000)]]));
    liar.writeUInt32LE(40_000, liar.readUInt32LE(liar.length - 22 + 16) + 24);
    const cases: [string, Uint8Array, RegExp][] = [
      ['prefix junk', Buffer.concat([junk, plain]), /Bytes were put before the ZIP/],
      ['junk behind', Buffer.concat([plain, junk]), /does not end as a ZIP does/],
      ['cut off', plain.subarray(0, plain.length - 100), /does not end as a ZIP does/],
      ['cut in the middle', Buffer.concat([plain.subarray(0, 900), plain.subarray(1000)]), /is not where it says/],
      ['no ZIP', Buffer.from('%PDF-1.7'), /too short|does not end/],
      ['a path out of the folder', await other('../../etc/passwd'), /may lead out of the folder/],
      ['an absolute path', await other('/etc/passwd'), /may lead out of the folder/],
      ['a name with a backslash', await other('a\\b'), /may lead out of the folder/],
      ['doubled names', await collected(zipOf(twice(), new Date())), /is in it twice/],
      ['a bomb', bomb, /says that it holds more than it can/],
      ['encrypted', encrypted, /packed as no desk packs it/],
      ['an entry longer than it says', liar, /README\.txt|is not in it/],
    ];
    for (const [what, bytes, said] of cases) assert.match((await faultOf(bytes, [key])).fault ?? 'nothing', said, what);
  });
});

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
