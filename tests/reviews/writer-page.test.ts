// The page of the writer: opened by a link without signing in, and answered there.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { askQuery, clearQuery } from '#src/reviews/queries/commands.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { eventsOn, PARAGRAPHS, type Strike, strikeAt } from './support.ts';

const NAME = 'Marta Quist';

/** Ada makes a link; its path. */
async function linkBy(desk: NewsroomDesk, strike: Strike, days = '3 days'): Promise<string> {
  const ada = await desk.visitor('ada');
  await ada.visit(`${strike.path}/writer-links`);
  await ada.fill('For whom', NAME).choose('Valid for', days).press('Create link');
  const link = ada.all('#link')[0]?.getAttribute('value') ?? '';
  assert.match(link, /^http:\/\/[^/]+\/writer\/[\w-]{43}$/);
  return new URL(link).pathname;
}

onSqlite((engine) => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom(engine);
  });
  after(() => desk.close());

  describe('a writer without an account', () => {
    let strike: Strike;
    let path: string;
    let writer: Visitor;
    before(async () => {
      strike = await strikeAt(desk);
      const ben = desk.ctxOf('ben');
      await askQuery(ben, strike.id, { number: 1, to_whom: 'writer', question: 'Who counted the dockers?' });
      await askQuery(ben, strike.id, { to_whom: 'writer', question: 'Is there a picture?' });
      await askQuery(ben, strike.id, { number: 1, to_whom: 'editor', question: 'Shall we wait with this?' });
      await strike.ask({
        number: 1,
        old_words: 'Five hundred',
        new_words: 'Four hundred',
        reason: 'the union says so',
      });
      await strike.ask({ old_words: '16 cranes', new_words: '15 cranes' });
      path = await linkBy(desk, strike);
      writer = await desk.visitor();
    });

    test('reads what is asked, each in its sentence, and nothing else of the article or the desk', async () => {
      await writer.visit(path);
      assert.equal(writer.status, 200);
      assert.match(writer.text(), /The Foreign desk asks you about 4 points/);
      assert.ok(writer.text().includes('Five hundred dockers walked out in Lund on Tuesday, the union said.'));
      for (const hidden of [PARAGRAPHS.end, 'Nobody was hurt', 'Ina Vold', 'Shall we wait', 'Ben', 'Ada', 'Okafor'])
        assert.ok(!writer.body.includes(hidden), hidden);
      assert.equal(writer.headers['cache-control'], 'no-store');
      assert.equal(writer.headers['referrer-policy'], 'same-origin');
      assert.match(String(writer.headers['x-robots-tag']), /noindex/);
      assert.equal(writer.headers['set-cookie'], undefined);
      assert.deepEqual(await htmlProblems(writer.body), []);
    });

    test('answers what they can, is thanked, and is told what was kept; a no wants a line', async () => {
      await writer.visit(path);
      await writer.press('Send my answers');
      assert.equal(writer.status, 422);
      assert.match(writer.errors().join(), /Nothing is filled in yet/);
      writer.fill('Your answer to question 1', 'The union’s secretary, on Monday.');
      await writer.choose('Your view on change 2', 'Rather not').press('Send my answers');
      assert.deepEqual(writer.errors(), ['Say in a line why it should stay as it is.']);
      assert.equal(writer.value('Your answer to question 1'), 'The union’s secretary, on Monday.');
      assert.equal((await strike.query(1)).state, 'open', 'nothing is stored of a form that is refused');
      writer.fill('Why, in a line, on change 2', 'The port counts 16.');
      await writer.choose('Your view on change 1', 'I agree').press('Send my answers');
      assert.equal(writer.status, 200);
      assert.match(
        writer.notice(),
        /^Thank you\. The desk has your answer to question 1, your view on change 1 and your view on change 2\./,
      );
      assert.match(writer.text(), /asks you about one point/);
      assert.deepEqual(await htmlProblems(writer.body), []);
      const [query, first, second] = [await strike.query(1), await strike.fix(1), await strike.fix(2)];
      assert.deepEqual([query.state, query.answers[0]?.name, query.answers[0]?.how], ['answered', NAME, 'link']);
      assert.deepEqual(
        [first.state, first.writer_word, second.writer_word, second.writer_line],
        ['asked', 'agree', 'refuse', 'The port counts 16.'],
      );
    });

    test('is seen at the desk, decides nothing, and is in the log as the writer, by link', async () => {
      const ada = await desk.visitor('ada');
      await ada.visit(`${strike.path}/fixes`);
      assert.match(ada.text(), /The writer would rather not: The port counts 16\. Marta Quist, by link/);
      await ada.press('Agree to “Four hundred”');
      assert.equal((await strike.fix(1)).state, 'agreed');
      const { id } = await strike.query(1);
      assert.deepEqual(await eventsOn(desk, `query:${id}`), ['query.asked', 'query.answered']);
      await ada.visit(`${strike.path}/log`);
      assert.match(ada.text(), /Marta Quist, by the writer’s link answered a query/);
    });

    test('sends the same twice, and it is one', async () => {
      const twice = {
        answer_1: 'The union’s secretary, on Monday.',
        word_1: 'agree',
        line_1: '',
        word_2: 'refuse',
        line_2: 'The port counts 16.',
      };
      await writer.send(path, twice);
      assert.equal(writer.status, 200);
      assert.equal((await strike.query(1)).answers.length, 1);
      assert.equal((await eventsOn(desk, `fix:${(await strike.fix(2)).id}`)).length, 2);
    });

    test('two who answer at once are both kept; two words on a fix are shown side by side', async () => {
      const [one, other] = [await desk.visitor(), await desk.visitor()];
      await Promise.all([
        one.send(path, { answer_2: 'Yes, from Ola.' }),
        other.send(path, { answer_2: 'No picture.' }),
      ]);
      assert.deepEqual((await strike.query(2)).answers.map((answer) => answer.answer).sort(), [
        'No picture.',
        'Yes, from Ola.',
      ]);
      const { revision } = await strike.fix(2);
      await one.send(path, { word_2: 'agree', line_2: 'Well then.', revision_2: String(revision) });
      await other.send(path, {
        word_2: 'refuse',
        line_2: 'Never.',
        revision_2: String(revision),
        answer_2: 'Still none.',
      });
      assert.equal(other.status, 409);
      assert.match(
        other.text(),
        /would rather not ?What the desk has ?agrees .*Never\. ?What the desk has ?Well then\./,
      );
      assert.equal((await strike.query(2)).answers.length, 3, 'the rest of the form is kept');
      await other.press('Send what I chose');
      assert.match(other.notice(), /^Thank you\. The desk has your view on change 2\./);
      const { writer_word, writer_line } = await strike.fix(2);
      assert.deepEqual([writer_word, writer_line], ['refuse', 'Never.']);
      assert.equal((await strike.query(2)).answers.length, 3, 'and is not sent twice');
    });

    test('a view that they left as the page showed it is no answer to what the desk noted meanwhile', async () => {
      await writer.visit(path);
      const { id, revision } = await strike.fix(2);
      const word = { word: 'agree', line: 'By phone.', how: 'phone', revision: String(revision) };
      await (await desk.visitor('ben')).send(`${strike.path}/fixes/${id}/writer-word`, word);
      await writer.fill('More on question 2', 'None at all.').press('Send my answers');
      assert.equal(writer.status, 200);
      assert.equal((await strike.fix(2)).writer_line, 'By phone.');
    });

    test('a form from another site is refused, and so is one that says nothing of where it comes from', async () => {
      for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://elsewhere.example' }, {}]) {
        await writer.send(path, { answer_2: 'forged' }, headers as Record<string, string>);
        assert.equal(writer.status, 403);
      }
      assert.ok((await strike.query(2)).answers.every((answer) => answer.answer !== 'forged'));
    });

    test('what is dropped or about other people’s queries cannot be answered by it', async () => {
      await writer.send(path, { answer_3: 'I would not wait.' });
      assert.equal((await strike.query(3)).answers.length, 0);
      const other = await strikeAt(desk);
      await askQuery(desk.ctxOf('ben'), other.id, { to_whom: 'writer', question: 'And here?' });
      await writer.send(path, { answer_1: 'Meant for another article.' });
      assert.equal((await other.query(1)).answers.length, 0);
    });
  });

  describe('a link', () => {
    test('made up, withdrawn and too old are one and the same page, and none tells of what', async () => {
      const strike = await strikeAt(desk);
      const ada = await desk.visitor('ada');
      const [withdrawn, old] = [await linkBy(desk, strike, 'one day'), await linkBy(desk, strike, 'one day')];
      await ada.visit(`${strike.path}/writer-links`);
      const forms = ada.all('form[action$="/withdrawal"]').map((form) => form.getAttribute('action'));
      await ada.send(forms[1] as string, {});
      await ada.send(forms[1] as string, {});
      const writer = await desk.visitor();
      assert.equal((await writer.visit(old)).status, 200);
      desk.wait(24 * 60 + 1);
      const bodies = new Set<string>();
      for (const path of [withdrawn, old, '/writer/made-up', `/writer/${'x'.repeat(43)}`]) {
        await writer.visit(path);
        assert.equal(writer.status, 404, path);
        bodies.add(writer.body);
        await writer.send(path, { answer_1: 'hello' });
        assert.equal(writer.status, 404, path);
      }
      assert.equal(bodies.size, 1);
      assert.ok(![...bodies][0]?.includes('Dockers'));
      const subjects = await desk.db.selectFrom('log').select('verb').where('verb', 'like', 'link.%').execute();
      assert.equal(subjects.filter((row) => row.verb === 'link.withdrawn').length, 1);
      const rows = await desk.db.selectFrom('writer_link').select('token_hash').execute();
      const token = old.split('/').at(-1) as string;
      assert.ok(rows.every((row) => row.token_hash !== token));
      const details = await desk.db.selectFrom('log_detail').select('after').execute();
      assert.ok(details.every((row) => !row.after.includes(token)));
    });

    test('whoever tries many waits, and a link that works is not kept waiting', async () => {
      const strike = await strikeAt(desk);
      const path = await linkBy(desk, strike);
      const guesser = await desk.visitor();
      const statuses: number[] = [];
      for (let tries = 0; tries < 25; tries += 1) statuses.push((await guesser.visit(`/writer/guess-${tries}`)).status);
      assert.equal(statuses[0], 404);
      assert.equal(statuses.at(-1), 429);
      assert.ok(Number(guesser.headers['retry-after']) > 0);
      assert.equal((await guesser.visit(path)).status, 200);
    });

    test('is made by reviewers and editors alone, for an article of their desk', async () => {
      const strike = await strikeAt(desk);
      const fields = { name: NAME, days: '3' };
      const statusOf = async (name: 'ben' | 'dina' | 'emil') =>
        (await (await desk.visitor(name)).send(`${strike.path}/writer-links`, fields)).status;
      assert.deepEqual([await statusOf('ben'), await statusOf('dina'), await statusOf('emil')], [200, 403, 404]);
      const ben = await desk.visitor('ben');
      await ben.send(`${strike.path}/writer-links`, { name: '', days: '400' });
      assert.equal(ben.status, 422);
      assert.deepEqual(ben.errors().length, 2);
    });
  });

  describe('what is confidential', () => {
    const SECRET = {
      title: 'Quintessa Marlow, clerk of the registry',
      url: 'https://leaks.zanzibar.example/vault/7781',
      publisher: 'Obsidian Registry',
      author: 'Thaddeus Wrenfield',
    };
    const USE = {
      passage: 'eleven barrels went missing on the quay',
      place: 'folio 9917',
      note: 'met her behind the velodrome',
    };

    test('warns whoever writes it, is held back until it is meant, and stands nowhere on what a link shows', async () => {
      const strike = await strikeAt(desk);
      const ben = desk.ctxOf('ben');
      const slug = desk.desks.foreign.slug;
      const card = {
        desk: slug,
        source_line: SECRET.title,
        type: 'document',
        is_confidential: 1,
        alias: 'A clerk',
        ...SECRET,
      } as const;
      await askQuery(ben, strike.id, { number: 1, to_whom: 'writer', question: 'Did Marlow tell you?' });
      const { source } = await addSource(ben, card);
      await addEvidence(ben, strike.id, { number: 1, source_number: source.number, ...USE });
      const path = await linkBy(desk, strike);
      const writer = await desk.visitor();
      await writer.visit(path);
      assert.ok(
        !writer.body.includes('Marlow'),
        'asked before the source was confidential, and held back all the same',
      );

      const visitor = await desk.visitor('ben');
      await visitor.visit(`${strike.path}/claims/1`);
      await visitor.within('#ask-query').fill('Question', 'Is it true what Wrenfield says?').press('Send query');
      assert.equal(visitor.status, 422);
      assert.match(visitor.errors().join(), /names a confidential source \(“Wrenfield”\)/);
      await visitor
        .within('#ask-query')
        .tick(/^Send anyway/)
        .press('Send query');
      assert.equal(visitor.notice(), 'Query 2 is sent.');
      await askQuery(ben, strike.id, { to_whom: 'editor', question: `Quintessa Marlow said ${USE.passage}` });
      await assert.rejects(strike.ask({ old_words: 'Talks', new_words: 'Marlow’s talks' }), /confidential source/);
      await strike.ask({ old_words: 'Talks', new_words: 'The talks', reason: 'clearer' });

      await visitor.visit(`${strike.path}/queries`);
      assert.match(visitor.text(), /The writer does not see this: it names a confidential source \(Marlow\)/);
      const bytes = async () => {
        await writer.visit(path);
        const page = writer.body;
        await writer.send(path, { answer_1: '', word_1: 'refuse' });
        return `${page}${writer.body}${JSON.stringify(writer.headers)}`;
      };
      const seen = await bytes();
      const secrets = [
        SECRET.title,
        SECRET.url,
        SECRET.publisher,
        'Thaddeus',
        'Quintessa',
        'Marlow',
        'A clerk',
        source.id,
        ...Object.values(USE),
        'Okafor',
        'Lind',
      ];
      for (const secret of secrets) assert.ok(!seen.includes(secret), secret);
      assert.ok(seen.includes('what Wrenfield says'), 'somebody said that it is meant');

      await clearQuery(ben, strike.id, (await strike.query(1)).id);
      await writer.visit(path);
      assert.ok(writer.body.includes('Did Marlow tell you?'));
    });

    test('a person whom the desk asked for a confidential source is not named either', async () => {
      const strike = await strikeAt(desk);
      const ben = desk.ctxOf('ben');
      const { source } = await addEvidence(ben, strike.id, {
        number: 1,
        source_line: 'call Persephone Vantongeren 15:40: six coffins',
      });
      const open = await getSource(ben, source.number);
      await changeSource(ben, source.number, {
        ...cardOf(open),
        is_confidential: 1 as const,
        alias: 'A soldier',
        revision: open.revision,
      });
      const asking = askQuery(ben, strike.id, { to_whom: 'writer', question: 'Do you know Vantongeren?' });
      await assert.rejects(asking, /“Vantongeren”/);
    });
  });
});
