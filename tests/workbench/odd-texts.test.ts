// The short version of bench/held.ts: odd texts are taken in and opened, or refused in words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { ODD_TEXTS } from '../../bench/odd-texts.ts';

/** Enough for what is repeated to be gone through many times; bench/held.ts takes a megabyte. */
const LETTERS = 1_500;
/** As many as are refused. */
const MARKS = 12_000;

describe('odd texts', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  after(() => desk.close());

  for (const [name, make] of Object.entries(ODD_TEXTS)) {
    test(name, async () => {
      const body = `Six trams stood still. ${make(name === 'marks piled up' ? MARKS : LETTERS)}`;
      await ben.send('/articles', { desk: desk.desks.foreign.slug, headline: '', body });
      if (name === 'marks piled up') {
        assert.equal(ben.status, 422);
        assert.match(ben.errors().join(), /carries 12,000 marks/);
        return;
      }
      if (ben.status !== 200) assert.fail(`${ben.status}: ${ben.errors().join()}`);
      assert.match(ben.path, /^\/articles\/\d+/);
      assert.match(ben.body, /<main[\s\S]*Six trams stood still/);
    });
  }
});
