// What a public report says of confidential sources, found in whatever words it stands.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { buildPublicReport } from '#src/reports/build.ts';
import { leaksIn } from '#src/reports/leaks/leaks.ts';
import { knownFromRecord } from '#src/reports/leaks/sealed-words.ts';
import type { PublicReport } from '#src/reports/report.ts';
import type { SourceKnown } from '#src/sources/held-back/names.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { HALF_CHECKED } from '../half-checked.ts';

const CAPTAIN: SourceKnown = {
  id: 'captain',
  titles: ['Captain Quillon Harbottle, river watch'],
  people: ['Quillon Harbottle'],
  bodies: [],
  marks: ['https://vault.saffron.example/ledger/7781', 'saffron-ledger-7781.txt', 'ab'.repeat(32)],
  sayings: ['the ledger shows eleven crates of saffron went unpaid', 'met him behind the velodrome at dusk', '123456'],
  places: ['folio 88231'],
  remarks: ['ring 555 123 or write to quillon@harbottle.example'],
};

onSqlite((engine) => {
  let report: PublicReport;
  before(async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const dina = newsroom.ctxOf('dina');
    report = await buildPublicReport(dina, await getArticle(dina, id));
  });

  const found = (words: string, { used = true, text = 'Nothing.' } = {}) => {
    const [finding, ...rest] = report.findings;
    assert.ok(finding);
    const version = { ...report.version, text };
    const told = { ...report, version, findings: [{ ...finding, verdict_sentence: words }, ...rest] };
    const known = { sources: [CAPTAIN], used: new Set(used ? ['captain'] : []) };
    return leaksIn(told, known, { sentences: [{ start: 0, end: text.length }] });
  };

  describe('a leak', () => {
    test('is a name, whole and in parts of four letters or more, in any letters', async () => {
      for (const words of ['Quillon Harbottle', 'It was HARBOTTLE.', 'Hárbottle says so', 'ask quillon again'])
        assert.notDeepEqual(await found(words), [], words);
      assert.deepEqual(await found('The river was high, and nobody watched it'), []);
    });

    test('is a telephone number of six digits or more however spaced, an address, a file, a hash', async () => {
      for (const words of ['555123', '55 51 23', '+93 (0) 555-123', '5.5.5.1.2.3'])
        assert.notDeepEqual(await found(words), [], words);
      for (const words of [
        'Quillon@Harbottle.example',
        'see vault.saffron.example/ledger/7781/',
        'saffron-ledger-7781.txt',
      ])
        assert.notDeepEqual(await found(words), [], words);
      assert.notDeepEqual(await found(`SHA-256 ${'ab'.repeat(32)}`), []);
    });

    test('is a run of six words of a passage, a note or a place', async () => {
      for (const words of [
        'Shows eleven crates of saffron went',
        'He met him behind the velodrome at',
        'on folio 88231',
      ])
        assert.notDeepEqual(await found(words), [], words);
      assert.deepEqual(await found('eleven crates of something else'), []);
    });

    test('is never a figure by itself', async () => {
      for (const words of ['123456', '123 456 people', '7781', '88231', 'eleven'])
        assert.deepEqual(await found(words), [], words);
    });

    test('of a source that the article has nothing to do with is its whole name, not a part of it', async () => {
      assert.deepEqual(await found('Harbottle says so', { used: false }), []);
      assert.notDeepEqual(await found('Quillon Harbottle says so', { used: false }), []);
    });

    test('says where it stands, and that the article prints it', async () => {
      const [leak] = await found('Harbottle says so', { text: 'Nobody asked Harbottle.' });
      assert.deepEqual([leak?.said, leak?.is_printed], ['Harbottle', true]);
      assert.deepEqual(
        leak?.places.map(({ place }) => place),
        [`Claim ${report.findings[0]?.number}, verdict sentence`],
      );
      const [only] = await found('', { text: 'Nobody asked Harbottle.' });
      assert.deepEqual([only?.places, only?.is_printed], [[], true]);
    });

    test('is found in what somebody typed as the words of an account', async () => {
      const account = {
        party: { name: 'Port', role: '' },
        quote: 'Quillon Harbottle told us six',
        is_confidential: false,
      };
      const asked = { ...report.questions[0], number: 1, point: 'How many?', accounts: [account] };
      const told = { ...report, questions: [asked] } as unknown as PublicReport;
      const leaks = await leaksIn(told, { sources: [CAPTAIN], used: new Set(['captain']) }, { sentences: [] });
      assert.ok(leaks.some(({ places }) => places.some(({ place }) => place.startsWith('Question 1'))));
    });

    test('covers the words around it: others, and an answer to it lapses', async () => {
      const covers = async (words: string) => (await found(words, { text: 'Nobody asked Harbottle.' }))[0]?.covers;
      assert.equal(await covers('Harbottle says so'), await covers('Harbottle says so'));
      assert.notEqual(await covers('Harbottle says so'), await covers('Harbottle denies it'));
    });
  });

  test('a record of identity is known by its names, numbers and runs of words, not by how its sentences begin', async () => {
    const words = 'Works at the harbour with Ottoline Pemberwick. Her brother Anselm rings 0700 555 123 on Fridays.';
    const known = { sources: [knownFromRecord('captain', words)], used: new Set(['captain']) };
    const said = async (sentence: string) => {
      const told = { ...report, article: { ...report.article, title: sentence } };
      return (await leaksIn(told, known, { sentences: [] })).map((leak) => leak.said);
    };
    for (const sentence of ['By Pemberwick', 'Anselm saw it', 'tel. 0700555123'])
      assert.notDeepEqual(await said(sentence), []);
    for (const sentence of ['Works council meets', 'Her own account']) assert.deepEqual(await said(sentence), []);
  });
});
