// What each sign-off check says of a half checked article, and of what is changed in it.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { nameKey } from '#src/contacts/contacts/party-named.ts';
import type { Rule } from '#src/people/profiles/levels.ts';
import type { CheckState, SignOffInput } from '#src/signoff/sign-off.ts';
import { HALF_CHECKED } from '#tests/reports/half-checked.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { lookedAt, resultOf } from './looked-at.ts';

const SAID: [Rule, CheckState, sentence: string, missing?: string[]][] = [
  ['R1', 'blocks', '3 sentences are unread, 1 sentence has an unchecked detail.'],
  ['R2', 'blocks', '6 of 8 claims are not done.'],
  ['R3', 'holds', '3 sources have an address, a page, a minute or a call.', []],
  [
    'R4',
    'blocks',
    '1 key claim rests on fewer than two first sources.',
    ['Claim 4: “more than 90 of our men” had landed, 1 source'],
  ],
  ['R5', 'should', '1 key claim has no primary source.', ['Claim 4: “more than 90 of our men” had landed']],
  ['R6', 'should', 'The interest of 1 source that speaks is not noted.', ['Call with Toma Arrel, 08:10 (claim 4)']],
  ['R7', 'holds', '1 key claim has evidence against, or a note on where it was looked for.', []],
  ['R8', 'holds', 'Nobody is among the accused.', []],
  [
    'R9',
    'should',
    'What 1 claim quotes was not found word for word in a saved copy, nor noted by a person.',
    ['Claim 4: “more than 90 of our men” had landed'],
  ],
  ['R10', 'should', '1 source has no saved copy.', ['governor.example/bulletin-31 (claim 4), no copy saved']],
  ['R11', 'holds', '2 claims were read by a second person.', []],
  ['R12', 'holds', 'No question has two accounts.', []],
  ['R13', 'should', 'Nobody initialled version 1, the latest, as the text that ran.', ['Version 1, the latest']],
  ['R14', 'holds', 'Nothing recorded about a confidential source was found in the public report.', []],
  [
    'R15',
    'blocks',
    '1 agreed fix is not in the copy.',
    ['Fix 1: “took command of” to “supported”, agreed, not in the copy'],
  ],
  ['R16', 'holds', '2 claims and 1 tick rest on a source or a stated reason.', []],
];

type Changes = (view: ArticleView) => Partial<ArticleView>;

const COPY = { id: '1', number: 7, taken_at: '', sha256: 'a', text_sha256: 'b', altered_at: null } as const;
const WHOLE = { ...COPY, erased_at: null, unlike: '' as const, erasure_reason: '', erased_by_name: null };
const withCopies =
  (copies: ArticleView['evidence'][number]['copies']): Changes =>
  ({ evidence }) => ({ evidence: evidence.map((use) => (use.source_url === '' ? use : { ...use, copies })) });

