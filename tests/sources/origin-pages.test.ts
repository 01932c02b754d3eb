// First sources, passages and chains from their pages, without JavaScript, with the cast.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { changeClaimAttribution } from '#src/claims/marking/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { takeRaidIn } from '#tests/evidence/support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { textOf } from '#tests/support/page.ts';
import { keepCopy } from '#tests/support/source-verbs.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { addedSource } from './copies.ts';

const COPY = `The attack began at “about 12.40 pm”. Twenty-three people died, among them eleven police
officers; all of them are named in the annex. The ministry expresses its sorrow, and thanks all who helped.`;

describe('first sources, passages and chains', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let id: string;
  let claim: string;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  beforeEach(async () => {
    id = await takeRaidIn(desk);
    claim = `/articles/${id}/claims/1`;
  });
  after(() => desk.close());

  const paste = (text: string) =>
    ({ how: 'paste', name: '', claimed: 'text/plain', bytes: Buffer.from(text) }) as const;

  test('Ben notes on the cards that two papers print the wire, and the claim has three sources and one first source', async () => {
    const [wire, morning, evening] = [
      await addedSource(desk, `Wire ${id}`),
      await addedSource(desk, `Morning Post ${id}`),
      await addedSource(desk, `Evening Post ${id}`),
    ];
    for (const source_number of [wire, morning, evening])
      await addEvidence(desk.ctxOf('ben'), id, { number: 1, source_number });
    await ben.visit(`/sources/${morning}`);
    await ben.fill('Derives from', String(wire)).fill('How you know', 'its first line').press('Save original source');
    assert.equal(ben.path, `/sources/${morning}`);
    assert.match(ben.notice(), /^The original source is saved/);
    const origins = ben.within('#origins').text();
    for (const words of [`Wire ${id}`, 'first source', 'this source', 'noted by Ben', 'its first line'])
      assert.ok(origins.includes(words), `${words} in ${origins}`);
    await ben.visit(`/sources/${evening}`);
    await ben.fill('Derives from', `morning post ${id}`).press('Save original source');
    await ben.visit(claim);
    assert.match(ben.text(), /Evidence 3 sources, 1 first source/);
    assert.match(
      ben.within('.evidence').text(),
      new RegExp(`derives from Morning Post ${id} · first source: Wire ${id}`),
    );
    const report = (await ben.visit(`/articles/${id}/report.json`)).json() as {
      findings: { number: number; sources: object }[];
    };
    assert.deepEqual(report.findings.find(({ number }) => number === 1)?.sources, {
      content: { sources: 3, first_sources: 1 },
      attribution: { sources: 0, first_sources: 0 },
    });
    await ben.visit(`/articles/${id}/report.csv?table=evidence`);
    assert.match(ben.text(), new RegExp(`Evening Post ${id}.*,${morning},${wire},`));
    await ben.visit(`/sources/${wire}`);
    assert.match(ben.within('#origins').text(), /a first source.*Morning Post.*Evening Post/);
    await ben.fill('Derives from', String(evening)).press('Save original source');
    assert.equal(ben.status, 422);
    assert.match(ben.errors().join(), /derives from this one already/);
    assert.equal(ben.value('Derives from'), String(evening));
    await ben.visit(`/sources/${evening}`);
    await ben.press('Remove original source');
    await ben.visit(claim);
    assert.match(ben.text(), /Evidence 3 sources, 2 first sources/);
  });

  test('two cards with one text are offered as the same copy, which takes one press', async () => {
    const [first, second] = [await addedSource(desk, `Lead ${id}`), await addedSource(desk, `Reprint ${id}`)];
    for (const number of [first, second]) await keepCopy(desk.ctxOf('ben'), number, paste(`${COPY} ${id}`));
    await ben.visit(`/sources/${second}`);
    await ben.press(/^Mark as same copy/);
    assert.match(ben.within('#origins').text(), new RegExp(`same copy as source ${first}`));
    assert.equal(ben.offers(/^Mark as same copy/), false);
    const dina = await desk.visitor('dina');
    await dina.visit(`/sources/${second}`);
    assert.match(dina.within('#origins').text(), new RegExp(`Lead ${id}`));
    assert.equal(dina.offers('Save original source'), false);
    const note = { derives_from: String(first) };
    assert.equal((await dina.send(`/sources/${second}/derivation`, note)).status, 403);
    assert.equal((await dina.send(`/sources/${second}/derivation/removal`, {})).status, 403);
    const emil = await desk.visitor('emil');
    assert.equal((await emil.send(`/sources/${second}/derivation`, note)).status, 404);
    assert.equal((await emil.send(`/sources/${second}/derivation/removal`, {})).status, 404);
    assert.match((await new Visitor(desk.app).send(`/sources/${second}/derivation`, note)).path, /^\/sign-in/);
    assert.equal((await ben.send(`/sources/${second}/derivation`, { ...note, note: 'x', standing: '' })).status, 409);
    assert.equal((await ben.send(`/sources/${second}/derivation`, { derives_from: '' })).status, 422);
  });

  test('a passage is shown as it was found in the saved copy, and a press leads to its place there', async () => {
    const number = await addedSource(desk, `Statement ${id}`);
    const { snapshot } = await keepCopy(desk.ctxOf('ben'), number, paste(`${COPY} ${id}`));
    const add = (passage: string) => addEvidence(desk.ctxOf('ben'), id, { number: 1, source_number: number, passage });
    await add('among them eleven police officers');
    await add('Twenty-six people died, among them eleven police officers');
    const lost = await add('The mayor was among the dead, as were two of his sons');
    await ben.visit(claim);
    await ben.follow(`found word for word in saved copy ${snapshot.number}`);
    assert.match(ben.path, new RegExp(`^/snapshots/${snapshot.number}\\?evidence=`));
    assert.deepEqual(ben.all('#passage').map(textOf), ['among them eleven police officers']);
    await ben.visit(claim);
    const evidence = ben.within('.evidence').text();
    assert.match(
      evidence,
      /found with changes in saved copy \d+: Twenty-.*noted: six.*the copy has: three.*people died/,
    );
    await ben.whole().follow(`found with changes in saved copy ${snapshot.number}`);
    assert.match(ben.text(), /The passage noted for claim 1 is here, with changes/);
    await ben.visit(`${claim}/evidence/${lost.id}`);
    assert.match(ben.text(), /not found in the saved copy of .*: check the passage/);
    await ben.fill('Passage, word for word', 'all of them are named […] thanks all who helped').press('Save evidence');
    assert.doesNotMatch(ben.text(), /not found in the saved copy/);
    await ben.visit(`/snapshots/${snapshot.number}?evidence=${lost.id}`);
    assert.deepEqual(ben.all('.copy-text mark').map(textOf), ['all of them are named', 'thanks all who helped']);
    assert.match((await ben.visit(`/articles/${id}/report`)).text(), /passage found with changes in saved copy/);
    await ben.visit(`/snapshots/${snapshot.number}?evidence=nonsense`);
    assert.deepEqual([ben.status, ben.all('#passage').length], [200, 0]);
  });

  test('a long copy is shown around the passage, with the passage marked', async () => {
    const number = await addedSource(desk, `Long report ${id}`);
    const filler = 'Nothing of note was reported from the second district on that day. ';
    const text = `${filler.repeat(80)}\n${COPY}\n${filler.repeat(50)}`;
    const { snapshot } = await keepCopy(desk.ctxOf('ben'), number, paste(text));
    const use = await addEvidence(desk.ctxOf('ben'), id, {
      number: 1,
      source_number: number,
      passage: 'the ministry expresses its sorrow',
    });
    await ben.visit(`/snapshots/${snapshot.number}?evidence=${use.id}`);
    assert.deepEqual(ben.all('#passage').map(textOf), ['The ministry expresses its sorrow']);
  });

  test('each link of a chain has its own evidence, chosen in the form and read in panel and report', async () => {
    const chain = [
      { name: 'Corvane News', role: 'agency' },
      { name: 'Lale Ishkan', role: 'spokeswoman' },
    ];
    await ben.visit(claim);
    assert.equal(ben.all('#field-evidence-about option').length, 2);
    await changeClaimAttribution(desk.ctxOf('ben'), id, { number: 1, chain });
    await ben.visit(claim);
    await ben.fill('Add a source', `Wire of ${id}`).choose('About', 'was it said by Corvane News?').press('Add');
    await ben.fill('Add a source', `Police log of ${id}`).press('Add');
    const said =
      /Corvane News reported that Lale Ishkan said so\. Was it said\? 1 source for Corvane News’ report, none yet for Lale Ishkan’s words\. Is it so\? 1 source\./;
    assert.match(ben.text(), said);
    assert.match(ben.within('.evidence').text(), /was it said by Corvane News\?/);
    await ben.visit(claim);
    await ben.follow(`edit evidence: Wire of ${id}`);
    assert.equal(ben.value('About').startsWith('attribution:'), true);
    await ben.choose('About', 'was it said by Lale Ishkan?').press('Save evidence');
    assert.match(ben.text(), /none yet for Corvane News’ report, 1 source for Lale Ishkan’s words/);
    const { findings } = (await ben.visit(`/articles/${id}/report.json`)).json() as {
      findings: { number: number; attribution: object[]; evidence: { speaker: string | null }[] }[];
    };
    const finding = findings.find(({ number }) => number === 1);
    assert.deepEqual(finding?.attribution, [
      { ...chain[0], sources: 0, first_sources: 0 },
      { ...chain[1], sources: 1, first_sources: 1 },
    ]);
    assert.deepEqual(
      finding?.evidence.map(({ speaker }) => speaker),
      ['Lale Ishkan', null],
    );
    await ben.send(`${claim}/evidence`, { source_line: 'x', about: 'attribution:nobody' });
    assert.equal(ben.status, 422);
  });
});
