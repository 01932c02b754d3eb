// The page of what the public report says of confidential sources, and the editor's answers.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { openLeaks } from '#src/reports/leaks/gather-leaks.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';

const BODY = 'Six boats were seen. Captain Harbottle saw nothing of it. It rained.';

describe('what an article prints of its confidential source', () => {
  let desk: NewsroomDesk;
  let id: string;
  let path: string;
  let ada: Visitor;
  before(async () => {
    desk = await startNewsroom();
    const ben = desk.ctxOf('ben');
    const taken = await takeArticleIn(ben, desk.desks.foreign.slug, { headline: 'Boats on the river', body: BODY });
    id = taken.id;
    path = `/articles/${taken.number}/report/confidential`;
    await markClaim(ben, id, { selection: { sentence: 2, words: 'Six boats' } });
    const secret = { is_confidential: true, alias: 'an officer' };
    await addEvidence(ben, id, { number: 1, source_line: 'call Quillon Harbottle 15:40: six boats', ...secret });
    ada = await desk.visitor('ada');
  });
  after(() => desk.close());

  const open = async () => {
    const ctx = desk.ctxOf('ben');
    return (await openLeaks(ctx, await getArticle(ctx, id))).map(({ said, is_printed }) => [said, is_printed]);
  };
  const entries = async (verb: string) =>
    (await desk.db.selectFrom('log').select('number').where('verb', '=', verb).execute()).length;

  test('is listed apart, and a reviewer gets no button', async () => {
    assert.deepEqual(await open(), [['Harbottle', true]]);
    const ben = await desk.visitor('ben');
    await ben.visit(path);
    assert.match(ben.text(), /Printed by the article 1.*Harbottle in the article’s own text/);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.doesNotMatch(ben.body, /Allow in the report/);
  });

  test('is let stand by an editor, by name and on record; again changes nothing', async () => {
    await ada.visit(path);
    await ada.press(/^Allow in the report/);
    assert.equal(ada.notice(), 'It may stay until the words around it change.');
    assert.match(ada.text(), /May stay 1.*Harbottle.*Ada Lind/);
    assert.deepEqual(await open(), []);
    assert.equal(await entries('report.words_let_stand'), 1);
  });

  test('is taken back, and let stand again', async () => {
    await ada.press(/^Withdraw answer/);
    assert.deepEqual(await open(), [['Harbottle', true]]);
    await ada.press(/^Allow in the report/);
    assert.deepEqual(await open(), []);
    assert.deepEqual([await entries('report.words_let_stand'), await entries('report.words_not_let_stand')], [2, 1]);
  });

  test('is to be answered once more when the words around it change', async () => {
    const body = BODY.replace('saw nothing of it', 'heard of it');
    await reviseArticle(desk.ctxOf('ben'), id, { headline: 'Boats on the river', body, version: 1 });
    assert.deepEqual(await open(), [['Harbottle', true]]);
  });

  test('a page that was opened before is refused, and a guest reads none', async () => {
    await ada.visit(path);
    const body = BODY.replace('saw nothing of it', 'told of it');
    await reviseArticle(desk.ctxOf('ben'), id, { headline: 'Boats on the river', body, version: 2 });
    await ada.press(/^Allow in the report/);
    assert.equal(ada.status, 409);
    assert.deepEqual(await open(), [['Harbottle', true]]);
    const dina = await desk.visitor('dina');
    assert.equal((await dina.visit(path)).status, 403);
  });
});
