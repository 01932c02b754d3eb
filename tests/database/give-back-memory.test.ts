// Memory that the program let go of goes back to Linux, where its allocator would keep it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { tidyUp } from '#src/tidy-up.ts';

/** Among what stays there are gaps, so that it does not go back by itself. */
const [PIECES, BYTES, STAYS] = [4_000, 20_000, 40];

// Alpine's musl has another allocator, and says no such version.
const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };

test('what is let go of between things that stay is given back', { skip: !header.glibcVersionRuntime }, async () => {
  let pieces = Array.from({ length: PIECES }, () => Buffer.allocUnsafeSlow(BYTES).fill(1));
  const held = process.memoryUsage.rss();
  pieces = pieces.filter((_, at) => at % STAYS === 0);
  const given = () => held - process.memoryUsage.rss();
  for (let tries = 0; tries < 20 && given() < (PIECES * BYTES) / 2; tries += 1) {
    tidyUp();
    await wait(50);
  }
  assert.ok(given() >= (PIECES * BYTES) / 2, `${given()} bytes of ${PIECES * BYTES}`);
  assert.equal(pieces.length, PIECES / STAYS);
});