const CHANGED: [what: string, Rule, Changes, CheckState, sentence: string | RegExp][] = [
  ['nothing marked', 'R2', () => ({ claims: [] }), 'holds', 'Nothing is marked as a claim.'],
  [
    'a claim that lost its words',
    'R2',
    ({ claims }) => ({
      claims: claims.filter(({ number }) => number === 1).map((one) => ({ ...one, anchor_status: 'lost' })),
    }),
    'blocks',
    '1 of 1 claim is not done.',
  ],
  [
    'a document without a page',
    'R3',
    ({ evidence }) => ({ evidence: evidence.map((use) => ({ ...use, place: '' })) }),
    'should',
    '1 source has no address, page, minute or call.',
  ],
  [
    'two sources that come down to one',
    'R4',
    ({ evidence }) => ({
      evidence: evidence.map((use) => ({ ...use, about: 'content', stance: 'for', first_key: 1 })),
    }),
    'blocks',
    /fewer than two first sources/,
  ],
  [
    'two first sources',
    'R4',
    ({ evidence }) => ({
      evidence: evidence.map((use, at) => ({ ...use, about: 'content', stance: 'for', first_key: at })),
    }),
    'holds',
    '1 key claim has two first sources, or a reason.',
  ],
  [
    'a source against a claim that was found to be so',
    'R4',
    ({ claims, evidence }) => ({
      claims: claims.map((one) => ({ ...one, content_meaning: 'ok' })),
      evidence: evidence.map((use, at) => ({
        ...use,
        about: 'content',
        stance: at > 1 ? 'for' : 'against',
        first_key: at,
      })),
    }),
    'blocks',
    /fewer than two first sources/,
  ],
  [
    'two against a claim that was found to be wrong',
    'R4',
    ({ claims, evidence }) => ({
      claims: claims.map((one) => ({ ...one, content_meaning: 'wrong' })),
      evidence: evidence.map((use, at) => ({ ...use, about: 'content', stance: 'against', first_key: at })),
    }),
    'holds',
    '1 key claim has two first sources, or a reason.',
  ],
  [
    'two for a claim that was found to be wrong',
    'R4',
    ({ claims, evidence }) => ({
      claims: claims.map((one) => ({ ...one, content_meaning: 'wrong' })),
      evidence: evidence.map((use, at) => ({ ...use, about: 'content', stance: 'for', first_key: at })),
    }),
    'blocks',
    /fewer than two first sources/,
  ],
  [
    'a primary source against a claim that was found to be so',
    'R5',
    ({ claims, evidence }) => ({
      claims: claims.map((one) => ({ ...one, content_meaning: 'ok' })),
      evidence: evidence.map((use) => ({ ...use, about: 'content', stance: 'against', source_proximity: 'primary' })),
    }),
    'should',
    '1 key claim has no primary source.',
  ],
  [
    'a primary source',
    'R5',
    ({ evidence }) => ({ evidence: evidence.map((use) => ({ ...use, source_proximity: 'primary' })) }),
    'holds',
    /primary source/,
  ],
  [
    'an interest noted',
    'R6',
    ({ evidence }) => ({ evidence: evidence.map((use) => ({ ...use, source_interest: 'party' })) }),
    'holds',
    'The interest of 1 source that speaks is noted.',
  ],
  [
    'nobody against',
    'R7',
    ({ evidence }) => ({ evidence: evidence.map((use) => ({ ...use, stance: 'for' })) }),
    'should',
    /nobody noted evidence against/,
  ],
  [
    'the quoted words in a looked-up passage',
    'R9',
    ({ evidence }) => ({
      evidence: evidence.map((use) => ({
        ...use,
        lookup_found: 'word_for_word',
        passage: 'Sent: more than 90 of our men.',
      })),
    }),
    'holds',
    /^What 1 claim quotes was found/,
  ],
  [
    'a passage that was found but is not what is quoted',
    'R9',
    ({ evidence }) => ({
      evidence: evidence.map((use) => ({ ...use, lookup_found: 'word_for_word', passage: 'more than 90 men' })),
    }),
    'should',
    /was not found word for word/,
  ],
  ['a copy', 'R10', withCopies([WHOLE]), 'holds', /^1 saved copy present/],
  [
    'an altered copy, which blocks though it only should hold',
    'R10',
    withCopies([{ ...WHOLE, altered_at: '2026-03-14T10:00:00.000Z' }]),
    'blocks',
    '1 source has an altered saved copy.',
  ],
  [
    'an erased copy',
    'R10',
    withCopies([{ ...WHOLE, erased_at: '2026-03-14T10:00:00.000Z' }]),
    'should',
    '1 source has no saved copy.',
  ],
  [
    'one’s own second reader',
    'R11',
    ({ claims }) => ({ claims: claims.map((claim) => ({ ...claim, second_reader_id: claim.checker_id })) }),
    'blocks',
    '2 claims that are done were read by no second person.',
  ],
  [
    'claims and ticks without anything under them',
    'R16',
    ({ ticks }) => ({ evidence: [], ticks: ticks.map((tick) => ({ ...tick, note: '' })) }),
    'should',
    '2 claims and 1 tick rest on the checker’s word alone.',
  ],
];

onSqlite((engine) => {
  let input: SignOffInput;
  before(async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    input = await lookedAt(newsroom, newsroom.id);
  });

  for (const [rule, state, sentence, missing] of SAID)
    test(`${rule} says: ${sentence}`, async () => {
      const result = await resultOf(input, rule);
      assert.deepEqual([result.state, result.sentence], [state, sentence]);
      if (missing !== undefined)
        assert.deepEqual(
          result.missing.map(({ label }) => label),
          missing,
        );
    });

  for (const [what, rule, changes, state, sentence] of CHANGED)
    test(`${rule} sees ${what}`, async () => {
      const view = { ...input.view, ...changes(input.view) };
      const result = await resultOf({ ...input, view }, rule);
      assert.equal(result.state, state);
      if (typeof sentence === 'string') assert.equal(result.sentence, sentence);
      else assert.match(result.sentence, sentence);
    });

  test('R8 asks of every name that is proposed as accused whether it is one, until somebody dismisses it', async () => {
    const named = [{ name: 'Toma Arrel', party: undefined }];
    const accusations = [
      { claim_number: 4, named },
      { claim_number: 7, named },
    ];
    const at = { ...input, view: { ...input.view, accusations } };
    const { state, sentence, missing } = await resultOf(at, 'R8');
    const said = '1 name that the program proposes as accused is neither added nor dismissed.';
    assert.deepEqual([state, sentence], ['blocks', said]);
    assert.deepEqual(
      missing.map(({ label, public_label }) => [label, public_label]),
      [['Proposed as accused: Toma Arrel, beside claims 4, 7', 'Proposed as accused: a name beside claims 4, 7']],
    );
    assert.equal((await resultOf({ ...at, levels: { ...at.levels, level_r8: 'should' } }, 'R8')).state, 'should');
    const dismissed_names = new Set([nameKey('Toma Arrel')]);
    assert.equal((await resultOf({ ...at, dismissed_names }, 'R8')).state, 'holds');
  });

  test('R15 says that corrections stand on top of the report', async () => {
    assert.match(
      (await resultOf({ ...input, corrections: 1 }, 'R15')).sentence,
      /not in the copy; 1 correction stands on top of the report\.$/,
    );
    const holds = { ...input, corrections: 2, view: { ...input.view, fixes: [] } };
    assert.equal(
      (await resultOf(holds, 'R15')).sentence,
      'Every agreed fix is in the copy, and every query is answered or dropped; 2 corrections stand on top of the report.',
    );
  });
});
