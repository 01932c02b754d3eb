// How an article stands, counted and said, as the head of its pages shows it. Pure.
import type { ViewWithoutEvidence } from '#src/article-view/gather-article.ts';
import type { TabCounts } from '#src/articles/tabs.ts';
import { type Suggestion, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import { counted } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import { countIn, type ProgressOfThings, progressOfThings } from '#src/progress/progress.ts';
import { sayLegal } from '#src/reviews/legal/view.ts';
import type { Claim } from './claim.ts';
import { type Meter, meterOf } from './marks.ts';

/** What is the same for all who look in one role, as long as nothing changes. */
export interface HeadCounts {
  /** Claims that are not dropped. */
  claims: number;
  claims_said: string;
  claims_meter: Meter;
  waiting_for_second_read: number;
  /** What must not be forgotten before the end, each with the page where it is settled. */
  outstanding: Outstanding[];
  /** What waits behind each tab. */
  tabs: TabCounts;
  /** How it stands with Legal, or ''. */
  legal: string;
  /** How much is suggested from the usual line up. */
  suggestions: number;
}

export interface Outstanding {
  /** "3 key claims open". */
  said: string;
  href: string;
}

type Counted = Omit<ViewWithoutEvidence, 'claims'> & {
  claims: readonly Claim[];
  suggestions: readonly Suggestion[];
  /** How much does not agree and is not settled. */
  disagree: number;
};

export function countsOf(view: Counted): HeadCounts {
  // By the rules by which lists count, of what this reader sees.
  const { text, sentences } = view.ground;
  const progress = progressOfThings({ ...view, text, sentences });
  const claims = progress.claims.reduce((sum, { count }) => sum + count, 0);
  return {
    claims,
    claims_said: sayClaims(progress),
    claims_meter: meterOf(claims, doneOf(progress, view.verdicts)),
    waiting_for_second_read: countIn(progress, 'ready'),
    outstanding: outstandingIn(progress, view),
    tabs: tabCounts(progress, view),
    legal: sayLegal(view.legal, view.article, view),
    suggestions: view.suggestions.filter(({ score }) => score >= USUAL_LINE).length,
  };
}

/** How many claims are done with each verdict of the desk, in its order, by the verdict's colour. */
export function doneOf(
  { claims }: Pick<ProgressOfThings, 'claims'>,
  verdicts: readonly VerdictTable[],
): [string, number][] {
  const done = new Map(claims.flatMap((one) => (one.state === 'closed' ? [[one.verdict_id, one.count]] : [])));
  return verdicts.map(({ id, colour }) => [colour, done.get(id) ?? 0]);
}

function sayClaims(progress: ProgressOfThings): string {
  const words: [number, string][] = [
    [countIn(progress, 'closed'), 'done'],
    [countIn(progress, 'ready'), 'for second read'],
    [countIn(progress, 'returned'), 'back'],
    [countIn(progress, 'in_work'), 'in work'],
    [countIn(progress, 'open'), 'open'],
  ];
  return sayCounts(words) || 'none marked yet';
}

/** "3 key claims open", "4 fixes not in", each where there is any. */
function outstandingIn(
  progress: ProgressOfThings,
  { article: { number: id }, ground, disagree }: Counted,
): Outstanding[] {
  const { check_again, lost, key_open, fixes_out, queries_open, replies_due, facts_new, handed_new } = progress;
  const all: [count: number, one: string, many: string, href: string][] = [
    [check_again, 'to check again', 'to check again', url('claims', { id }, { list: 'again' })],
    [
      lost,
      'without its words',
      'without their words',
      `${url('version_changes', { id, number: ground.version.number })}#tray`,
    ],
    [key_open, 'key claim open', 'key claims open', url('claims', { id }, { list: 'key' })],
    [disagree, 'does not agree', 'do not agree', url('claims', { id }, { list: 'disagree' })],
    [fixes_out, 'fix not in', 'fixes not in', url('fixes', { id })],
    [queries_open, 'query open', 'queries open', url('queries', { id })],
    [replies_due, 'reply awaited', 'replies awaited', url('contacts', { id })],
    [facts_new, 'answer to look at', 'answers to look at', url('own_facts', { id })],
    [handed_new, 'thing handed in', 'things handed in', url('package', { id })],
  ];
  return all
    .filter(([count]) => count > 0)
    .map(([count, one, many, href]) => ({ said: counted(count, one, many), href }));
}

function tabCounts(
  { fixes_out, queries_open, replies_due, facts_new, handed_new, ...progress }: ProgressOfThings,
  { questions }: Counted,
): TabCounts {
  return {
    second_read: countIn(progress, 'ready'),
    accounts: questions.filter(({ withdrawn_at }) => withdrawn_at === null).length,
    queries: queries_open,
    fixes: fixes_out,
    contacts: replies_due,
    own_facts: facts_new,
    package: handed_new,
  };
}

function sayCounts(words: [number, string][]): string {
  return words
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(' · ');
}
