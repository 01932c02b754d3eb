// What `verify` finds where somebody changed the database behind the log's back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyAll } from '#src/cli/verification.ts';
import { systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { lendTold, TOLD_AT, TOLD_IN } from '#tests/demo/told.ts';
import { type EngineUnderTest, onEachEngine } from '#tests/support/engines.ts';
import { type Forgery, findEach, forgeText, run } from './forgery.ts';

const OF_ROWS: Forgery[] = [
  ['a text together with its hash', forgeText, /^Version 1 of article 1 was changed .* in sha256: /],
  [
    'where a sentence ends',
    run('update sentence set "end" = "end" - 1 where id = (select min(id) from sentence where "end" - start > 5)'),
    /^Sentences of a text of version 1 of article 1 was changed .* in rows: /,
  ],
  [
    'a sentence that is gone',
    run(
      'delete from sentence where id = (select max(id) from sentence where id not in (select sentence_id from initial))',
    ),
    /^Sentences of a text of version 1 of article 3 was changed .* in rows: /,
  ],
  [
    'the part of a headline',
    run(`update part set role = 'body' where role = 'headline' and version_id = (select min(id) from version)`),
    /^Parts of a text of version 1 of article \d was changed/,
  ],
  [
    'the statement of a claim',
    run(
      `update claim set statement = 'Twelve bombers' where number = 3 and article_id = (select id from article where number = 1)`,
    ),
    /^Claim 3 of article 1 was changed .* in statement: it is not what entry \d+ of Foreign desk stored\.$/,
  ],
  [
    'a verdict',
    run(`update claim set content_verdict_id = (select min(id) from verdict where desk_id = claim.desk_id and meaning = 'wrong')
      where id = (select min(id) from claim where state = 'closed')`),
    /^Claim \d+ of article \d+ was changed .* in content_verdict_id: /,
  ],
  [
    'the second reader',
    run(`update claim set second_reader_id = (select id from person where id not in (claim.second_reader_id, claim.checker_id) limit 1)
      where id = (select min(id) from claim where state = 'closed')`),
    /^Claim \d+ of article \d+ was changed .* in second_reader_id: /,
  ],
  [
    'the state of a claim',
    run(`update claim set state = 'in_work' where id = (select min(id) from claim where state = 'open')`),
    /^Claim \d+ of article \d was changed .* in state: /,
  ],
  [
    'a passage and its stance',
    run(
      `update evidence set passage = 'No such words', stance = 'background' where id = (select min(id) from evidence where stance = 'for')`,
    ),
    /^Evidence of claim \d+ of article \d+ was changed .* in passage, stance: /,
  ],
  [
    'a grade',
    run(
      `update evidence set reliability = 'A', credibility = 1 where id = (select min(id) from evidence where reliability is null and stance <> 'for')`,
    ),
    /^Evidence of claim \d+ of article \d was changed .* in reliability, credibility: /,
  ],
  [
    'evidence that is taken off',
    run(
      `update evidence set removed_at = '2026-03-12T15:00:00.000Z' where id = (select max(id) from evidence where stance = 'against')`,
    ),
    /^Evidence .* in removed_at: /,
  ],
  [
    'the title of a source',
    run(`update source set title = 'Another' where number = 1`),
    /^Source 1 was changed .* in title: /,
  ],
  [
    'whether a source is confidential',
    run(`update source set is_confidential = 1, alias = 'A soldier' where number = 2 and is_confidential = 0`),
    /^Source 2 was changed .* in is_confidential, alias: /,
  ],
  [
    'the role of a member',
    run(`update membership set role = 'editor' where person_id = (select id from person where number = 2)`),
    /^Membership of person 2 at desk foreign-desk was changed .* in role: /,
  ],
  [
    'a member who was never made one',
    insertMember,
    /^Membership of person \d+ at desk weekend-desk was never entered in the log/,
  ],
  [
    'an administrator',
    run(`update person set is_administrator = 1 where id = (select max(id) from person where is_administrator = 0)`),
    /^Person \d+ was changed .* in is_administrator: /,
  ],
  [
    'a profile',
    run(`update profile set key_casualties = 0 where id = (select min(id) from profile where key_casualties = 1)`),
    /^Profile was changed .* in key_casualties: /,
  ],
  [
    'the label of a verdict',
    run(`update verdict set public_label = 'True' where id = (select min(id) from verdict)`),
    /^Verdict was changed .* in public_label: /,
  ],
  ['the words of a fix', run(`update fix set new_words = 'seven' where number = 1`), /^Fix 1 of .* in new_words: /],
  [
    'an answer to a query',
    run(`update query_answer set answer = 'Yes'`),
    /^Answer to a query of query \d+ of .* in answer: /,
  ],
  [
    'what a party said',
    run(`update account set value = '99' where id = (select min(id) from account)`),
    /^Account of .* in value: /,
  ],
  [
    'the rule of a question',
    run(`update question set rule_sentence = 'Because' where number = 1`),
    /^Question 1 of article 1 was changed .* in rule_sentence: /,
  ],
  [
    'what was put to somebody',
    run(`update contact set put = 'Nothing' where id = (select min(id) from contact)`),
    /^Contact of .* in put: /,
  ],
  [
    'the name of a speaker',
    run(`update party set name = 'Somebody' where id = (select min(id) from party)`),
    /^Party of article \d was changed .* in name: /,
  ],
  [
    'a figure',
    run(`update figure set low = 1000 where id = (select min(id) from figure where low is not null)`),
    /^Figure of claim \d+ of article \d was changed .* in low: /,
  ],
  [
    'the place of a claim',
    run(`update claim_anchor set start = 0 where claim_id = (select min(id) from claim)`),
    /^Place of a claim of claim \d+ of article \d was changed .* in start: /,
  ],
  [
    'a tick',
    run(`delete from tick where id = (select min(id) from tick)`),
    /^A row is missing: tick \(tick [\w-]+\), stored with entry \d+ of Foreign desk\.$/,
  ],
  [
    'initials',
    run(`delete from initial where sentence_id = (select min(sentence_id) from initial)`),
    /^A row is missing: initials of a sentence/,
  ],
  [
    'the address of a saved copy',
    run(`update snapshot set final_url = 'https://example.org/' where number = 1`),
    /^Saved copy 1 of source \d+ was changed .* in final_url: /,
  ],
  [
    'evidence that is gone',
    run(`delete from evidence where id = (select max(id) from evidence)`),
    /^A row is missing: evidence/,
  ],
  ['evidence that came unseen', copyEvidence, /^Evidence of claim \d+ of article \d was never entered in the log/],
];

const OF_DETAILS: Forgery[] = [
  [
    'a detail that is gone',
    run(
      `delete from log_detail where number = 12 and chain <> 'installation' and chain = (select id from desk where slug = 'foreign-desk')`,
    ),
    /^Foreign desk: The detail of entry 12 was deleted: no entry says that it was erased\.$/,
  ],
  [
    'hashes that are gone',
    run(
      `update log_detail set rows = null where number = 1 and chain = (select id from desk where slug = 'foreign-desk')`,
    ),
    /^Foreign desk: The detail of entry 1 was changed after it was written\.$/,
  ],
];

async function insertMember(db: Db): Promise<void> {
  const desk = await db.selectFrom('desk').select('id').where('slug', '=', 'weekend-desk').executeTakeFirstOrThrow();
  const person = await db
    .selectFrom('membership')
    .select('person_id')
    .where('desk_id', '<>', desk.id)
    .where('person_id', 'not in', (eb) =>
      eb.selectFrom('membership').select('membership.person_id').where('membership.desk_id', '=', desk.id),
    )
    .executeTakeFirstOrThrow();
  const { person_id } = person;
  await db.insertInto('membership').values({ desk_id: desk.id, person_id, role: 'editor', since: TOLD_AT }).execute();
}

async function copyEvidence(db: Db): Promise<void> {
  const row = await db.selectFrom('evidence').selectAll().limit(1).executeTakeFirstOrThrow();
  await db
    .insertInto('evidence')
    .values({ ...row, id: '00000000-0000-7000-8000-000000000000' })
    .execute();
}

/** With a detail goes what it said of its rows. */
function unspokenOf(findings: string[]): string[] {
  return findings.filter((one) => one.includes('was never entered in the log'));
}

async function toldOn(engine: EngineUnderTest): Promise<Db> {
  if (engine.name === 'sqlite') return engine.open(lendTold);
  const db = await engine.open();
  await buildNewsroom(db, TOLD_AT, TOLD_IN);
  return db;
}

onEachEngine((engine) => {
  test('a newsroom at work holds, and each forgery is found and named, and nothing else', async (t) => {
    const db = await toldOn(engine);
    const found = await verifyAll(systemContext(db, TOLD_AT));
    assert.deepEqual(found.findings, []);
    assert.ok(found.tables.every(({ not_covered }) => not_covered === 0));
    assert.deepEqual(await findEach(t, db, OF_ROWS), []);
    const others = await findEach(t, db, OF_DETAILS);
    assert.deepEqual(others, unspokenOf(others));
  });
});
