// A source that becomes confidential after a report was signed is named in none that comes after it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { changedSince } from '#src/reports/signing/changed-since.ts';
import { getReport } from '#src/reports/signing/store.ts';
import { modelOf } from '#src/reports/signing/stored-report.ts';
import { closeClaim, offerClaim, reopenClaim } from '#src/reviews/second-read/commands.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { HELD_BACK } from '#src/sources/held-back/discretion.ts';
import { writeIdentity } from '#src/sources/identity/commands.ts';
import { onSqlite } from '#tests/support/engines.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { claimAt, HALF_CHECKED } from './half-checked.ts';
import { sign } from './signed-article.ts';

const NUMBER = 4;

/** Ben opens claim 4 again and says this of it, and Cleo agrees. */
async function say(newsroom: Newsroom, id: string, verdict_sentence: string): Promise<void> {
  const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
  const revision = async () => (await claimAt(newsroom, id, NUMBER)).revision;
  const verdicts = await listVerdicts(newsroom.db, newsroom.desks.foreign.id);
  const content_verdict = verdicts.find(({ meaning }) => meaning === 'disputed')?.id;
  if ((await claimAt(newsroom, id, NUMBER)).state === 'closed')
    await reopenClaim(cleo, id, { number: NUMBER, reason: 'it names him' });
  const judged = { content_verdict, attribution_verdict: 'fair_paraphrase', verdict_sentence } as const;
  await setVerdicts(ben, id, { number: NUMBER, revision: await revision(), ...judged });
  await offerClaim(ben, id, NUMBER);
  await closeClaim(cleo, id, { number: NUMBER, revision: await revision() });
}

async function makeConfidential(ctx: Context, number: number): Promise<void> {
  const source = await getSource(ctx, number);
  const { revision } = source;
  await changeSource(ctx, number, { ...cardOf(source), is_confidential: 1, alias: 'an officer', revision });
}

onSqlite((engine) => {
  test('the list of changes holds back the words that named him, for everybody outside', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const [ada, ben, dina] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben'), newsroom.ctxOf('dina')];
    await reopenClaim(newsroom.ctxOf('cleo'), id, { number: NUMBER, reason: 'he called back' });
    const use = await addEvidence(ben, id, { number: NUMBER, source_line: 'call Quillon Harbottle 15:40: six boats' });
    await say(newsroom, id, 'Only Quillon Harbottle counted six.');
    await sign(ada, id);
    await makeConfidential(ben, use.source.number);
    await say(newsroom, id, 'Only an officer counted six.');

    const report = await getReport(newsroom.db, id, 1);
    const told = await changedSince(dina, await getArticle(dina, id), { report, audience: 'public' });
    assert.ok(told.includes(HELD_BACK));
    assert.doesNotMatch(told.join('\n'), /Harbottle|Quillon/);
    await sign(ada, id);
    const next = await getReport(newsroom.db, id, 2);
    assert.doesNotMatch(next.public_model ?? '', /Harbottle|Quillon/);
    const inside = modelOf(next, 'internal').signed?.changes_since_previous ?? [];
    assert.match(inside.join('\n'), /Quillon Harbottle/, 'the desk reads it whole');
  });

  test('a name that stands in a record alone is signed in no reason', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const [ada, cleo] = [newsroom.ctxOf('ada'), newsroom.ctxOf('cleo')];
    const secret = { source_line: 'A clerk of the port', is_confidential: true, alias: 'an official' };
    const use = await addEvidence(cleo, id, { number: 8, ...secret });
    await writeIdentity(cleo, use.source.number, { identity: 'Ottoline Pemberwick, 0700 555 123', readers: [] });
    const refused = (error: Error) => error instanceof RuleBroken && /R14/.test(error.message);
    await assert.rejects(sign(ada, id, { reason: 'Pemberwick did not call back.' }), refused);
    await sign(ada, id, { reason: 'Nobody called back.' });
  });
});
