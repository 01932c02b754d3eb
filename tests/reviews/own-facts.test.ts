// Own facts: somebody outside says of chosen sentences whether they are right, and reads nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { verifyAll } from '#src/cli/verification.ts';
import { engineOf } from '#src/database/engine.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';

const HEADLINE = 'Quarrelsome Zephyrinth mill shuttered';
const BODY =
  'Ola Brand has led the millworks since 2009. Inspectors found mouldering grain, says Petronella Quill. ' +
  'The millworks employ 212 people. Nobody answered before Thursday.';
/** By number: 2 and 4 are chosen. */
const CHOSEN = ['Ola Brand has led the millworks since 2009.', 'The millworks employ 212 people.'];
/** Words of the article that stand in no chosen sentence. */
const ELSEWHERE =
  /quarrelsome|zephyrinth|shuttered|inspectors|mouldering|grain|petronella|quill|nobody|answered before|thursday/i;
const NAME = 'The director of the mill';

interface Mill {
  id: string;
  path: string;
}

async function millAt(desk: NewsroomDesk, body = BODY): Promise<Mill> {
  const taken = { headline: HEADLINE, body };
  const { id, number } = await takeArticleIn(desk.ctxOf('ada'), desk.desks.foreign.slug, taken);
  await markClaim(desk.ctxOf('ben'), id, { selection: { sentence: 4, words: '212 people' }, is_key: false });
  return { id, path: `/articles/${number}` };
}

function askFor(visitor: Visitor, { path }: Mill, fields: Record<string, string>, sentences = ['2', '4']) {
  const sent = { name: NAME, days: '3', version: '1', ...fields };
  const body = new URLSearchParams(sent);
  for (const one of sentences) body.append('sentences', one);
  return visitor.sendBytes(`${path}/own-facts`, body.toString(), {
    'Content-Type': 'application/x-www-form-urlencoded',
  });
}

async function linkTo(desk: NewsroomDesk, mill: Mill, more: Record<string, string> = {}): Promise<string> {
  const ben = await desk.visitor('ben');
  await askFor(ben, mill, more);
  const link = ben.all('#link')[0]?.getAttribute('value') ?? '';
  assert.match(link, /^http:\/\/[^/]+\/facts\/[\w-]{43}$/, ben.text());
  return new URL(link).pathname;
}

function revise(desk: NewsroomDesk, { id }: Mill, body: string, version: number) {
  return reviseArticle(desk.ctxOf('ben'), id, { headline: HEADLINE, body, version, on_revised: [] });
}

/** The tables that say words like these; on SQLite no byte of the file does either. */
async function wordsLeft(desk: NewsroomDesk, words: RegExp): Promise<string[]> {
  const tables = ['facts_link', 'facts_answer', 'facts_sentence', 'contact', 'log_detail', 'search_entry'] as const;
  const found: string[] = [];
  for (const table of tables)
    if (words.test(JSON.stringify(await desk.db.selectFrom(table).selectAll().execute()))) found.push(table);
  if (engineOf(desk.db) === 'postgres') return found;
  const file = sqliteFileOf(desk.config.data_dir);
  const bytes = Buffer.concat(['', '-wal'].map((end) => readFileSync(file + end))).toString('latin1');
  return words.test(bytes) ? [...found, 'the bytes of the file'] : found;
}

