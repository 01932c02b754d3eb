// The page of sign-off: what it lists, reasons and waivers by its forms, and who may see it.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

onSqlite((engine) => {
  let desk: NewsroomDesk;
  let id: string;
  let path: string;

  before(async () => {
    desk = await startNewsroom(engine);
    const [ben, cleo] = [desk.ctxOf('ben'), desk.ctxOf('cleo')];
    const body = 'The mill burnt. The mayor slept. The rain came late.';
    const taken = await takeArticleIn(ben, desk.desks.foreign.slug, { headline: 'Mill burns', body });
    id = taken.id;
    path = `/articles/${taken.number}/sign-off`;
    const verdicts = await listVerdicts(desk.db, desk.desks.foreign.id);
    const content_verdict = verdicts.find(({ meaning }) => meaning === 'ok')?.id;
    for (const words of ['The mill burnt', 'The mayor slept', 'The rain came late']) {
      const sentence = { 'The mill burnt': 2, 'The mayor slept': 3, 'The rain came late': 4 }[words] ?? 0;
      const { number } = await markClaim(ben, id, { selection: { sentence, words }, is_key: false });
      const revision = async () => (await getClaim(desk.db, { id }, { number })).revision;
      await setVerdicts(ben, id, { number, revision: await revision(), content_verdict });
      await closeClaim(cleo, id, { number, revision: await revision() });
    }
  });

  async function underProfile(name: string): Promise<void> {
    const ben = await desk.visitor('ben');
    await ben.visit(path.replace('sign-off', 'details'));
    await ben.choose(/^Profile/, name).press(/^Save/);
  }

  test('three OKs without a source: Investigation refuses, Daily asks a reason, Breaking does not ask', async () => {
    const ben = await desk.visitor('ben');
    const said = '3 claims rest on the checker’s word alone. R16';
    await underProfile('Investigation');
    await ben.visit(path);
    assert.ok(ben.within('.blocks').text().includes(said), ben.text());
    assert.match(
      ben.body,
      /<a href="[^"]+\/claims\/1[^"]*">3 claims<\/a> rest on/,
      'what is missing is one click away',
    );
    const ada = await desk.visitor('ada');
    await ada.visit(path);
    assert.match(ada.text(), /What blocks .* Go to what blocks Sign report 1/s);
    await underProfile('Daily');
    await ben.visit(path);
    assert.ok(ben.within('.should').text().includes(said), ben.text());
    await underProfile('Breaking');
    await ben.visit(path);
    assert.match(ben.text(), /Not asked for.*Claims and ticks rest on a source or a stated reason R16/s);
  });

  test('Ben gives a reason for each; Ada waives another check and takes it back', async () => {
    await underProfile('Investigation');
    const ben = await desk.visitor('ben');
    for (const words of ['The mill burnt', 'The mayor slept', 'The rain came late']) {
      await ben.visit(path);
      const form = new RegExp(`^Reason, printed in the report: Claim \\d: ${words}`);
      assert.equal(ben.value(form), 'own knowledge: ');
      await ben
        .fill(form, `own knowledge: Ben was there, ${words}`)
        .press(new RegExp(`^Save reason: Claim \\d: ${words}`));
    }
    assert.match(ben.text(), /3 claims and 0 ticks rest on a source or a stated reason/);
    assert.match(ben.text(), /own knowledge: Ben was there, The mill burnt.*Ben Okafor/s);
    assert.equal(ben.offers(/^Waive/), false, 'reviewers waive nothing');
  });

  test('guests are told that it is not theirs; strangers find nothing', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit(path);
    assert.equal(dina.status, 403);
    const emil = await desk.visitor('emil');
    await emil.visit(path);
    assert.equal(emil.status, 404);
  });
});
