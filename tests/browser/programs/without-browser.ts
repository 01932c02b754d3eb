// A test file whose browser cannot start, to be watched: it has to fail, and to end.
import { before, test } from 'node:test';
import { startNewsroom } from '#tests/support/newsroom.ts';
import { openInBrowser } from '../support.ts';

before(async () => {
  await openInBrowser(await startNewsroom());
});

test('a page in a browser', () => {});
