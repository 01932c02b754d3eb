// First sources as verbs on both engines: counted once, in no circle, also when two are quick.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { getArticle } from '#src/articles/store.ts';
import { transact } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { getSource } from '#src/sources/card/store.ts';
import { addSource } from '#src/sources/commands.ts';
import { noteDerivation, removeDerivation } from '#src/sources/origins/commands.ts';
import { listDerived } from '#src/sources/origins/derived-store.ts';
import { countSources, keysFor, makesCircle, sayCount } from '#src/sources/origins/first-source.ts';
import { listSameText } from '#src/sources/origins/same-text-store.ts';
import { findDerivation, listOrigins } from '#src/sources/origins/store.ts';
import { eventsOf, takeRaidIn } from '#tests/evidence/support.ts';
import { onEachEngine, onEngine } from '#tests/support/engines.ts';
import { hireCast, type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { eraseCopy, keepCopy, mergeSources } from '#tests/support/source-verbs.ts';
import { addedSource, allCopies } from './copies.ts';

const refused = (error: unknown) => error instanceof RuleBroken && error.field === 'derives_from';

/** Numbers of sources of the foreign desk, one a title. */
async function cards(newsroom: Newsroom, ...titles: string[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const title of titles) numbers.push(await addedSource(newsroom, title));
  return numbers;
}

const from = (number: number | undefined) => ({ derives_from: `source ${number}` });

onEachEngine((engine) => {
  engine.rule('three papers that print one wire story are three sources and one first source', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const id = await takeRaidIn(newsroom);
    const [wire, ...papers] = await cards(newsroom, 'Wire, take 3', 'Morning Post', 'Evening Post', 'Late Post');
    for (const source_number of papers) await addEvidence(ben, id, { number: 1, source_number });
    const before = await getArticle(ben, id);
    for (const paper of papers) await noteDerivation(ben, paper, { ...from(wire), note: 'its first line says so' });
    const after = await getArticle(ben, id);
    assert.equal(after.changed_seq, before.changed_seq + 3);
    for (const role of ['reviewer', 'guest'] as const)
      assert.equal(
        sayCount(countSources(await listEvidence(newsroom.db, after.id, role))),
        '3 sources, 1 first source',
        role,
      );
    const [use] = await listEvidence(newsroom.db, after.id, 'reviewer');
    assert.partialDeepStrictEqual(use, { derives_from: { number: wire }, first_source: { title: 'Wire, take 3' } });
    assert.deepEqual(await eventsOf(newsroom.db, 'source'), { 'source.added': 4, 'source.derivation_noted': 3 });
  });

  test('what is noted again changes nothing, what is noted anew takes its place, and what is taken back stays as a row', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
    const [wire, paper, ministry] = await cards(newsroom, 'Wire', 'Paper', 'https://interior.example/208');
    await noteDerivation(ben, paper as number, { ...from(wire), standing: '' });
    await noteDerivation(ben, paper as number, { ...from(wire), standing: '' });
    const { id } = await getSource(ben, paper as number);
    const first = await findDerivation(newsroom.db, id);
    await assert.rejects(
      noteDerivation(cleo, paper as number, { derives_from: 'interior.example/208', standing: '' }),
      StaleEdit,
    );
    const standing = first?.id as string;
    await noteDerivation(cleo, paper as number, {
      derives_from: 'www.interior.example/208/',
      standing,
      note: 'asked them',
    });
    assert.deepEqual(
      (await listOrigins(newsroom.db, id)).map(({ number }) => number),
      [ministry],
    );
    await removeDerivation(ben, paper as number);
    await removeDerivation(ben, paper as number);
    assert.equal(await findDerivation(newsroom.db, id), undefined);
    const rows = await newsroom.db.selectFrom('source_derivation').selectAll().orderBy('id').execute();
    assert.deepEqual(
      rows.map(({ note, removed_at }) => [note, removed_at !== null]),
      [
        ['', true],
        ['asked them', true],
      ],
    );
    const events = { 'source.added': 3, 'source.derivation_noted': 2, 'source.derivation_removed': 1 };
    assert.deepEqual(await eventsOf(newsroom.db, 'source'), events);
  });

  engine.rule(
    'nothing derives from itself, in a circle, from a stranger’s card or from one that is not there',
    async () => {
      const newsroom = await openNewsroom(engine);
      const ben = newsroom.ctxOf('ben');
      const [a, b, c] = (await cards(newsroom, 'A', 'B', 'C')) as [number, number, number];
      const weekend = newsroom.desks.weekend.slug;
      const { source: foreign } = await addSource(newsroom.ctxOf('emil'), { desk: weekend, source_line: 'D' });
      await noteDerivation(ben, b, from(a));
      await noteDerivation(ben, c, { derives_from: '  b ' });
      for (const derives_from of ['C', 'b', `#${a}`, `source ${foreign.number}`, 'D', '99999', 'no such thing', ''])
        await assert.rejects(noteDerivation(ben, a, { derives_from }), refused, derives_from);
      await assert.rejects(noteDerivation(newsroom.ctxOf('dina'), c, from(a)), Forbidden);
      await assert.rejects(removeDerivation(newsroom.ctxOf('dina'), c), Forbidden);
      await assert.rejects(noteDerivation(newsroom.ctxOf('emil'), c, from(a)), NotFound);
      await assert.rejects(removeDerivation(newsroom.ctxOf('emil'), c), NotFound);
      await assert.rejects(noteDerivation(ben, foreign.number, from(a)), NotFound);
      const { id } = await getSource(ben, a);
      assert.deepEqual(
        (await listDerived(newsroom.db, id)).map(({ number, depth }) => [number, depth]),
        [
          [b, 1],
          [c, 2],
        ],
      );
    },
  );

  test('cards that are put together keep what derives from them, and make no circle', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const [a, b, c, d] = (await cards(newsroom, 'A', 'B', 'C', 'D')) as [number, number, number, number];
    // d → c → b → a; c goes into a: d derives from a, and b as before.
    await noteDerivation(ben, b, from(a));
    await noteDerivation(ben, c, from(b));
    await noteDerivation(ben, d, from(c));
    await mergeSources(ben, a, { other: c, revision: 1, other_revision: 1, choices: {} });
    const origins = async (number: number) => {
      const { id } = await getSource(ben, number);
      return (await listOrigins(newsroom.db, id)).map((one) => one.number);
    };
    assert.deepEqual([await origins(a), await origins(b), await origins(d)], [[], [a], [a]]);
    await mergeSources(ben, d, { other: a, revision: 1, other_revision: 2, choices: {} });
    assert.deepEqual([await origins(d), await origins(b)], [[], [d]]);
  });

  test('copies of one text, however printed, are offered as the same copy, within the desk and while they stand', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, ada] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada')];
    const words =
      'Six trams stopped on Monday – “four hundred people” walked home, the company’s spokesman said, '.repeat(3);
    const paste = (text: string) =>
      ({ how: 'paste', name: '', claimed: 'text/plain', bytes: Buffer.from(text) }) as const;
    const [wire, paper, other] = (await cards(newsroom, 'Wire', 'Paper', 'Other')) as [number, number, number];
    const { source: foreign } = await addSource(newsroom.ctxOf('emil'), {
      desk: newsroom.desks.weekend.slug,
      source_line: 'Weekend',
    });
    await keepCopy(ben, wire, paste(words));
    await keepCopy(
      ben,
      paper,
      paste(words.toUpperCase().replaceAll('“', '"').replaceAll('”', '"').replaceAll(' ', '\n')),
    );
    await keepCopy(ben, other, paste(`${words} Not so.`));
    await keepCopy(newsroom.ctxOf('emil'), foreign.number, paste(words));
    const same = async () =>
      (await listSameText(newsroom.db, await getSource(ben, wire))).map((source) => source.number);
    assert.deepEqual(await same(), [paper]);
    const [, copy] = await allCopies(newsroom);
    await eraseCopy(ada, copy?.number as number, 'not ours to keep');
    assert.deepEqual(await same(), []);
  });
});

