// What a desk says of itself in its reports: who changes it, and what holds before anybody did.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Forbidden, NotFound, StaleEdit } from '#src/errors.ts';
import { USUAL_METHOD } from '#src/people/desks/statement.ts';
import { changeStatement } from '#src/people/desks/statement-commands.ts';
import { getStatement } from '#src/people/desks/statement-store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { verbsOf } from './support.ts';

const SAID = {
  interests: 'The wire holds shares in the port.',
  complaints_to: 'corrections@wire.example',
  answer_days: 10,
  names_public: true,
  copies_public: true,
};

onEachEngine((engine) => {
  test('Ada says where complaints go, once; the same again changes nothing', async () => {
    const newsroom = await openNewsroom(engine);
    const { slug, id } = newsroom.desks.foreign;
    const nothing = { interests: '', complaints_to: '', answer_days: 14, names_public: false, copies_public: false };
    assert.deepEqual(await getStatement(newsroom.db, id), { method: USUAL_METHOD, ...nothing });
    await changeStatement(newsroom.ctxOf('ada'), slug, { ...nothing, revision: 0 });
    await changeStatement(newsroom.ctxOf('ada'), slug, { ...SAID, revision: 0 });
    await changeStatement(newsroom.ctxOf('ada'), slug, { ...SAID, revision: 0 });
    assert.deepEqual(await getStatement(newsroom.db, id), { method: USUAL_METHOD, ...SAID });
    const entered = (await verbsOf(newsroom.db)).filter((verb) => verb === 'desk.statement_changed');
    assert.equal(entered.length, 1);
    await changeStatement(newsroom.ctxOf('ada'), slug, { ...SAID, answer_days: 5, revision: 1 });
    assert.equal((await getStatement(newsroom.db, id)).answer_days, 5);
  });

  engine.rule(
    'a reviewer, a guest and somebody from another desk change none of it, nor does a form that is too old',
    async () => {
      const newsroom = await openNewsroom(engine);
      const { slug } = newsroom.desks.foreign;
      const change = (name: 'ada' | 'ben' | 'dina' | 'emil', revision = 0) =>
        changeStatement(newsroom.ctxOf(name), slug, { ...SAID, revision });
      await assert.rejects(change('ben'), Forbidden);
      await assert.rejects(change('dina'), Forbidden);
      await assert.rejects(change('emil'), NotFound);
      await change('ada');
      await assert.rejects(
        changeStatement(newsroom.ctxOf('ada'), slug, { ...SAID, interests: '', revision: 0 }),
        StaleEdit,
      );
    },
  );
});

test('Ada fills it in on the page of the desk; what cannot be taken comes back as typed', async () => {
  const desk = await startNewsroom();
  const ada = await desk.visitor('ada');
  await ada.visit('/desks/foreign-desk');
  await ada
    .fill(/^where complaints go/i, 'desk@wire.example')
    .fill(/^days to answer/i, '0')
    .press(/^save what reports say/i);
  assert.equal(ada.status, 422);
  assert.match(ada.body, /desk@wire\.example/);
  await ada.fill(/^days to answer/i, '10').press(/^save what reports say/i);
  assert.equal(ada.status, 200);
  assert.match(ada.body, /Reports made from now on say so/);
  assert.equal((await getStatement(desk.db, desk.desks.foreign.id)).answer_days, 10);
  await desk.close();
});
