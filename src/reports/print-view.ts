// The report as a sheet of paper, ready for the page and for the file.

import { STANDING_LABELS, STANDINGS } from '#src/claims/standing.ts';
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayDate } from '#src/dates.ts';
import { ON_CHECKERS_WORD } from '#src/evidence/evidence.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import type { ReportCorrection } from './corrections.ts';
import { sayCleared } from './legal.ts';
import { briefOf, isBrief, type PaperBrief } from './print-view-brief.ts';
import { copiesOnPaper, type PaperCopy } from './print-view-copies.ts';
import { entryOf, type PaperEntry, type PaperFix, paperFixOf } from './print-view-finding.ts';
import { houseOnPaper, type PaperSection } from './print-view-house.ts';
import { leftOf, type PaperLeft } from './print-view-left.ts';
import { gravestFirst } from './print-view-order.ts';
import { accusedOnPaper, othersOnPaper, type PaperAccused, type PaperAsked } from './print-view-replies.ts';
import { type PaperSignOff, signOffOnPaper } from './print-view-sign-off.ts';
import { sealOnPaper, signedOnPaper } from './print-view-signed.ts';
import { type PaperPart, paperPartsOf } from './print-view-text.ts';
import type { InternalArticle, Report, ReportTick } from './report.ts';
import type { ReportQuery } from './reviews.ts';
import type { Sealed } from './sealed.ts';

export interface Paper {
  /** For the title of the window or file. */
  short_title: string;
  /** What an internal report says on its face; '' for a public one. */
  internal: string;
  title: string;
  kind: string;
  draft: string;
  is_signed: boolean;
  /** What has changed since the report before. */
  changes: string[];
  language: string;
  byline: string;
  /** What was corrected since the article ran, on top of all. */
  corrections: { number: number; sentence: string; since: string }[];
  facts: { term: string; words: string; url?: string }[];
  tally: { count: number; label: string; colour: string }[];
  parts: PaperPart[];
  entries: PaperEntry[];
  /** What the desk calls a claim that is right, in public. */
  brief_name: string;
  briefs: PaperBrief[];
  /** Words ticked as right, each with what from. */
  ticks: { sentence: number; words: string; say: string }[];
  not_checked: PaperLeft[];
  /** Why there is nothing in the list above, or ''. */
  all_checked: string;
  /** Whom the article accuses, and whom the desk asked beside them. */
  accused: PaperAccused[];
  asked: PaperAsked[];
  other_fixes: PaperFix[];
  queries: PaperQuery[];
  dropped: string;
  hashes: { term: string; hash: string }[];
  /** Every saved copy on which something rests, once. */
  copies: PaperCopy[];
  /** Who, how, interests, complaints. */
  house: PaperSection[];
  /** What was asked before signing. */
  sign_off: PaperSignOff;
  /** What stands at the foot of every sheet, before its number: "Draft · title". */
  running: string;
}

/** A query of the desk; `silence` says what became of it where there is no answer. */
export type PaperQuery = Pick<ReportQuery, 'claim' | 'to_whom' | 'question' | 'answers'> & { silence: string };

/** With what the layout adds, window titles stay within the seventy characters that lists of tabs and files show. */
const TITLE_SHOWN = 42;
const RUNNING_SHOWN = 80;

/** The paper of a report, made in steps. Times are in the desk's zone, which it names. */
export async function paperOf(report: Report, seal?: Sealed): Promise<Paper> {
  const { article, findings } = report;
  const not_checked = leftOf(report);
  const internal = report.audience === 'internal';
  const { kind, draft, is_signed, changes } = signedOnPaper(report);
  return {
    short_title: shortTitle(article.title, { internal, kind }),
    internal: internal ? report.audience_label : '',
    title: headlineOf(report),
    ...{ kind, draft, is_signed, changes },
    language: article.language,
    byline: bylineOf(report),
    corrections: report.corrections.map(correctionOf),
    facts: factsOf(report),
    tally: tallyOf(report),
    parts: await paperPartsOf(report),
    entries: await mapInTurns(gravestFirst(findings), (finding) => entryOf(finding)),
    brief_name: report.tally.find((line) => line.meaning === 'ok')?.public_label ?? 'Confirmed',
    briefs: await mapInTurns(findings.filter(isBrief), briefOf),
    ticks: report.ticks.map(tickOf),
    not_checked,
    all_checked: not_checked.length === 0 ? 'Nothing: every sentence was read, and every claim is done.' : '',
    ...{ accused: accusedOnPaper(report), asked: othersOnPaper(report) },
    other_fixes: report.other_fixes.map(paperFixOf),
    queries: (report.audience === 'internal' ? report.queries : []).map(queryOf),
    dropped: droppedIn(report),
    hashes: [...hashesIn(report), ...sealOnPaper(seal)],
    copies: copiesOnPaper(report),
    sign_off: signOffOnPaper(report.sign_off),
    house: houseOnPaper(report),
    running: `${kind} · ${cutAtWord(headlineOf(report), RUNNING_SHOWN)}`,
  };
}

/** The headline as it stands in the text, where the title is but its beginning. */
function headlineOf({ article, galley }: Report): string {
  const headline = galley.filter(({ part }) => part === 'headline');
  const words = headline.map(({ segments }) => segments.map(({ text }) => text).join('')).join(' ');
  const beginning = article.title.replace(/…$/, '').trimEnd();
  return beginning !== article.title && words.startsWith(beginning) ? words : article.title;
}

function hashesIn({ version, log_head }: Report): Paper['hashes'] {
  return [
    { term: `Text of version ${version.number}, SHA-256`, hash: version.sha256 },
    { term: `Head of the desk’s log, entry ${log_head.number}`, hash: log_head.hash },
  ];
}

function shortTitle(title: string, { internal, kind }: { internal: boolean; kind: string }): string {
  const named = kind === 'Draft' ? 'Draft report' : kind;
  const before = internal ? `${INTERNAL} ${named.charAt(0).toLowerCase()}${named.slice(1)}` : named;
  return `${before}: ${cutAtWord(title, TITLE_SHOWN - before.length + 'Draft report'.length)}`;
}

function bylineOf({ article, version }: Report): string {
  const origin = [article.outlet, article.byline && `by ${article.byline}`].filter(Boolean).join(', ');
  const received = `Version ${version.number}, received ${version.received_at.words}.`;
  return origin ? `${origin}. ${received}` : received;
}

function factsOf(report: Report): Paper['facts'] {
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

function correctionOf({ number, sentence, since }: ReportCorrection): Paper['corrections'][number] {
  return { number, sentence, since: since === null ? '' : `On the published page since ${since.words}.` };
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

function tallyOf({ tally, claims }: Report): Paper['tally'] {
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

function tickOf({ sentence, words, note, on_checkers_word, by }: ReportTick): Paper['ticks'][number] {
  return { sentence, words, say: [on_checkers_word ? ON_CHECKERS_WORD : note, by].filter(Boolean).join(' · ') };
}

function droppedIn({ claims }: Report): string {
  if (claims.dropped === 0) return '';
  return claims.dropped === 1
    ? 'One more claim was marked and dropped; the log says why.'
    : `${claims.dropped} more claims were marked and dropped; the log says why.`;
}

function queryOf({ claim, to_whom, question, answers, state, drop_reason }: ReportQuery): PaperQuery {
  const dropped = `dropped: ${drop_reason}`;
  const silence = state === 'dropped' ? dropped : state === 'open' ? 'open: not answered yet' : '';
  return { claim, to_whom, question, answers, silence };
}