onEngine('sqlite', (engine) => {
  test('whatever people note, take back and put together, every line ends, and each card has one line', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const step = fc.record({
      does: fc.constantFrom('note', 'note', 'note', 'note', 'remove', 'merge'),
      a: fc.nat(6),
      b: fc.nat(6),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        round += 1;
        const numbers = await cards(newsroom, ...Array.from({ length: 7 }, (_, one) => `${round}-${one}`));
        for (const { does, a, b } of steps) {
          const [one, other] = [await getSource(ben, numbers[a] as number), await getSource(ben, numbers[b] as number)];
          const merging = { other: other.number, revision: one.revision, other_revision: other.revision, choices: {} };
          const doing = {
            note: () => noteDerivation(ben, one.number, from(other.number)),
            remove: () => removeDerivation(ben, one.number),
            merge: () => mergeSources(ben, one.number, merging),
          };
          await doing[does]().catch((error) => assert.ok(error instanceof RuleBroken, String(error)));
        }
        const links = await newsroom.db
          .selectFrom('source_derivation')
          .select(['source_id', 'derives_from_id'])
          .where('removed_at', 'is', null)
          .execute();
        const parents = new Map(links.map((link) => [link.source_id, link.derives_from_id]));
        assert.equal(parents.size, links.length, 'one line a card');
        for (const id of parents.keys()) {
          const line = new Set<string>();
          for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
            assert.ok(!line.has(at), 'a line came back to where it was');
            line.add(at);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

onEngine('postgres', (engine) => {
  test('of two who note the opposite at the same moment, one is told that it cannot be', async () => {
    const config = await engine.freshConfig();
    const [one, two] = [await openDatabase(config), await openDatabase(config)];
    try {
      const newsroom = await hireCast(one.db);
      const [a, b] = (await cards(newsroom, 'A', 'B')) as [number, number];
      const [ben, cleo] = [newsroom.ctxOf('ben'), { ...newsroom.ctxOf('cleo'), db: two.db }];
      for (let round = 0; round < 10; round += 1) {
        const slow = transact(ben, async (ctx) => {
          await noteDerivation(ctx, a, from(b));
          await wait(round);
        });
        const results = await Promise.allSettled([slow, noteDerivation(cleo, b, from(a))]);
        const failures = results.filter((result) => result.status === 'rejected');
        assert.equal(failures.length, 1);
        assert.ok(refused(failures[0]?.reason), String(failures[0]?.reason));
        await removeDerivation(ben, a);
        await removeDerivation(ben, b);
      }
    } finally {
      await two.close();
      await one.close();
    }
  });
});

test('whatever is noted in whatever order, no line ever comes back to where it began', () => {
  const SOURCES = 8;
  const link = fc.tuple(fc.nat(SOURCES - 1), fc.nat(SOURCES - 1));
  fc.assert(
    fc.property(fc.array(link, { maxLength: 60 }), (links) => {
      const parents = new Map<string, string>();
      const lineOf = (id: string): { id: string }[] => {
        const line = [{ id }];
        for (let next = parents.get(id); next !== undefined && line.length <= SOURCES; next = parents.get(next))
          line.push({ id: next });
        return line;
      };
      for (const [child, parent] of links)
        if (!makesCircle(`${child}`, lineOf(`${parent}`))) parents.set(`${child}`, `${parent}`);
      return Array.from({ length: SOURCES }, (_, id) => lineOf(`${id}`)).every((line) => line.length <= SOURCES);
    }),
  );
});

test('sources are counted once, however often they are used, and said in words', () => {
  const use = (source_id: string, first_source_id = source_id) => ({ source_id, first_source_id });
  const said = (...uses: ReturnType<typeof use>[]) => sayCount(countSources(keysFor(uses)));
  assert.equal(said(), 'no source yet');
  assert.equal(said(use('a'), use('a')), '1 source');
  assert.equal(said(use('a'), use('b')), '2 sources');
  assert.equal(said(use('a'), use('b', 'a')), '2 sources, 1 first source');
  assert.equal(said(use('a', 'z'), use('b', 'z'), use('c')), '3 sources, 2 first sources');
});
