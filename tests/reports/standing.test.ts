// What counts as checked in a report.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { exportReport } from '#src/cli/export.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { buildInternalReport, buildPublicReport } from '#src/reports/build.ts';
import { provisionalIn } from '#src/reports/finding.ts';
import { paperOf } from '#src/reports/print-view.ts';
import type { InternalReport, PublicReport, Report } from '#src/reports/report.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { returnClaim } from '#src/reviews/second-read/commands.ts';
import { BODY, type Fire, fireAt } from '#tests/claims/revise-support.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { namePeople } from './named.ts';

/** Version 2: the toll and the damage changed, the cranes are gone; ships and guard stand. */
const SECOND = BODY.replace('at least 24', 'at least 26')
  .replace('4 million', '5 million')
  .replace(' “We saw both cranes fall into the water,” she said.', '');

async function reportsOf(fire: Fire): Promise<{ inside: InternalReport; outside: PublicReport }> {
  const [ben, dina] = [fire.newsroom.ctxOf('ben'), fire.newsroom.ctxOf('dina')];
  return {
    inside: await buildInternalReport(ben, await getArticle(ben, fire.article_id)),
    outside: await buildPublicReport(dina, await getArticle(dina, fire.article_id)),
  };
}

const confirmed = (report: Report) => report.tally.find((line) => line.meaning === 'ok')?.count;

onEachEngine((engine) => {
  engine.rule(
    'a new version takes the verdict from every claim that it touched, until somebody has looked and read again',
    async () => {
      const fire = await fireAt(await openNewsroom(engine));
      const { newsroom, article_id } = fire;
      assert.equal(confirmed((await reportsOf(fire)).outside), 5);
      await fire.revise(SECOND);
      for (const report of Object.values(await reportsOf(fire))) {
        assert.equal(confirmed(report), 2);
        assert.deepEqual(report.claims, {
          total: 5,
          without_verdict: 3,
          done: 2,
          dropped: 0,
          states: { open: 0, in_work: 0, ready: 0, returned: 0, check_again: 2, words_gone: 1, closed: 2 },
        });
        assert.deepEqual(
          report.not_checked.claims.map(({ number, state, cause }) => [number, state, cause]),
          [
            [1, 'check_again', 'to be checked again: the number in its sentence changed: 24 → 26'],
            [5, 'check_again', 'to be checked again: the number in its sentence changed: 4 million → 5 million'],
            [3, 'words_gone', 'its words are not in version 2'],
          ],
        );
        for (const number of [1, 3, 5]) {
          const finding = report.findings.find((one) => one.number === number);
          assert.ok(finding);
          const { content_verdict, attribution_verdict, second_reader, closed_at, as_of, checker } = finding;
          const provisional = provisionalIn(finding);
          const verdict = [content_verdict, attribution_verdict, provisional, second_reader, closed_at, as_of, checker];
          assert.deepEqual(verdict, [null, null, null, null, null, null, null], `claim ${number}`);
        }
      }
      const ben = newsroom.ctxOf('ben');
      const ok = (await listVerdicts(newsroom.db, newsroom.desks.foreign.id)).find((one) => one.meaning === 'ok')?.id;
      const { revision } = await fire.claim(5);
      const both = { content_verdict: ok, attribution_verdict: 'word_for_word' } as const;
      await setVerdicts(ben, article_id, { number: 5, revision, ...both });
      const { inside, outside } = await reportsOf(fire);
      assert.deepEqual([confirmed(inside), confirmed(outside)], [2, 2]);
      const again = <One extends { number: number }>(report: { findings: One[] }) =>
        report.findings.find((one) => one.number === 5);
      assert.equal(again(inside)?.not_checked, 'waits for second read');
      assert.equal(again(inside)?.provisional?.content_verdict?.meaning, 'ok');
      assert.equal(again(inside)?.provisional?.checker, 'Ben Okafor');
      assert.equal(again(outside)?.not_checked, 'waits for second read');
      assert.ok(!('provisional' in (again(outside) ?? {})));
    },
  );
});

