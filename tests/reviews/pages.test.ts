// The pages of queries and fixes, by forms alone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { eventsOn, PARAGRAPHS, type Strike, strikeAt } from './support.ts';

describe('queries and fixes', () => {
  let desk: NewsroomDesk;
  let strike: Strike;
  let [ada, ben, dina]: Visitor[] = [];
  before(async () => {
    desk = await startNewsroom();
    strike = await strikeAt(desk);
    [ada, ben, dina] = [await desk.visitor('ada'), await desk.visitor('ben'), await desk.visitor('dina')];
  });
  after(() => desk.close());
  const as = (visitor: Visitor | undefined) => visitor as Visitor;

  test('a query is asked from a claim, from a sentence and about the article as a whole', async () => {
    const visitor = as(ben);
    await visitor.visit(`${strike.path}/claims/1`);
    await visitor.within('#ask-query').fill('Question', 'Who counted the dockers?').press('Send query');
    assert.equal(visitor.notice(), 'Query 1 is sent.');
    assert.ok(visitor.text().includes('Who counted the dockers?'));
    await visitor.visit(`${strike.path}/queries?sentence=3`);
    assert.ok(visitor.text().includes('Nobody was hurt.'));
    await visitor.within('#ask').fill('Question', 'Says who?').press('Send query');
    assert.equal(visitor.notice(), 'Query 2 is sent.');
    await visitor
      .within('#ask')
      .choose('To', 'the editor')
      .fill('Question', 'Do we run this today?')
      .press('Send query');
    assert.equal(visitor.notice(), 'Query 3 is sent.');
    await visitor.within('#ask').fill('Question', '').press('Send query');
    assert.equal(visitor.status, 422);
    assert.deepEqual(visitor.errors(), ['Write the question.']);
    assert.deepEqual(await htmlProblems(visitor.body), []);
    await visitor.visit(strike.path);
    assert.ok(visitor.text().includes('3 queries open'));
  });

  test('an answer is noted with who gave it and how, a second stands beside it, and the same twice is one', async () => {
    const visitor = as(ben);
    const { id } = await strike.query(1);
    const answers = `${strike.path}/queries/${id}/answers`;
    const said = { answer: 'The union’s secretary did.', from: 'writer', how: 'phone', name: 'Lea Amund' };
    await visitor.send(answers, said);
    await visitor.send(answers, said);
    await visitor.visit(`${strike.path}/queries`);
    assert.match(visitor.text(), /The union’s secretary did\. Lea Amund, by phone, noted by Ben Okafor/);
    const query = await strike.query(1);
    assert.deepEqual([query.state, query.answers.length], ['answered', 1]);
    await visitor.send(answers, { answer: 'So did I.', from: 'me' });
    assert.deepEqual(
      (await strike.query(1)).answers.map((one) => one.name),
      ['Lea Amund', 'Ben Okafor'],
    );
    assert.deepEqual(await eventsOn(desk, `query:${id}`), ['query.asked', 'query.answered', 'query.answered']);
  });

  test('a query is dropped with a reason, and asked again', async () => {
    const visitor = as(ben);
    const { id } = await strike.query(2);
    await visitor.send(`${strike.path}/queries/${id}/drop`, { drop_reason: '' });
    assert.equal(visitor.status, 422);
    await visitor.send(`${strike.path}/queries/${id}/drop`, { drop_reason: 'The sentence goes.' });
    assert.equal((await strike.query(2)).state, 'dropped');
    await visitor.send(`${strike.path}/queries/${id}/answers`, { answer: 'The police.', from: 'writer' });
    assert.equal(visitor.status, 409);
    const { revision } = await strike.query(2);
    const again = { question: 'Says who, exactly?', revision: String(revision) };
    await visitor.send(`${strike.path}/queries/${id}/asking`, again);
    assert.deepEqual([(await strike.query(2)).state, (await strike.query(2)).question], ['open', 'Says who, exactly?']);
    await visitor.send(`${strike.path}/queries/${id}/asking`, { ...again, question: 'Once more?' });
    assert.equal(visitor.status, 409);
    assert.ok(visitor.text().includes('Once more?'));
  });

  test('guests learn how many are open and no word of them; strangers and nobody see nothing', async () => {
    const visitor = as(dina);
    await visitor.visit(`${strike.path}/queries`);
    assert.ok(visitor.text().includes('2 queries are open'));
    for (const path of ['/queries', '', '/claims/1', '/log', '/fixes/list', '/fixes.md', '/report', '/report.json']) {
      await visitor.visit(`${strike.path}${path}`);
      assert.ok(!/Who counted|Says who|run this today|secretary/.test(visitor.body), path);
    }
    await visitor.send(`${strike.path}/queries`, { to_whom: 'writer', question: 'May I?' });
    assert.equal(visitor.status, 403);
    await visitor.visit(`${strike.path}/writer-links`);
    assert.equal(visitor.status, 403);
    const emil = await desk.visitor('emil');
    for (const path of ['/queries', '/fixes', '/fixes/list', '/fixes.docx', '/writer-links']) {
      assert.equal((await emil.visit(`${strike.path}${path}`)).status, 404, path);
    }
    await emil.send(`${strike.path}/queries`, { to_whom: 'writer', question: 'May I?' });
    assert.equal(emil.status, 404);
    const nobody = await desk.visitor();
    await nobody.visit(`${strike.path}/queries`);
    assert.ok(nobody.path.startsWith('/sign-in'));
  });

  test('a fix is asked for from words selected, with what is wrong said and all typed kept', async () => {
    const visitor = as(ben);
    await visitor.visit(`${strike.path}/fixes?sentence=4`);
    assert.equal(visitor.value('Current words'), 'The port has 16 cranes, of which 6 stood still.');
    await visitor
      .fill('Current words', '16 red cranes')
      .fill('New words', '15 cranes')
      .fill(/^Why/, 'the port’s list')
      .press('Propose fix');
    assert.equal(visitor.status, 422);
    assert.match(visitor.errors().join(), /does not have these words.*sentence 4/);
    assert.equal(visitor.value('New words'), '15 cranes');
    await visitor.fill('Current words', '16 cranes').press('Propose fix');
    assert.equal(visitor.notice(), 'The fix is proposed.');
    assert.match(visitor.text(), /The port has delete: 16 cranes insert: 15 cranes ?, of which 6 stood still/);
    assert.deepEqual(await htmlProblems(visitor.body), []);
  });

  test('an editor refuses with a line, agrees, and sees by itself that a version has it', async () => {
    const visitor = as(ada);
    await visitor.visit(`${strike.path}/fixes`);
    await visitor.press('Refuse “15 cranes”');
    assert.deepEqual(visitor.errors(), ['Say in a line why the copy stays as it is.']);
    await visitor.fill('Why, in a line', 'The list is old.').press('Refuse “15 cranes”');
    assert.equal(visitor.notice(), 'The fix is refused.');
    await visitor.press('Agree to “15 cranes”');
    assert.equal(visitor.notice(), 'The fix is agreed.');
    await strike.revise({ crane: PARAGRAPHS.crane.replace('16', '15') });
    await visitor.visit(`${strike.path}/fixes`);
    assert.match(visitor.text(), /In the copy 1 .* in version 2, agreed by Ada Lind/);
    await visitor.visit(strike.path);
    assert.ok(!/fix(es)? not in/.test(visitor.text()));
  });

  test('the list is a page to print, Markdown and Word', async () => {
    const visitor = as(ben);
    await strike.ask({ old_words: 'Talks go on', new_words: 'Talks | *go* on', reason: 'for <b>' });
    await visitor.visit(`${strike.path}/fixes/list`);
    assert.match(visitor.text(), /Not decided yet 1 .*☐ to be made 2 Talks go on Talks \| \*go\* on/);
    assert.deepEqual(await htmlProblems(visitor.body), []);
    await visitor.visit(`${strike.path}/fixes.md`);
    assert.match(
      visitor.body,
      /\| ☐ \| 2 \| sentence 6 \| ~~Talks go on~~ \*\*Talks \\\| \\\*go\\\* on\*\* today\. \| for \\<b\\>; proposed by/,
    );
    await visitor.visit(`${strike.path}/fixes.docx`);
    assert.equal(visitor.bytes.subarray(0, 2).toString(), 'PK');
    assert.equal((await visitor.visit(`${strike.path}/fixes.pdf`)).status, 404);
  });

  test('the report tells what became of the fixes, and the queries to those inside alone', async () => {
    const visitor = as(ben);
    await visitor.visit(`${strike.path}/report.json`);
    const report = visitor.json() as {
      queries: { number: number; answers: unknown[] }[];
      other_fixes: { number: number; in_copy_version: number }[];
    };
    assert.deepEqual(
      report.queries.map((query) => [query.number, query.answers.length]),
      [
        [1, 2],
        [2, 0],
        [3, 0],
      ],
    );
    assert.deepEqual(
      report.other_fixes.map((fix) => [fix.number, fix.in_copy_version]),
      [
        [1, 2],
        [2, null],
      ],
    );
    await visitor.visit(`${strike.path}/report`);
    assert.match(visitor.text(), /Change in version 2: 16 cranes 15 cranes/);
    assert.match(visitor.text(), /To the writer, Who counted the dockers\? · The union’s secretary did\. Lea Amund/);
    assert.deepEqual(await htmlProblems(visitor.body), []);
    await as(dina).visit(`${strike.path}/report.json`);
    assert.ok(!('queries' in (as(dina).json() as object)));
  });

  test('what the writer says of a fix is for those inside', async () => {
    const fix = await strike.fix(2);
    const word = { word: 'refuse', line: 'My source Zephyr says so.', how: 'phone', revision: String(fix.revision) };
    await as(ben).send(`${strike.path}/fixes/${fix.id}/writer-word`, word);
    assert.equal(as(ben).status, 200);
    assert.ok(as(ben).body.includes('Zephyr'));
    for (const path of ['/fixes', '/fixes/list', '/fixes.md', '/log', '/log.jsonl', '/report', '/report.json', ''])
      assert.ok(!(await as(dina).visit(`${strike.path}${path}`)).body.includes('Zephyr'), path);
  });
});

