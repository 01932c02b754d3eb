// Which saves change rows of claims alone, so that all else of an article's pages holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { getArticle } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { changeClaimKey, takeClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { transact } from '#src/context.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { noteStatements } from '../privileges/asked-statements.ts';
import { explosionAt } from './support.ts';

onEachEngine((engine) => {
  test('a save of rows of claims alone leaves all else of the article as it was, and any other does not', async () => {
    const newsroom = await openNewsroom(engine);
    const { article_id, mark, claim, verdict } = await explosionAt(newsroom);
    const [ben, number] = [newsroom.ctxOf('ben'), await mark('dead')];
    /** How far both counts go with it. */
    const raisedBy = async (work: () => Promise<unknown>) => {
      const before = await getArticle(ben, article_id);
      await work();
      const after = await getArticle(ben, article_id);
      return [after.changed_seq > before.changed_seq, after.beside_claims_seq > before.beside_claims_seq];
    };
    const star = (is_key: boolean) => () => changeClaimKey(ben, article_id, { number, is_key });
    const wrong = async () => {
      const { revision } = await claim(number);
      const says = { content_verdict_id: verdict('wrong'), verdict_sentence: 'It was ten.' };
      await setVerdicts(ben, article_id, { number, revision, ...says });
    };
    const OF_CLAIMS = [true, false];
    assert.deepEqual(await raisedBy(star(true)), OF_CLAIMS);
    assert.deepEqual(await raisedBy(() => takeClaim(ben, article_id, number)), OF_CLAIMS);
    assert.deepEqual(await raisedBy(wrong), OF_CLAIMS);

    const ANYTHING = [true, true];
    const evidence = { number, source_line: 'https://bay.example/blast' };
    assert.deepEqual(await raisedBy(() => addEvidence(ben, article_id, evidence)), ANYTHING);
    assert.deepEqual(await raisedBy(() => mark('trucks')), ANYTHING);
    // Nobody knows what a statement in SQL writes, nor what whoever began the transaction writes later.
    const inSql = () => withArticle(ben, article_id, ({ db }) => sql`select 1`.execute(db));
    assert.deepEqual(await raisedBy(inSql), ANYTHING);
    const joined = () => transact(ben, (ctx) => changeClaimKey(ctx, article_id, { number, is_key: false }));
    assert.deepEqual(await raisedBy(joined), ANYTHING);

    if (engine.name !== 'sqlite') return;
    const triggers = await sql<{ sql: string }>`
      select lower(sql) as sql from sqlite_schema where type = 'trigger' and tbl_name = 'claim'`.execute(newsroom.db);
    const written = triggers.rows.flatMap((one) => [...one.sql.matchAll(/(?:insert into|update|delete from) (\w+) /g)]);
    const tables = written
      .map(([, table = '']) => table)
      .filter((table) => !/^(claim|claim_waiting|search_\w+|of|on|set)$/.test(table));
    assert.deepEqual(tables, [], 'a trigger on claims writes a table that pages read');
  });
});

test('a page behind a star asks who looks, for the article and for its claims, and nothing else', async (t) => {
  const desk = await startNewsroom();
  t.after(desk.close);
  const { article_id, mark } = await explosionAt(desk);
  const number = await mark('dead', false);
  const [reader, ben] = [await desk.visitor('ada'), desk.ctxOf('ben')];
  const page = `/articles/${(await getArticle(ben, article_id)).number}`;
  await reader.visit(page);
  await changeClaimKey(ben, article_id, { number, is_key: true });
  const { asked, end } = noteStatements();
  const { body } = await reader.visit(page);
  end();
  assert.match(body, /1 key claim open/);
  const tables = [...asked].map((sql) => /from "(\w+)"/.exec(sql)?.[1]);
  assert.deepEqual(tables, ['session', 'article', 'claim']);
});
