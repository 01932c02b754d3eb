// Two who do things to one card at the same moment: as if one came after the other, and no error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addAccount } from '#src/accounts/account-commands.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource, lockLibrary } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { writeIdentity } from '#src/sources/identity/commands.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import { takeRaidIn } from '#tests/evidence/support.ts';
import { onEachEngine, onEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { eraseCopy, keepCopy, mergeSources } from '#tests/support/source-verbs.ts';

const FILE = {
  how: 'upload',
  name: 'list.txt',
  claimed: 'text/plain',
  bytes: Buffer.from('Thirty attackers.'),
} as const;

async function card(newsroom: Newsroom, source_line: string, is_confidential: 0 | 1 = 0) {
  const desk = newsroom.desks.foreign.slug;
  return (await addSource(newsroom.ctxOf('ben'), { desk, source_line, is_confidential })).source;
}

function merge(newsroom: Newsroom, stays: { number: number }, goes: { number: number }) {
  const ada = newsroom.ctxOf('ada');
  return mergeSources(ada, stays.number, { other: goes.number, revision: 1, other_revision: 1, choices: {} });
}

/** Lets all of this begin while somebody else has the library, so that each has looked before any may go on. */
async function atOnce(newsroom: Newsroom, ...verbs: (() => Promise<unknown>)[]) {
  const begun: Promise<unknown>[] = [];
  await newsroom.db.transaction().execute(async (db) => {
    await lockLibrary(db, newsroom.desks.foreign.id);
    for (const verb of verbs) {
      begun.push(verb());
      await wait(250);
    }
  });
  return Promise.allSettled(begun);
}

onEngine('postgres', (engine) => {
  test('whoever opens a card and whoever seals who it is: one of them is told, and no open card keeps a record', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, ada] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada')];
    for (const first of ['opening', 'sealing'] as const) {
      const source = await card(newsroom, `The clerk, ${first} first`, 1);
      const open = () => changeSource(ada, source.number, { ...cardOf(source), is_confidential: 0, revision: 1 });
      const seal = () => writeIdentity(ben, source.number, { identity: 'Q. M.', readers: [] });
      const ended = await atOnce(newsroom, ...(first === 'opening' ? [open, seal] : [seal, open]));
      const refused = ended.filter((one) => one.status === 'rejected');
      assert.deepEqual([refused.length, refused[0]?.reason instanceof RuleBroken], [1, true]);
      const { is_confidential } = await getSource(ben, source.number);
      assert.equal(is_confidential, first === 'opening' ? 0 : 1);
    }
  });

  test('a copy is erased while its card goes into another one: both are done', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeRaidIn(newsroom);
    const [stays, goes] = [await card(newsroom, 'Harbour log'), await card(newsroom, 'The log')];
    await addEvidence(newsroom.ctxOf('ben'), id, { number: 1, source_number: goes.number });
    const { snapshot } = await keepCopy(newsroom.ctxOf('ben'), goes.number, FILE);
    const ended = await atOnce(
      newsroom,
      () => merge(newsroom, stays, goes),
      () => eraseCopy(newsroom.ctxOf('ada'), snapshot.number, 'Not ours.'),
    );
    assert.deepEqual(
      ended.map((one) => (one.status === 'rejected' ? String(one.reason) : 'done')),
      ['done', 'done'],
    );
  });

  test('an account is noted from a card that goes into another one: whoever comes second is told or led there', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const id = await takeRaidIn(newsroom);
    const { number: question } = await askQuestion(ben, id, { point: 'How many attackers?' });
    for (let round = 0; round < 12; round += 1) {
      const [stays, goes] = [await card(newsroom, `Log ${round}`), await card(newsroom, `The log ${round}`)];
      const said = { party_name: 'The pilot', party_role: '', value: `${round}`, as_of: '', quote: '' };
      const ended = await Promise.allSettled([
        merge(newsroom, stays, goes),
        addAccount(ben, { article_id: id, question }, { ...said, from: `source ${goes.number}` }),
      ]);
      for (const one of ended) assert.ok(one.status === 'fulfilled' || one.reason instanceof RuleBroken, String(one));
    }
  });
});

onEachEngine((engine) => {
  engine.rule(
    'a form that was open on a card which went into another one is stale there, whatever its revision',
    async () => {
      const newsroom = await openNewsroom(engine);
      const ben = newsroom.ctxOf('ben');
      const [stays, goes] = [await card(newsroom, 'Harbour log'), await card(newsroom, 'The log')];
      await changeSource(ben, goes.number, { ...cardOf(goes), title: 'The log, printed', revision: 1 });
      const open = await getSource(ben, goes.number);
      const input = { other: goes.number, revision: 1, other_revision: open.revision, choices: {} };
      await mergeSources(newsroom.ctxOf('ada'), stays.number, input);
      const typed = { ...cardOf(open), title: 'The log, as typed on', revision: open.revision };
      await assert.rejects(changeSource(ben, goes.number, typed), StaleEdit);
      assert.equal((await getSource(ben, goes.number)).title, 'Harbour log');
    },
  );

  engine.rule('a card that changes is changed on the pages of all that derive from it, too', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const id = await takeRaidIn(newsroom);
    const [bulletin, statement] = [await card(newsroom, 'Radio bulletin'), await card(newsroom, 'The clerk’s letter')];
    await addEvidence(ben, id, { number: 1, source_number: bulletin.number });
    await noteDerivation(ben, bulletin.number, { derives_from: String(statement.number) });
    const seen = () => newsroom.db.selectFrom('article').select('changed_seq').executeTakeFirstOrThrow();
    const before = await seen();
    await changeSource(ben, statement.number, { ...cardOf(statement), is_confidential: 1, revision: 1 });
    assert.ok((await seen()).changed_seq > before.changed_seq);
  });
});
