// A file that this machine cannot make, or not in time, is left out of a ZIP; other faults end it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GaveUp, RuleBroken } from '#src/errors.ts';
import { begunOrWhy } from '#src/reports/zip/begun.ts';

async function* pieces(fails: Error | null): AsyncGenerator<Uint8Array> {
  if (fails) throw fails;
  for (const letter of 'abc') yield Buffer.from(letter);
}

test('a file that is made has all its pieces, the first one, too', async () => {
  const begun = await begunOrWhy(pieces(null));
  assert.ok(typeof begun !== 'string');
  let said = '';
  for await (const piece of begun) said += Buffer.from(piece).toString();
  assert.equal(said, 'abc');
});

test('one that cannot be made, or took too long, is a sentence; a fault of the program is none', async () => {
  assert.equal(await begunOrWhy(pieces(new RuleBroken('Typst is not there.'))), 'Typst is not there.');
  for (const why of ['time', 'memory', 'died'] as const)
    assert.match(
      String(await begunOrWhy(pieces(new GaveUp(why)))),
      /^It could not be made in time\. Download the ZIP again/,
    );
  await assert.rejects(begunOrWhy(pieces(new TypeError('a fault'))), TypeError);
});
