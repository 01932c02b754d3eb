// The report as a sheet of paper, ready for the page and for the file.
import { cutAtWord } from '#src/cut-at-word.ts';
import { ON_CHECKERS_WORD } from '#src/evidence/evidence.ts';
import { mapInTurns } from '#src/others-turn.ts';
import type { ReportCorrection } from './corrections.ts';
import { briefOf, isBrief, type PaperBrief } from './print-view-brief.ts';
import { copiesOnPaper, type PaperCopy } from './print-view-copies.ts';
import { bylineOf, droppedIn, factsOf, type PaperCount, type PaperFact, tallyOf } from './print-view-facts.ts';
import { entryOf, type PaperEntry, type PaperFix, paperFixOf } from './print-view-finding.ts';
import { houseOnPaper, type PaperSection } from './print-view-house.ts';
import { leftOf, type PaperLeft } from './print-view-left.ts';
import { gravestFirst } from './print-view-order.ts';
import { accusedOnPaper, othersOnPaper, type PaperAccused, type PaperAsked } from './print-view-replies.ts';
import { type PaperSignOff, signOffOnPaper } from './print-view-sign-off.ts';
import { sealOnPaper, signedOnPaper } from './print-view-signed.ts';
import { type PaperPart, paperPartsOf } from './print-view-text.ts';
import { headlineOf, shortTitle } from './print-view-title.ts';
import type { Report, ReportTick } from './report.ts';
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
  facts: PaperFact[];
  tally: PaperCount[];
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

function hashesIn({ version, log_head }: Report): Paper['hashes'] {
  return [
    { term: `Text of version ${version.number}, SHA-256`, hash: version.sha256 },
    { term: `Head of the desk’s log, entry ${log_head.number}`, hash: log_head.hash },
  ];
}

function correctionOf({ number, sentence, since }: ReportCorrection): Paper['corrections'][number] {
  return { number, sentence, since: since === null ? '' : `On the published page since ${since.words}.` };
}

function tickOf({ sentence, words, note, on_checkers_word, by }: ReportTick): Paper['ticks'][number] {
  return { sentence, words, say: [on_checkers_word ? ON_CHECKERS_WORD : note, by].filter(Boolean).join(' · ') };
}

function queryOf({ claim, to_whom, question, answers, state, drop_reason }: ReportQuery): PaperQuery {
  const dropped = `dropped: ${drop_reason}`;
  const silence = state === 'dropped' ? dropped : state === 'open' ? 'open: not answered yet' : '';
  return { claim, to_whom, question, answers, silence };
}
