// Fixes on both engines: asked, decided, in the copy by a version, and lost by one.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { askFix, decideFix, noteWriterWord } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { eventsOn, PARAGRAPHS, type Strike, strikeAt } from './support.ts';

onSqlite((engine) => {
  let newsroom: Newsroom;
  before(async () => {
    newsroom = await openNewsroom(engine);
  });
  const broken = (field: string, words: RegExp) => (error: Error) =>
    error instanceof RuleBroken && error.field === field && words.test(error.message);

  describe('asking', () => {
    let strike: Strike;
    before(async () => {
      strike = await strikeAt(newsroom);
    });

    test('a fix stands where its old words stand, in the claim first', async () => {
      const fix = await strike.ask({
        number: 1,
        old_words: 'Five hundred',
        new_words: 'Four hundred',
        reason: 'the union’s own count',
      });
      const { text } = await getVersionText(newsroom.db, await getArticle(newsroom.ctxOf('ben'), strike.id));
      assert.equal(text.slice(fix.place_start ?? 0, fix.place_end ?? 0), 'Five hundred');
      assert.equal(fix.state, 'asked');
      assert.deepEqual(await eventsOn(newsroom, `fix:${fix.id}`), ['fix.asked']);
    });

    test('the same change asked again stays one', async () => {
      const again = await strike.ask({
        number: 1,
        old_words: 'Five hundred',
        new_words: 'Four hundred',
        reason: 'asked twice',
      });
      assert.equal(again.number, 1);
      assert.equal((await listFixes(newsroom.db, strike.id)).length, 1);
    });

    test('words that are not in the copy are refused, with what looks like them', async () => {
      const asking = strike.ask({ number: 1, old_words: 'Six hundred dockers walked', new_words: 'x' });
      await assert.rejects(
        asking,
        broken('old_words', /Version 1 does not have these words.*sentence 2, “Five hundred dockers/),
      );
    });

    test('"6" is not found in "16", and quotes may be typed straight', async () => {
      const six = await strike.ask({ old_words: '6', new_words: '7' });
      const { text } = await getVersionText(newsroom.db, await getArticle(newsroom.ctxOf('ben'), strike.id));
      assert.equal(text.slice((six.place_start ?? 0) - 9, six.place_end ?? 0), 'of which 6');
      const quote = await strike.ask({ number: 2, old_words: '"a surprise"', new_words: '“no surprise”' });
      assert.equal(text.slice(quote.place_start ?? 0, quote.place_end ?? 0), '“a surprise”');
    });

    test('guests ask for nothing, and strangers find nothing', async () => {
      const input = { old_words: 'Talks', new_words: 'Speeches', reason: '' };
      await assert.rejects(askFix(newsroom.ctxOf('dina'), strike.id, input), Forbidden);
      await assert.rejects(askFix(newsroom.ctxOf('emil'), strike.id, input), NotFound);
      await assert.rejects(
        strike.ask({ old_words: 'Talks', new_words: 'Talks' }),
        broken('new_words', /same as the current ones/),
      );
    });
  });

  describe('deciding', () => {
    test('an editor refuses with a line; the writer’s word is noted and decides nothing', async () => {
      const strike = await strikeAt(newsroom);
      const fix = await strike.ask({ number: 1, old_words: 'Five', new_words: 'Four' });
      const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
      const at = { fix_id: fix.id };
      await assert.rejects(decideFix(ben, strike.id, { ...at, decision: 'agreed' }), Forbidden);
      await assert.rejects(
        decideFix(ada, strike.id, { ...at, decision: 'refused' }),
        broken('decision_line', /in a line/),
      );
      const word = { ...at, word: 'agree', line: '', name: 'the writer', how: 'phone' } as const;
      await noteWriterWord(ben, strike.id, word);
      await noteWriterWord(ben, strike.id, word);
      assert.equal((await strike.fix(1)).state, 'asked');
      await decideFix(ada, strike.id, { ...at, decision: 'refused', line: 'The union says five.' });
      await decideFix(ada, strike.id, { ...at, decision: 'refused', line: 'again' });
      const decided = await strike.fix(1);
      assert.deepEqual(
        [decided.state, decided.decision_line, decided.writer_word],
        ['refused', 'The union says five.', 'agree'],
      );
      assert.deepEqual(await eventsOn(newsroom, `fix:${fix.id}`), ['fix.asked', 'writer.gave_word', 'fix.decided']);
      const stale = decideFix(ada, strike.id, { ...at, decision: 'agreed', revision: fix.revision });
      await assert.rejects(stale, StaleEdit);
    });
  });

  describe('a new version', () => {
    let strike: Strike;
    before(async () => {
      strike = await strikeAt(newsroom);
      await strike.agree(await strike.ask({ number: 1, old_words: 'Five hundred', new_words: 'Four hundred' }));
      await strike.ask({ old_words: '6 stood', new_words: '7 stood' });
      await strike.ask({ old_words: 'Talks go on today', new_words: 'Talks go on' });
      await strike.ask({ number: 2, old_words: 'a surprise', new_words: 'a shock' });
    });

    test('puts the fixes that it has into the copy, whoever had decided, and leaves the others', async () => {
      const strike_now = `A storm came. ${PARAGRAPHS.strike.replace('Five hundred', 'Four hundred')}`;
      const said = await strike.revise({ strike: strike_now, end: 'Talks go on.' });
      assert.deepEqual(said, ['Fixes 1 and 3 are in the copy now.']);
      const states = (await listFixes(newsroom.db, strike.id)).map((fix) => [
        fix.number,
        fix.state,
        fix.in_copy_version,
      ]);
      assert.deepEqual(states, [
        [1, 'in_copy', 2],
        [2, 'asked', null],
        [3, 'in_copy', 2],
        [4, 'asked', null],
      ]);
      assert.deepEqual(await eventsOn(newsroom, `fix:${(await strike.fix(1)).id}`), [
        'fix.asked',
        'fix.decided',
        'fix.in_copy',
      ]);
    });

    test('says so where a later one loses them again, and where words were changed otherwise', async () => {
      const crane = PARAGRAPHS.crane.replace('6 stood', 'nearly all stood');
      const said = await strike.revise({ crane, end: 'Talks go on.' });
      assert.deepEqual(said, ['Fix 1 was lost again.']);
      const [first, second, third] = await listFixes(newsroom.db, strike.id);
      assert.equal(first?.state, 'agreed');
      assert.equal(first?.version_note, 'Version 3 no longer has “Four hundred”, which version 2 had.');
      assert.equal(second?.version_note, 'Version 3 changed these words otherwise.');
      assert.equal(third?.state, 'in_copy');
    });

    test('an undecided fix that was lost waits for its decision again', async () => {
      assert.deepEqual(
        await strike.revise({ strike: PARAGRAPHS.strike.replace('Five', 'Four'), crane: PARAGRAPHS.crane }),
        ['Fix 1 is in the copy now.', 'Fix 3 was lost again.'].join(' ').split('\n'),
      );
      assert.equal((await strike.fix(3)).state, 'asked');
      assert.equal((await strike.fix(1)).version_note, '');
    });

    test('a whole paragraph cut takes its fixes along, and what is moved keeps them', async () => {
      await strike.revise({ strike: '', crane: '', end: `${PARAGRAPHS.crane}\n\nTalks go on today.` });
      assert.equal((await strike.fix(1)).state, 'agreed');
      const { text } = await getVersionText(newsroom.db, await getArticle(newsroom.ctxOf('ben'), strike.id));
      const surprise = await strike.fix(4);
      assert.equal(text.slice(surprise.place_start ?? 0, surprise.place_end ?? 0), 'a surprise');
    });

    test('a fix in the copy is not decided any more', async () => {
      const strike = await strikeAt(newsroom);
      const fix = await strike.ask({ old_words: 'Nobody', new_words: 'No one' });
      await strike.revise({ strike: PARAGRAPHS.strike.replace('Nobody', 'No one') });
      const deciding = decideFix(newsroom.ctxOf('ada'), strike.id, { fix_id: fix.id, decision: 'agreed' });
      await assert.rejects(
        deciding,
        (error: Error) => error instanceof RuleBroken && /in the copy already/.test(error.message),
      );
    });
  });

  test('where one of the words holds the other, the longer one counts', async () => {
    const strike = await strikeAt(newsroom);
    await strike.ask({ old_words: 'Five hundred', new_words: 'At least five hundred' });
    await strike.ask({ old_words: '16 cranes', new_words: '16 large cranes' });
    await strike.revise({ crane: PARAGRAPHS.crane.replace('16 cranes', '16 big cranes') });
    assert.deepEqual(
      (await listFixes(newsroom.db, strike.id)).map((fix) => fix.state),
      ['asked', 'asked'],
    );
    await strike.revise({
      strike: PARAGRAPHS.strike.replace('Five', 'At least five'),
      crane: PARAGRAPHS.crane.replace('16 cranes', '16 large cranes'),
    });
    assert.deepEqual(
      (await listFixes(newsroom.db, strike.id)).map((fix) => fix.state),
      ['in_copy', 'in_copy'],
    );
  });
});