onSqlite((engine) => {
  let fire: Fire;
  before(async () => {
    fire = await fireAt(await openNewsroom(engine));
    await namePeople(fire.newsroom);
    const { newsroom, article_id: id } = fire;
    const [ada, ben, cleo] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
    const verdicts = await listVerdicts(newsroom.db, newsroom.desks.foreign.id);
    const ok = verdicts.find((one) => one.meaning === 'ok')?.id;
    await addEvidence(ben, id, { number: 1, source_line: 'Fire log, page 2' }).catch(() => undefined);
    const old_words = 'Nine ships burned down';
    const fix = await askFix(ben, id, { old_words, new_words: 'Ten ships burned down', reason: '' });
    const { id: fix_id } = (await listFixes(newsroom.db, id)).find((one) => one.number === fix) as { id: string };
    await decideFix(ada, id, { fix_id, decision: 'agreed' });
    await markClaim(ben, id, { selection: { sentence: 3, words: 'mild evening' } });
    await markClaim(ben, id, { selection: { sentence: 12, words: 'who will pay' } });
    await markClaim(ben, id, { selection: { sentence: 5, words: 'last great fire' } });
    const judged = async (number: number) => ({ number, revision: (await fire.claim(number)).revision });
    await setVerdicts(ben, id, { ...(await judged(6)), content_verdict: ok });
    await setVerdicts(ben, id, { ...(await judged(7)), content_verdict: ok });
    await returnClaim(cleo, id, { ...(await judged(7)), line: 'Who told you?' });
    await withdrawClaim(ben, id, { number: 8, reason: 'trivial' });
    await fire.revise(SECOND);
  });

  const file = async (format: string, table?: string) => {
    const file = await exportReport(fire.newsroom.ctxOf('dina'), fire.article_number, { format, table });
    return String(await bytesOf(file));
  };

  it('the head, the counts and the list of what is not checked say one and the same', async () => {
    const paper = await paperOf((await reportsOf(fire)).outside);
    assert.deepEqual(
      paper.tally.map(({ count, label }) => [count, label]),
      [
        [2, '✓ Confirmed'],
        [5, '? Not checked'],
      ],
    );
    const fact = (term: string) => paper.facts.find((one) => one.term === term)?.words ?? '';
    assert.match(fact('Not checked'), /5 claims \(1 for second read, 1 back, 2 check again, 1 words gone\)/);
    assert.equal(fact('Read by'), 'Cleo Rahimi: 2 of 7 claims');
    const remarks = paper.not_checked.map(({ remark }) => remark);
    for (const said of [
      'claim 6, for second read · not checked: waits for second read',
      'claim 7, back · not checked: sent back by the second reader',
      'claim 1, check again · not checked: to be checked again: the number in its sentence changed: 24 → 26',
      'claim 3, words gone · not checked: its words are not in version 2',
    ])
      assert.ok(remarks.includes(said), `${said} is not among ${remarks.join(' | ')}`);
    assert.equal(paper.dropped, 'One more claim was marked and dropped; the log says why.');
  });

  it('the text paints no verdict on words that nobody has checked', async () => {
    const html = await file('html');
    assert.doesNotMatch(html, /at least 26 people<span[^>]*>\d+✓/);
    assert.match(html, /at least 26 people<span class="sign" dir="ltr">1\?<span class="visually-hidden"> not checked/);
    assert.match(html, /Nine ships[^<]*(<[^>]+>)*[^<]*<span class="sign" dir="ltr">2✓/);
  });

  it('the line that the second reader wrote stays at the desk', async () => {
    const { inside, outside } = await reportsOf(fire);
    const back = (report: Report) => report.findings.find((one) => one.number === 7)?.not_checked;
    assert.deepEqual(
      [back(inside), back(outside)],
      ['sent back by the second reader: Who told you?', 'sent back by the second reader'],
    );
    assert.doesNotMatch(await file('json'), /Who told you/);
  });

  it('a table of the claims says of each whether it is checked, and why not', async () => {
    const [head = '', ...rows] = (await file('csv')).replace('\ufeff', '').trim().split('\r\n');
    const at = head.split(',').indexOf('not_checked');
    assert.ok(at > 0);
    assert.equal(
      rows.filter((row) => /,(waits for second read|sent back|"?to be checked again|its words are)/.test(row)).length,
      5,
    );
    assert.equal(rows.filter((row) => row.includes(',Confirmed,')).length, 2);
  });
});
