// What the head of the paper says in names and numbers: who checked, what it covers, what was found. Pure.
import { STANDING_LABELS, STANDINGS } from '#src/claims/standing.ts';
import { counted } from '#src/counted.ts';
import { sayDate } from '#src/dates.ts';
import { sayCleared } from './legal.ts';
import { signedOnPaper } from './print-view-signed.ts';
import type { InternalArticle, Report } from './report.ts';

export interface PaperFact {
  term: string;
  words: string;
  url?: string;
}

/** How many claims have this verdict. */
export interface PaperCount {
  count: number;
  label: string;
  colour: string;
}

export function bylineOf({ article, version }: Report): string {
  const origin = [article.outlet, article.byline && `by ${article.byline}`].filter(Boolean).join(', ');
  const received = `Version ${version.number}, received ${version.received_at.words}.`;
  return origin ? `${origin}. ${received}` : received;
}

export function factsOf(report: Report): PaperFact[] {
  const { article, people, claims, coverage } = report;
  const asked = report.audience === 'internal' ? askedIn(report.article) : '';
  const dated = [datedIn(report), article.place].filter(Boolean).join(', ');
  const facts = [
    { term: 'Checked by', words: people.checkers.join(', ') || 'nobody yet' },
    { term: 'Read by', words: secondReadIn(people.second_readers, claims) },
    { term: 'Cleared by Legal', words: sayCleared(report) },
    { term: 'Signed by', words: signedOnPaper(report).signed_by },
    { term: 'As of', words: `${report.as_of.words}, ${report.time_zone}` },
    { term: 'Covers', words: coverage.covers },
    { term: 'Not checked', words: notCheckedIn(report) },
    { term: 'Asked for', words: asked },
    { term: 'Dated', words: dated },
    { term: 'Desk', words: article.desk },
    { term: 'Address', words: article.url, url: article.url },
  ];
  return facts.filter((fact) => fact.words !== '');
}

function askedIn({ asked_why, asked_by }: InternalArticle): string {
  return [asked_why, asked_by && `by ${asked_by}`].filter(Boolean).join(', ');
}

function secondReadIn(readers: string[], { done, total }: Report['claims']): string {
  if (readers.length === 0) return 'nobody yet';
  return `${readers.join(', ')}: ${done} of ${counted(total, 'claim')}`;
}

function datedIn({ article }: Report): string {
  if (article.dated_on === null) return '';
  const zone = article.dated_on.length > 10 && article.dated_zone ? ` (${article.dated_zone})` : '';
  return sayDate(article.dated_on) + zone;
}

function notCheckedIn({ coverage, claims }: Report): string {
  const left = [
    coverage.unread > 0 && counted(coverage.unread, 'sentence'),
    coverage.leftovers > 0 && `${counted(coverage.leftovers, 'unchecked detail')} in read sentences`,
    claims.without_verdict > 0 && `${counted(claims.without_verdict, 'claim')} (${statesIn(claims)})`,
  ];
  return left.filter(Boolean).join(', ') || 'nothing is left';
}

export function tallyOf({ tally, claims }: Report): PaperCount[] {
  const lines = tally
    .filter((line) => line.count > 0)
    .map(({ count, mark, public_label, colour }) => ({ count, label: `${mark} ${public_label}`, colour }));
  if (claims.without_verdict === 0) return lines;
  return [...lines, { count: claims.without_verdict, label: '? Not checked', colour: 'open' }];
}

/** "3 open, 1 check again". */
function statesIn({ states }: Report['claims']): string {
  return STANDINGS.filter((state) => state !== 'withdrawn' && state !== 'closed')
    .map((state) => [states[state], STANDING_LABELS[state]] as const)
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${count} ${label}`)
    .join(', ');
}

export function droppedIn({ claims }: Report): string {
  if (claims.dropped === 0) return '';
  return claims.dropped === 1
    ? 'One more claim was marked and dropped; the log says why.'
    : `${claims.dropped} more claims were marked and dropped; the log says why.`;
}
