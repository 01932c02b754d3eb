// The report of a half checked article, gathered from either engine.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { buildInternalReport, buildReport } from '#src/reports/build.ts';
import type { InternalFinding } from '#src/reports/finding.ts';
import type { InternalReport } from '#src/reports/report.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';

onEachEngine((engine) => {
  let newsroom: Newsroom & HalfChecked;
  let article: HalfChecked;
  let report: InternalReport;
  before(async () => {
    newsroom = await HALF_CHECKED.open(engine);
    article = newsroom;
    const ben = newsroom.ctxOf('ben');
    report = await buildInternalReport(ben, await getArticle(ben, article.id));
  });

  const finding = (number: number) => report.findings.find((one) => one.number === number) as InternalFinding;

  it('says what it is a report of, and that nobody signed it', () => {
    assert.equal(report.state, 'draft');
    assert.equal(report.state_label, 'not signed');
    assert.equal(report.article.number, article.number);
    assert.equal(report.article.desk, 'Foreign desk');
    assert.equal(report.article.asked_why, 'the two counts, before the evening page');
    assert.deepEqual(report.as_of, { at: newsroom.ctxOf('ben').at, words: '14 March 2026, 20:30' });
    assert.equal(report.time_zone, 'Asia/Kabul');
    assert.match(report.log_head.hash, /^[0-9a-f]{64}$/);
    assert.ok(report.log_head.number > 0);
  });

  it('counts claims by verdict in the order of the desk, with open and dropped ones', () => {
    const counted = report.tally.filter((line) => line.count > 0);
    assert.deepEqual(
      counted.map(({ meaning, desk_label, public_label, mark, count }) => {
        return [meaning, desk_label, public_label, mark, count];
      }),
      [
        ['ok', 'OK', 'Confirmed', '✓', 1],
        ['disputed', 'accounts differ', 'Disputed', '⇄', 1],
      ],
    );
    const states = { open: 3, in_work: 1, ready: 1, returned: 1, check_again: 0, words_gone: 0, closed: 2 };
    assert.deepEqual(report.claims, { total: 8, without_verdict: 6, done: 2, dropped: 1, states });
  });

  it('tells a finding with everything an outsider needs to trace it', () => {
    const disputed = finding(4);
    assert.equal(disputed.quote, '“more than 90 of our men” had landed');
    assert.equal(report.version.text.slice(disputed.range?.start, disputed.range?.end), disputed.quote);
    assert.equal(disputed.is_key, true);
    assert.deepEqual(disputed.attribution, [
      { name: 'the agency', role: '', sources: 0, first_sources: 0 },
      { name: 'Toma Arrel', role: 'spokesman of the river militia', sources: 0, first_sources: 0 },
    ]);
    assert.match(disputed.chain_words, /^The agency reported that Toma Arrel said so\. Was it said\? None yet for /);
    assert.equal(disputed.attribution_verdict?.label, 'fair paraphrase');
    assert.equal(disputed.content_verdict?.public_label, 'Disputed');
    assert.equal(disputed.checker, 'Ben Okafor');
    assert.equal(disputed.second_reader, 'Cleo Rahimi');
    assert.equal(disputed.closed_at?.words, '14 March 2026, 20:30');
    const [call, bulletin] = disputed.evidence;
    assert.equal(call?.source.type, 'call');
    assert.deepEqual([call?.about, call?.stance, call?.grade], ['attribution', 'for', 'C3']);
    assert.equal(bulletin?.source.url, 'https://governor.example/bulletin-31');
    assert.deepEqual([bulletin?.about, bulletin?.stance, bulletin?.place], ['content', 'against', 'page 1']);
  });

  it('tells a proposed fix, and who decided about it', () => {
    assert.deepEqual(finding(7).fixes, [
      {
        number: 1,
        old_words: 'took command of',
        new_words: 'supported',
        reason: 'its statement of 11:30',
        state: 'agreed',
        asked_by: 'Cleo Rahimi',
        decided_by: 'Ada Lind',
        decision_line: '',
        in_copy_version: null,
        writer: null,
      },
    ]);
  });

  it('names nobody as the checker of a claim without a verdict', () => {
    const open = finding(8);
    assert.deepEqual([open.checker, open.second_reader, open.as_of], [null, null, null]);
    assert.deepEqual(report.people, { checkers: ['Ben Okafor'], second_readers: ['Cleo Rahimi'] });
  });

  it('leaves a dropped claim out, and its words are unread where nothing else holds them', () => {
    assert.equal(finding(9), undefined);
    const segments = report.galley.flatMap((paragraph) => paragraph.segments);
    assert.ok(segments.every((segment) => !segment.claims.includes(9)));
  });

  it('says what nobody has checked', () => {
    const { sentences, leftovers, claims } = report.not_checked;
    assert.deepEqual(
      sentences.map((sentence) => sentence.number),
      [4, 8, 9],
    );
    assert.deepEqual(
      leftovers.map(({ sentence, words }) => [sentence, words]),
      [[1, 'Lusk']],
    );
    assert.deepEqual(
      claims.map((claim) => [claim.number, claim.state_label, claim.cause]),
      [
        [8, 'open', 'nobody has checked it yet'],
        [2, 'open', 'nobody has checked it yet'],
        [3, 'for second read', 'waits for second read'],
        [5, 'open', 'nobody has checked it yet'],
        [6, 'back', 'sent back by the second reader: Which bulletin says so?'],
        [7, 'in work', 'its check is not finished'],
      ],
    );
    const { covers, ...counts } = report.coverage;
    assert.equal(covers, '6 of 9 sentences: headline, text, caption');
    assert.deepEqual(counts, { sentences: 9, unread: 3, initialled: 1, leftovers: 1, ticks: 1 });
  });

  it('tells whom the desk asked, of which claim, and that no answer came', () => {
    const asked = report.contacts.map(({ claim, name, answer }) => [claim, name, answer]);
    assert.deepEqual(asked, [
      [4, 'Toma Arrel', 'ninety, more than that'],
      [7, 'Ministry of the interior, press office', ''],
    ]);
  });

  engine.rule('asks the database as often for thirty claims as for one', async () => {
    const count = async (claims: number) => {
      const ben = newsroom.ctxOf('ben');
      const body = Array.from({ length: 30 }, (_, index) => `Boat ${index + 1} reached the quay.`).join(' ');
      const { id } = await takeArticleIn(ben, newsroom.desks.foreign.slug, {
        body: `${body} It rained ${claims} days.`,
      });
      for (let sentence = 1; sentence <= claims; sentence += 1) await markClaim(ben, id, { selection: { sentence } });
      return queriesOf(ben, id);
    };
    assert.equal(await count(30), await count(1));
  });
});

async function queriesOf(ctx: ReturnType<Newsroom['ctxOf']>, id: string): Promise<number> {
  let queries = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const article = await getArticle(ctx, id);
  await buildReport({ ...ctx, db: ctx.db.withPlugin(counter) }, article);
  return queries;
}
