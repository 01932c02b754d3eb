// A test file whose browser cannot start, to be watched: it has to fail, and to end.
import { before, test } from 'node:test';
import type { TestDesk } from '#tests/support/app.ts';
import { openInBrowser } from '../support.ts';

before(async () => {
  // All that matters of a desk here: until it is closed, the process does not end.
  const open = setInterval(() => {}, 1_000);
  await openInBrowser({ close: async () => clearInterval(open) } as TestDesk);
});

test('a page in a browser', () => {});
