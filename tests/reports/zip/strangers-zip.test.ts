// A ZIP that a stranger made and signed with a key of their own: what its words may do where it is checked.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { strFromU8, strToU8 } from 'fflate';
import { hashOfDetail, hashOfEntry } from '#src/audit/log.ts';
import { retraceZip } from '#src/reports/retrace/retrace-zip.ts';
import { canonicalTextOf } from '#src/reports/signing/statement.ts';
import { claimdesk, freshFolder } from '#tests/cli/support.ts';
import { type Files, filesIn, packedAgain, signAgain } from './mutations.ts';
import { zipsOnce } from './zipped-article.ts';

/** Clears the screen, by ESC and by the C1 letter that means the same; turns words round; is not to be seen; ends a line. */
const NAME = 'Desk \u001b[2J\u009b31m \u202eksed\u202c \u200b\u{e0041}\u2028\u007f';
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('the ZIP of a stranger', () => {
  let whole: Files;
  let folder: string;
  before(async () => {
    whole = filesIn((await zipsOnce()).internal);
    folder = await mkdtemp(join(tmpdir(), 'claimdesk-zip-'));
  });

  /** Where it lies, made anew with these changes and sealed with another key. */
  async function forged(change: (files: Files) => void): Promise<string> {
    const files = new Map(whole);
    change(files);
    signAgain(files);
    const path = join(folder, 'forged.zip');
    await writeFile(path, await packedAgain(files));
    return path;
  }

  function changeJson(files: Files, name: string, change: (value: Record<string, Record<string, unknown>>) => void) {
    const value = JSON.parse(strFromU8(files.get(name) ?? assert.fail(name)));
    change(value);
    files.set(name, strToU8(canonicalTextOf(value)));
  }

  test('no letter of its name moves the cursor of a terminal or hides; a program reads the name as it is', async () => {
    const path = await forged((files) => {
      for (const name of ['statement.json', 'seal.json'])
        changeJson(files, name, (value) => {
          value.desk = { ...value.desk, name: NAME };
        });
      for (const name of ['public/model.json', 'internal/model.json'])
        changeJson(files, name, (value) => {
          value.article = { ...value.article, desk: NAME };
        });
    });
    const data_dir = await freshFolder();
    const said = await claimdesk(['verify', path], { data_dir });
    assert.match(said.out, /^Report 1 on article 1 of Desk \?\[2J\?31m \?ksed\? \?\?\?\?, internal/);
    const as_json = await claimdesk(['verify', path, '--json'], { data_dir });
    for (const { code, out, err } of [said, as_json]) {
      assert.equal(code, 1, 'the files beside the model say another name');
      assert.doesNotMatch(out + err, UNSEEN);
    }
    assert.equal(JSON.parse(as_json.out).desk, NAME);
  });

  for (const after of ['no JSON', 'null', '7', '[]', '{}'])
    test(`an entry of the signature that says ${after} is a fault like others`, async () => {
      const path = await forged((files) => {
        const lines = strFromU8(files.get('log.jsonl') ?? assert.fail())
          .trimEnd()
          .split('\n');
        const entry = JSON.parse(lines.pop() ?? '');
        entry.detail.after = after;
        entry.detail_hash = hashOfDetail(entry.detail);
        entry.hash = hashOfEntry(entry);
        files.set('log.jsonl', strToU8([...lines, canonicalTextOf(entry), ''].join('\n')));
      });
      const { fault } = await retraceZip(path, []);
      assert.match(fault ?? '', /^The (entry of the signature cannot be read|log tells of another report)/);
    });
});
