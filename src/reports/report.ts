// The report of an article as a value, of two types: for the desk, and for everybody else. Pure.
import type { PartRole } from '#src/articles/tables.ts';
import type { Standing } from '#src/claims/standing.ts';
import type { LeftoverKind } from '#src/reading/check-worthiness/leftovers.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { ReportCorrection } from './corrections.ts';
import type { NotChecked, ReportCoverage } from './coverage.ts';
import type { InternalFinding, PublicFinding } from './finding.ts';
import type { ReportHouse } from './house.ts';
import type { ReportVerdict } from './judgement.ts';
import type { InternalLegal, PublicLegal } from './legal.ts';
import type { InternalAccount, PublicAccount, ReportQuestion } from './questions.ts';
import type { InternalAccused, PublicAccused, ReportContact } from './replies.ts';
import type { ReportSignOff } from './report-sign-off.ts';
import type { Moment } from './report-time.ts';
import type { InternalFix, PublicFix, ReportQuery } from './reviews.ts';
import type { Signing } from './sealed.ts';

/** Raised when a key changes its meaning or goes. */
export const REPORT_FORMAT = 4;

/** What a report says of its own form: the `$id` of its JSON Schema. */
export const INTERNAL_SCHEMA_ID = `urn:claimdesk:report-internal:${REPORT_FORMAT}` as const;
export const PUBLIC_SCHEMA_ID = `urn:claimdesk:report-public:${REPORT_FORMAT}` as const;

/** Which of the two it is says `audience`; what is only in one of them does not compile for the other. */
export type Report = InternalReport | PublicReport;

/** Names confidential sources, and stays at the desk. */
export interface InternalReport extends ReportCore {
  $schema: typeof INTERNAL_SCHEMA_ID;
  audience: 'internal';
  article: InternalArticle;
  findings: InternalFinding[];
  questions: ReportQuestion<InternalAccount>[];
  other_fixes: InternalFix[];
  queries: ReportQuery[];
  /** Whom the article accuses, and what became of their reply. */
  accused: InternalAccused[];
  legal: InternalLegal;
}

/** What an outsider may have: built from what it may hold, and from nothing else. */
export interface PublicReport extends ReportCore {
  $schema: typeof PUBLIC_SCHEMA_ID;
  audience: 'public';
  article: PublicArticle;
  findings: PublicFinding[];
  questions: ReportQuestion<PublicAccount>[];
  other_fixes: PublicFix[];
  accused: PublicAccused[];
  legal: PublicLegal;
}

export interface ReportCore {
  report_format: typeof REPORT_FORMAT;
  /** What the report says on its face of those for whom it is. */
  audience_label: string;
  state: 'draft' | 'signed';
  state_label: string;
  /** Null for a draft. */
  signed: Signing | null;
  as_of: Moment;
  /** What was corrected since the article ran, the latest first. */
  corrections: ReportCorrection[];
  /** IANA name of the zone in which all times are told. */
  time_zone: string;
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
  /** Words that somebody ticked as right. */
  ticks: ReportTick[];
  not_checked: NotChecked;
  contacts: ReportContact[];
  /** Of the desk: how it checks, what its verdicts say, its interests, where to complain. */
  house: ReportHouse;
  /** What the sign-off checks say, with reasons and waivers. */
  sign_off: ReportSignOff;
  log_head: { number: number; hash: string };
}

export interface PublicArticle {
  number: number;
  title: string;
  byline: string;
  outlet: string;
  url: string;
  language: string;
  place: string;
  dated_on: string | null;
  dated_zone: string | null;
  desk: string;
}

export interface InternalArticle extends PublicArticle {
  asked_by: string;
  asked_why: string;
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
