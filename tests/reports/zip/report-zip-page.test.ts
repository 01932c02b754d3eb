// docs/report-zip.md is enough to write a verifier from: one that is, takes and refuses what ours does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filesIn, MUTATIONS, packedAgain, randomFrom } from './mutations.ts';
import { checkEntry, fingerprintOf, isSigned, sha256, verifyAsAStranger } from './strangers-verifier.ts';
import { zipsOnce } from './zipped-article.ts';

const page = readFileSync('docs/report-zip.md', 'utf8');
const block = (kind: string) => new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? assert.fail(kind);

test('the example on the page holds', () => {
  const [pem, sums, seal] = [block('pem'), block('sums'), block('seal').trimEnd()];
  const said = JSON.parse(seal);
  assert.equal(fingerprintOf(pem), said.key);
  assert.ok(page.includes(`fingerprint \`${said.key}\``));
  assert.equal(sums, `${sha256('A note.\n')}  README.txt\n`);
  assert.deepEqual([said.sums_sha256, said.statement_sha256], [sha256(sums), sha256('{}')]);
  assert.ok(isSigned(Buffer.from(seal), block('signature'), pem));
  assert.equal(checkEntry(block('log').trimEnd()).verb, 'article.taken_in');
});

test('a verifier written from the page takes both ZIPs, and refuses every kind of change', async () => {
  const random = randomFrom(7);
  for (const zip of Object.values(await zipsOnce())) {
    const whole = filesIn(zip);
    const key = fingerprintOf(Buffer.from(whole.get('zip-key.pem') ?? []).toString());
    verifyAsAStranger(zip, key);
    for (const [kind, mutate] of Object.entries(MUTATIONS)) {
      const files = new Map(whole);
      const said = mutate(files, random);
      const changed = await packedAgain(files);
      assert.throws(() => verifyAsAStranger(changed, key), Error, `${kind}: ${said}`);
    }
  }
});

test('every entry of a ZIP is on the page', async () => {
  const names = [...filesIn((await zipsOnce()).internal).keys()];
  const spelt = (name: string) =>
    name
      .replace(/^copies\/\d+\.text\.txt$/, 'copies/N.text.txt')
      .replace(/^copies\/\d+\.\w+$/, 'copies/N.ENDING')
      .replace(/claimdesk-1-report-1(-INTERNAL)?.*$/, 'claimdesk-A-report-N$1.…');
  for (const name of names) assert.ok(page.includes(`\`${spelt(name)}\``), name);
});
