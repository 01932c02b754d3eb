// Chains of speakers on both engines: each link has its own evidence on whether that one said it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { changeClaimAttribution } from '#src/claims/marking/commands.ts';
import { listChain } from '#src/claims/particulars-store.ts';
import { getClaim } from '#src/claims/store.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { countChain, sayChain, sayWasItSaid } from '#src/evidence/chain.ts';
import { changeEvidence } from '#src/evidence/commands.ts';
import { getEvidence, listEvidence } from '#src/evidence/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { takeRaidIn } from './support.ts';

const CHAIN = [
  { name: 'Corvane News', role: 'agency' },
  { name: 'Lale Ishkan', role: 'spokeswoman' },
];

async function start(newsroom: Newsroom) {
  const id = await takeRaidIn(newsroom);
  const ben = newsroom.ctxOf('ben');
  await changeClaimAttribution(ben, id, { number: 1, chain: CHAIN });
  const article = await getArticle(ben, id);
  const claim = await getClaim(newsroom.db, article, { number: 1 });
  const speakers = async () => listChain(newsroom.db, claim.id);
  const [agency, woman] = (await speakers()).map(({ party_id }) => party_id) as [string, string];
  return { id, ben, article, claim, speakers, agency, woman };
}

onEachEngine((engine) => {
  engine.rule('evidence is about the words of one speaker, of the whole chain, or about whether it is so', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, ben, article, speakers, agency, woman } = await start(newsroom);
    const add = (source_line: string, about: 'content' | 'attribution', speaker_id: string | null = null) =>
      addEvidence(ben, id, { number: 1, source_line, about, speaker_id });
    await add('Wire, take 3', 'attribution', agency);
    await add('Wire, take 3', 'attribution', agency);
    await add('Hospital register', 'content', woman);
    await add('Police log', 'content');
    const uses = await listEvidence(newsroom.db, article.id, 'reviewer');
    assert.deepEqual(
      uses.map(({ source_title, about, speaker_name }) => [source_title, about, speaker_name]),
      [
        ['Wire, take 3', 'attribution', 'Corvane News'],
        ['Hospital register', 'content', null],
        ['Police log', 'content', null],
      ],
    );
    const chain = await speakers();
    assert.equal(
      sayChain(chain, countChain(chain, uses)),
      'Corvane News reported that Lale Ishkan said so. Was it said? 1 source for Corvane News’ report, none yet for Lale Ishkan’s words. Is it so? 2 sources.',
    );
    await add('Recording of both', 'attribution');
    const all = await listEvidence(newsroom.db, article.id, 'guest');
    assert.match(
      sayWasItSaid(chain, countChain(chain, all)),
      /none yet for Lale Ishkan’s words, 1 source for the whole chain/,
    );
  });

  test('whoever says nothing in the claim is no speaker of it; who leaves the chain is kept by name', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, ben, claim, speakers, woman } = await start(newsroom);
    const refused = (error: unknown) => error instanceof RuleBroken && error.field === 'about';
    const add = { source_line: 'Tape', about: 'attribution', speaker_id: woman } as const;
    await assert.rejects(addEvidence(ben, id, { ...add, number: 2 }), refused);
    await assert.rejects(addEvidence(ben, id, { ...add, number: 1, speaker_id: crypto.randomUUID() }), refused);
    const use = await addEvidence(ben, id, { ...add, number: 1 });
    await changeClaimAttribution(ben, id, { number: 1, chain: CHAIN.slice(0, 1) });
    const row = await getEvidence(newsroom.db, claim.id, { id: use.id, reader: 'reviewer' });
    assert.equal(row.speaker_name, 'Lale Ishkan');
    const kept = { ...row, credibility: null, number: 1, evidence_id: use.id, note: 'played to us' };
    await changeEvidence(ben, id, { ...kept, revision: 1 });
    await assert.rejects(
      changeEvidence(ben, id, { ...kept, speaker_id: null, revision: 1 }),
      (error) => error instanceof StaleEdit && error.yours.about === 'was it said?',
    );
    const chain = await speakers();
    assert.equal(sayChain(chain, countChain(chain, [])), '');
    await changeEvidence(ben, id, { ...kept, about: 'content', revision: 2 });
    const changed = await getEvidence(newsroom.db, claim.id, { id: use.id, reader: 'reviewer' });
    assert.deepEqual([changed.about, changed.speaker_id], ['content', null]);
  });
});