onSqlite((engine) => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom(engine);
  });
  after(() => desk.close());

  test('of a long text the sentences with claims are offered first, and what is ticked stays in sight', async () => {
    const plain = Array.from({ length: 45 }, (_, at) => `Day ${at + 1} was quiet at the quay.`).join(' ');
    const mill = await millAt(desk, `${BODY} ${plain}`);
    const ben = await desk.visitor('ben');
    const offered = () => ben.all('[name="sentences"]').map((box) => box.getAttribute('value'));
    await ben.visit(`${mill.path}/own-facts`);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.deepEqual(offered(), ['4']);
    assert.match(ben.text(), /With a claim 1 With an open claim 1 All 50/);
    assert.match(ben.text(), /4 The millworks employ 212 people\. ?claim 1/);
    await ben.visit(`${mill.path}/own-facts?of=open&sentence=7`);
    assert.deepEqual(offered(), ['4', '7']);
    const ticked = () => ben.all('[name="sentences"][checked]').map((box) => box.getAttribute('value'));
    await ben
      .fill('For whom', 'The foreman')
      .fill(/^A line to them/, 'It is Ben.')
      .press(/^All/);
    assert.equal(offered().length, 50);
    assert.deepEqual([ticked(), ben.path], [['7'], `${mill.path}/own-facts`]);
    assert.deepEqual(await htmlProblems(ben.body), []);
    await ben.tick(/^9 Day/).press(/^With an open claim/);
    assert.deepEqual(
      [offered(), ticked()],
      [
        ['4', '7', '9'],
        ['7', '9'],
      ],
      'ticked, and not sent yet',
    );
    assert.deepEqual([ben.value('For whom'), ben.value(/^A line to them/)], ['The foreman', 'It is Ben.']);
    assert.doesNotMatch(ben.text(), /Links so far/, 'nothing was made by it');
    await askFor(ben, mill, { name: '' }, ['9']);
    assert.deepEqual(offered(), ['4', '9']);
  });

  describe('somebody outside, asked about their own facts', () => {
    let mill: Mill;
    let path: string;
    let them: Visitor;
    const everything = () => `${them.body}${JSON.stringify(them.headers)}${path}`;
    before(async () => {
      mill = await millAt(desk);
      path = await linkTo(desk, mill, { note: 'I am the one who called on Monday.' });
      them = await desk.visitor();
    });

    test('reads the chosen sentences and no other word of the article or the desk, in no byte and no header', async () => {
      await them.visit(path);
      assert.equal(them.status, 200);
      for (const words of CHOSEN) assert.ok(them.body.includes(words), words);
      assert.ok(them.body.includes('I am the one who called on Monday.'));
      for (const hidden of [ELSEWHERE, /articles|claim\b|Ben\b|Okafor|\bAda\b|director of/])
        assert.doesNotMatch(everything().replaceAll('Claimdesk', ''), hidden);
      assert.equal(them.headers['cache-control'], 'no-store');
      assert.equal(them.headers['referrer-policy'], 'same-origin');
      assert.match(String(them.headers['x-robots-tag']), /noindex/);
      assert.equal(them.headers['set-cookie'], undefined);
      await them.visit(path, { 'Accept-Encoding': 'br, gzip, zstd' });
      assert.equal(them.headers['content-encoding'], undefined);
      assert.deepEqual(await htmlProblems(them.body), []);
    });

    test('a wrong wants words, words want a wrong, nothing at all is said, and a refused form keeps what was typed', async () => {
      await them.send(path, {});
      assert.match(them.errors().join(), /Nothing is chosen yet/);
      await them.send(path, { verdict_1: 'wrong', verdict_2: 'right', says_2: 'not 212' });
      assert.equal(them.status, 422);
      assert.equal(them.errors().length, 2);
      assert.equal(them.value('What is wrong in sentence 2?'), 'not 212');
      assert.doesNotMatch(everything(), ELSEWHERE);
      assert.equal((await desk.db.selectFrom('facts_answer').selectAll().execute()).length, 0);
    });

    test('answers, is thanked, and may change it; the same again is nothing new', async () => {
      const first = { verdict_1: 'right', verdict_2: 'wrong', says_2: 'It is 198 people.', how_known: 'I pay them.' };
      await them.send(path, first);
      assert.match(them.notice(), /^Thank you\. The desk has what you said/);
      await them.send(path, first);
      await them.send(path, { ...first, verdict_1: 'wrong', says_1: 'Since 2010.', may_name: 'yes' });
      assert.doesNotMatch(everything(), ELSEWHERE);
      const rows = await desk.db
        .selectFrom('facts_answer')
        .select(['position', 'superseded_at'])
        .orderBy('id')
        .execute();
      assert.deepEqual(
        rows.map((row) => [row.position, row.superseded_at !== null]),
        [
          [1, true],
          [2, false],
          [1, false],
        ],
      );
      const link = await desk.db.selectFrom('facts_link').selectAll().executeTakeFirstOrThrow();
      assert.deepEqual([link.times_answered, link.may_name, link.how_known], [2, 'yes', 'I pay them.']);
      assert.ok(link.first_opened_at !== null && link.contact_id !== null);
    });

    test('is a contact at the desk and an offer at the claim; nothing enters the claim until a checker takes it', async () => {
      const contact = await desk.db.selectFrom('contact').selectAll().executeTakeFirstOrThrow();
      assert.deepEqual([contact.name, contact.outcome, contact.source_id], [NAME, 'answered', null]);
      assert.equal(contact.put, 'Sentences 2 and 4 of version 1, by a link for own facts: right, or what is wrong?');
      assert.equal(
        contact.answer,
        'Sentence 2: wrong: Since 2010.\nSentence 4: wrong: It is 198 people.\nHow they know: I pay them.\nThey may be named.',
      );
      const ben = await desk.visitor('ben');
      await ben.visit(`${mill.path}/claims/1`);
      assert.match(ben.text(), /The director of the mill says, by link: ✕ Wrong: It is 198 people/);
      assert.match(ben.text(), /2 answers to look at/);
      const evidence = () => listEvidence(desk.db, mill.id, 'reviewer');
      assert.equal((await evidence()).length, 0);
      const claim = await desk.db.selectFrom('claim').select('state').where('article_id', '=', mill.id).execute();
      assert.equal(claim[0]?.state, 'open');
      await ben.press('Add as evidence: The director of the mill');
      assert.equal(ben.notice(), 'The answer is evidence of claim 1.');
      const [use] = await evidence();
      assert.deepEqual(
        [use?.stance, use?.passage, use?.source_title],
        ['against', 'It is 198 people.', `${NAME}, on own facts`],
      );
      assert.match(String(use?.place), /^by link, /);
      await ben.visit(`${mill.path}/own-facts`);
      assert.match(ben.text(), /Claim 1: used as evidence/);
      assert.match(ben.text(), /Before: Right/);
      await ben.press('Mark as read: sentence 2');
      assert.doesNotMatch(ben.text(), /answers? to look at/);
      assert.deepEqual(await htmlProblems(ben.body), []);
      await ben.visit(`${mill.path}/log`);
      assert.match(ben.text(), /The director of the mill, by a link answered on their own facts/);
    });

    test('a sentence whose words changed is no longer asked about; its answer stays with the words that it answered', async () => {
      const other = await millAt(desk);
      const link = await linkTo(desk, other);
      await them.send(link, { verdict_1: 'wrong', says_1: 'Since 2010.' });
      await revise(desk, other, BODY.replace('2009', '2010').replace('212', '198'), 1);
      await them.visit(link);
      assert.ok(!them.body.includes(CHOSEN[1] as string), 'not answered: its words are shown no more');
      assert.ok(!them.body.includes('since 2010'), 'the new words were chosen by nobody');
      assert.match(them.text(), /No longer asked.*since 2009.*You said: Something is wrong: Since 2010\./);
      assert.match(them.text(), /One sentence that stood here is no longer asked/);
      const ben = await desk.visitor('ben');
      await ben.visit(`${other.path}/own-facts`);
      assert.match(ben.text(), /since 2009\..*These words are no longer in the article: the answer is about version 1/);
      await ben.visit(`${other.path}/claims/1`);
      assert.ok(!ben.text().includes('says, by link'));
      await revise(desk, other, BODY, 2);
      assert.match((await them.visit(link)).text(), /The sentences/, 'back as they were chosen, they are asked again');
    });

    test('a person who asks not to be named is a confidential source from then on', async () => {
      const other = await millAt(desk);
      const link = await linkTo(desk, other, { name: 'Wilhelmina Dorn, bookkeeper' });
      await them.send(link, { verdict_2: 'right', may_name: 'no' });
      const dina = await desk.visitor('dina');
      for (const page of ['contacts', 'log', 'log.jsonl', 'claims/1', 'report', 'accounts'])
        assert.ok(!(await dina.visit(`${other.path}/${page}`)).body.includes('Wilhelmina'), page);
      assert.equal((await dina.visit(`${other.path}/own-facts`)).status, 403);
      const ben = await desk.visitor('ben');
      await ben.visit(`${other.path}/own-facts`);
      assert.match(ben.text(), /They ask not to be named\. Source \d+ is confidential for that/);
      assert.doesNotMatch(ben.text(), /not yet/, 'who answered has opened it, though no page was asked for');
      await ben.press(/^Add as evidence of claim 1/);
      const [use] = await listEvidence(desk.db, other.id, 'reviewer');
      assert.deepEqual([use?.stance, use?.source_title], ['for', 'Wilhelmina Dorn, bookkeeper, on own facts']);
      assert.ok(!(await dina.visit(`${other.path}/claims/1`)).body.includes('Wilhelmina'));
      await them.send(link, { verdict_2: 'right', may_name: 'yes' });
      const cards = await desk.db
        .selectFrom('source')
        .select('is_confidential')
        .where('title', 'like', 'Wilh%')
        .execute();
      assert.deepEqual(cards, [{ is_confidential: 1 }], 'to lift it is the desk’s');
    });

    test('a sentence or a note that names a confidential source goes to nobody, even where the article prints it', async () => {
      const other = await millAt(desk, BODY.replace('Ola Brand', 'Ulla Sternberg'));
      const link = await linkTo(desk, other, { note: 'Ask the Obsidian Registry.' });
      const card = {
        source_line: 'Ulla Sternberg',
        is_confidential: 1,
        alias: 'A miller',
        publisher: 'Obsidian Registry',
      } as const;
      await addSource(desk.ctxOf('ben'), { desk: desk.desks.foreign.slug, ...card });
      await them.visit(link);
      for (const hidden of ['Ulla', 'Sternberg', 'Obsidian', 'miller']) assert.ok(!them.body.includes(hidden), hidden);
      assert.ok(them.body.includes(CHOSEN[1] as string));
      const ben = await desk.visitor('ben');
      await askFor(ben, other, {});
      assert.match(ben.errors().join(), /Sentence 2 names a confidential source \(“Ulla Sternberg”\)/);
      await askFor(ben, other, { note: 'Obsidian Registry says so' }, ['4']);
      assert.match(ben.errors().join(), /The note names a confidential source/);
    });
  });

  describe('a link for own facts', () => {
    test('made up, withdrawn, too old, of an erased article: one page that tells nothing; whoever tries many waits', async () => {
      const mill = await millAt(desk);
      const [withdrawn, gone, old] = [
        await linkTo(desk, mill),
        await linkTo(desk, await millAt(desk)),
        await linkTo(desk, mill),
      ];
      const ben = await desk.visitor('ben');
      await ben.visit(`${mill.path}/own-facts`);
      const forms = ben.all('form[action$="/withdrawal"]').map((form) => form.getAttribute('action') as string);
      for (let twice = 0; twice < 2; twice += 1) await ben.send(forms[1] as string, {});
      const { article_id } = await desk.db
        .selectFrom('facts_link')
        .select('article_id')
        .where('article_id', '<>', mill.id)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      await eraseArticle(desk.ctxOf('ada'), article_id, { reason: 'a court' });
      const kept = await desk.db
        .selectFrom('facts_sentence')
        .select('words')
        .where('article_id', '=', article_id)
        .execute();
      assert.ok(kept.every(({ words }) => words === ''));
      const them = await desk.visitor();
      assert.equal((await them.visit(old)).status, 200);
      desk.wait(3 * 24 * 60 + 1);
      const bodies = new Set<string>();
      for (const path of [withdrawn, gone, old, '/facts/made-up', `/facts/${'x'.repeat(43)}`]) {
        await them.visit(path);
        assert.equal(them.status, 404, path);
        bodies.add(them.body);
        assert.equal((await them.send(path, { verdict_1: 'right' })).status, 404);
      }
      assert.equal(bodies.size, 1);
      const guesser = await desk.visitor();
      const working = await linkTo(desk, mill);
      let last = 0;
      for (let tries = 0; tries < 25; tries += 1) last = (await guesser.visit(`/facts/guess-${tries}`)).status;
      assert.equal(last, 429);
      assert.equal((await guesser.visit(working)).status, 200);
      const token = working.split('/').at(-1) as string;
      const [links, details] = [
        await desk.db.selectFrom('facts_link').selectAll().execute(),
        await desk.db.selectFrom('log_detail').select('after').execute(),
      ];
      assert.ok(!JSON.stringify([links, details]).includes(token));
    });

    test('is refused to guests and Legal, for a text that has changed, without a name, and after many sendings', async () => {
      const mill = await millAt(desk);
      for (const [name, status] of [
        ['dina', 403],
        ['frida', 403],
        ['emil', 404],
      ] as const)
        assert.equal((await askFor(await desk.visitor(name), mill, {})).status, status);
      const path = await linkTo(desk, mill);
      const ben = await desk.visitor('ben');
      await askFor(ben, mill, { name: '', days: '99' }, []);
      assert.equal(ben.errors().length, 3);
      await revise(desk, mill, `${BODY} More.`, 1);
      await askFor(ben, mill, {});
      assert.match(ben.errors().join(), /A new version came in while you chose/);
      assert.equal(
        (await ben.visit(`${mill.path}/own-facts?sentence=4`)).all('input[name=sentences][checked]').length,
        1,
      );
      const them = await desk.visitor();
      for (let sent = 0; sent < 20; sent += 1) await them.send(path, { verdict_1: 'wrong', says_1: `Since ${sent}.` });
      await them.send(path, { verdict_1: 'right' });
      assert.equal(them.status, 422);
      assert.match(them.errors().join(), /sent very often by now/);
    });
  });
});

