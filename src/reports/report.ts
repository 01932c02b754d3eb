// The report of an article as a value, from which the page and every file are written. Pure.
import type { PartRole } from '#src/articles/tables.ts';
import type { Standing } from '#src/claims/standing.ts';
import type { LeftoverKind } from '#src/reading/check-worthiness/leftovers.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import type { NotChecked, ReportCoverage } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { ReportVerdict } from './judgement.ts';
import type { ReportQuestion } from './questions.ts';
import type { ReportAccused, ReportContact } from './replies.ts';
import type { Moment } from './report-time.ts';
import type { ReportFix, ReportQuery } from './reviews.ts';

export interface Report {
  /** The version of this form; raised when a key changes its meaning or goes. */
  report_format: 2;
  /** For whom it is: `internal` names confidential sources, `public` does not. */
  audience: Audience;
  /** What the report says of that on its face. */
  audience_label: string;
  state: 'draft';
  state_label: string;
  as_of: Moment;
  /** IANA name of the zone in which all times are told. */
  time_zone: string;
  article: ReportArticle;
  version: { number: number; sha256: string; length: number; received_at: Moment; text: string };
  coverage: ReportCoverage;
  people: { checkers: string[]; second_readers: string[] };
  tally: TallyLine[];
  /** All claims but the dropped ones: how many of them are done on this version, how many have no verdict here, and how they stand. */
  claims: {
    total: number;
    without_verdict: number;
    done: number;
    dropped: number;
    states: Record<Exclude<Standing, 'withdrawn'>, number>;
  };
  galley: ReportParagraph[];
  findings: Finding[];
  /** Words that somebody ticked as right. */
  ticks: ReportTick[];
  questions: ReportQuestion[];
  other_fixes: ReportFix[];
  queries: ReportQuery[];
  not_checked: NotChecked;
  /** Whom the article accuses, and what became of their reply. */
  accused: ReportAccused[];
  contacts: ReportContact[];
  log_head: { number: number; hash: string };
}

export interface ReportArticle {
  number: number;
  title: string;
  byline: string;
  outlet: string;
  url: string;
  language: string;
  place: string;
  dated_on: string | null;
  dated_zone: string | null;
  asked_by: string;
  asked_why: string;
  desk: string;
}

/** How many claims a second reader has closed with this verdict, on this version. */
export type TallyLine = ReportVerdict & { count: number };

export interface ReportTick {
  sentence: number;
  words: string;
  /** From what the person knows it; '' where that is not said. */
  note: string;
  on_checkers_word: boolean;
  /** The initials of whoever ticked them. */
  by: string;
}

export interface ReportParagraph {
  number: number;
  part: PartRole;
  /** Which part of the version, counted from 1: an article may have several captions. */
  part_position: number;
  first_sentence: number;
  last_sentence: number;
  segments: ReportSegment[];
}

export interface ReportSegment extends Range {
  text: string;
  sentence: number | null;
  /** The claims on these words, outermost first. */
  claims: number[];
  /** The claims that end here, innermost first. */
  ends: number[];
  is_ticked: boolean;
  /** The last words of a tick. */
  ends_tick: boolean;
  leftover_kind: LeftoverKind | null;
  is_unread: boolean;
  is_initialled: boolean;
}