describe('a claim whose fix is in the copy', () => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom();
  });
  after(() => desk.close());

  test('offers “OK with fix” in one press once all its fixes are in, and changes nothing by itself', async () => {
    const strike = await strikeAt(desk);
    const ben = desk.ctxOf('ben');
    const verdicts = await listVerdicts(desk.db, desk.desks.foreign.id);
    const idOf = (meaning: string) => verdicts.find((one) => one.meaning === meaning)?.id as string;
    const meaning = async () => (await getClaim(desk.db, strike, { number: 1 })).content_meaning;
    await setVerdicts(ben, strike.id, {
      ...{ number: 1, revision: (await getClaim(desk.db, strike, { number: 1 })).revision },
      ...{ content_verdict: idOf('wrong'), verdict_sentence: 'The union says four hundred.' },
    });
    const fix = await strike.ask({ number: 1, old_words: 'Five hundred dockers', new_words: 'Four hundred dockers' });
    await strike.agree(fix);
    const visitor = await desk.visitor('ben');
    await visitor.visit(`${strike.path}/claims/1`);
    assert.doesNotMatch(visitor.text(), /Say so: ± OK with fix/);
    await strike.revise({ strike: PARAGRAPHS.strike.replace('Five hundred', 'Four hundred') });
    assert.equal(await meaning(), 'wrong');
    await visitor.visit(`${strike.path}/claims/1`);
    assert.match(visitor.text(), /Fix 1 is in the copy, since version 2\. The verdict is still wrong\./);
    await visitor.press(/^Change verdict/);
    assert.equal(await meaning(), 'fixed');
    assert.doesNotMatch(visitor.text(), /The verdict is still/);
    assert.deepEqual(await htmlProblems(visitor.body), []);
  });
});