onEachEngine((engine) => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom(engine);
  });
  after(() => desk.close());

  test('two who answer by one link at once are kept one after the other; an editor erases what they said', async () => {
    const mill = await millAt(desk);
    const path = await linkTo(desk, mill);
    const [one, other] = [await desk.visitor(), await desk.visitor()];
    await Promise.all([
      one.send(path, { verdict_2: 'wrong', says_2: 'It is 198.' }),
      other.send(path, { verdict_2: 'wrong', says_2: 'It is 199.' }),
    ]);
    const rows = await desk.db.selectFrom('facts_answer').select('superseded_at').execute();
    assert.equal(rows.filter((row) => row.superseded_at === null).length, 1);
    assert.equal((await desk.db.selectFrom('contact').select('id').execute()).length, 1);
    const answer = await desk.db
      .selectFrom('facts_answer')
      .select('id')
      .where('superseded_at', 'is', null)
      .executeTakeFirst();
    const at = `${mill.path}/facts-answers/${answer?.id}`;
    const ben = await desk.visitor('ben');
    for (const deed of ['dismissal', 'dismissal', 'restoration', 'restoration', 'taking', 'taking', 'noting'])
      assert.equal((await ben.send(`${at}/${deed}`, { claim: '1' })).status, 200, deed);
    assert.equal((await listEvidence(desk.db, mill.id, 'reviewer')).length, 1);
    assert.equal((await ben.send(`${at}/dismissal`, { claim: '1' })).status, 409);
    assert.equal((await ben.send(`${at}/taking`, { claim: '7' })).status, 409);
    const link = await desk.db.selectFrom('facts_link').select('id').executeTakeFirstOrThrow();
    const erasure = `${mill.path}/own-facts/${link.id}/erasure`;
    assert.equal((await ben.send(erasure, { reason: 'asked to' })).status, 403);
    const ada = await desk.visitor('ada');
    assert.equal((await ada.send(erasure, { reason: '' })).status, 422);
    for (let twice = 0; twice < 2; twice += 1) await ada.send(erasure, { reason: 'asked to' });
    assert.match(ada.text(), /erased .*because: asked to/);
    const left = JSON.stringify([
      await desk.db.selectFrom('facts_link').selectAll().execute(),
      await desk.db.selectFrom('facts_answer').selectAll().execute(),
      await desk.db.selectFrom('contact').selectAll().execute(),
      await desk.db
        .selectFrom('log_detail')
        .select('after')
        .where('after', 'like', '%director of the mill"%')
        .execute(),
    ]);
    // Ids and hashes are digits of their own.
    assert.doesNotMatch(left.replace(/"(?:id|\w+_(?:id|by|hash))":"[^"]*"/g, ''), /director|198|199/);
    assert.equal((await one.visit(path)).status, 404);
    const again = await linkTo(desk, mill, { name: 'Wilhelmina Quorn' });
    await one.send(again, {
      verdict_1: 'wrong',
      says_1: 'He never led any mouldybarn.',
      how_known: 'From the gnomebook.',
    });
    await one.send(again, { verdict_1: 'wrong', says_1: 'He led one mouldybarn.', how_known: 'From the gnomebook.' });
    await eraseArticle(desk.ctxOf('ada'), mill.id, { reason: 'a court' });
    assert.deepEqual(await wordsLeft(desk, /Quorn|mouldybarn|gnomebook/), []);
    assert.deepEqual(
      (await verifyAll(desk.operator)).findings.filter((finding) => !finding.includes('never entered')),
      [],
    );
  });
});
