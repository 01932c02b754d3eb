// What the public report cannot hold: each line here has to be a mistake to the compiler.
import type { PublicFinding } from '#src/reports/finding.ts';
import type { ConfidentialAccount } from '#src/reports/questions.ts';
import type { PublicAccused } from '#src/reports/replies.ts';
import type { PublicArticle, PublicReport, Report } from '#src/reports/report.ts';
import type { ConfidentialSource, OpenSource } from '#src/reports/report-evidence.ts';
import type { PublicFix } from '#src/reports/reviews.ts';

/** Read by the compiler alone (`npm run types`): a field that becomes possible makes its line an error. */
export type Held = [Report, PublicReport];

// @ts-expect-error what the desk asked of writer and editor
export type Queries = PublicReport['queries'];
// @ts-expect-error who asked for the check
export type AskedBy = PublicArticle['asked_by'];
// @ts-expect-error why it was asked for
export type AskedWhy = PublicArticle['asked_why'];
// @ts-expect-error what a checker thinks so far
export type ProvisionalVerdict = PublicFinding['provisional'];
// @ts-expect-error what the desk has still to say of a reply
export type Missing = PublicAccused['missing'];
// @ts-expect-error who asked for the fix
export type FixAskedBy = PublicFix['asked_by'];
// @ts-expect-error who decided about it
export type FixDecidedBy = PublicFix['decided_by'];
// @ts-expect-error why the editor refused it
export type FixDecisionLine = PublicFix['decision_line'];
// @ts-expect-error what the writer said of it
export type FixWriter = PublicFix['writer'];

// @ts-expect-error who of Legal cleared it, and what they said with it
export type ClearedBy = PublicReport['legal']['cleared'];
// @ts-expect-error which claims are held for Legal
export type HeldClaims = PublicReport['legal']['claims'];

// @ts-expect-error the number of its card
export type SourceNumber = ConfidentialSource['number'];
// @ts-expect-error its title
export type SourceTitle = ConfidentialSource['title'];
// @ts-expect-error its address
export type SourceUrl = ConfidentialSource['url'];
// @ts-expect-error its publisher
export type SourcePublisher = ConfidentialSource['publisher'];
// @ts-expect-error its author
export type SourceAuthor = ConfidentialSource['author'];
// @ts-expect-error its date
export type SourceDate = ConfidentialSource['dated_on'];
// @ts-expect-error how near it is
export type SourceProximity = ConfidentialSource['proximity'];
// @ts-expect-error its interest
export type SourceInterest = ConfidentialSource['interest'];
// @ts-expect-error from whom it has it
export type SourceDerivesFrom = ConfidentialSource['derives_from'];
// @ts-expect-error the source at the end of its line
export type SourceFirstSource = ConfidentialSource['first_source'];
// @ts-expect-error a card of any sort
export type SourceCard = ConfidentialSource['source'];
// @ts-expect-error whose words it is about
export type SourceSpeaker = ConfidentialSource['speaker'];
// @ts-expect-error what it said
export type SourcePassage = ConfidentialSource['passage'];
// @ts-expect-error where it says so
export type SourcePlace = ConfidentialSource['place'];
// @ts-expect-error what the desk noted of it
export type SourceNote = ConfidentialSource['note'];
// @ts-expect-error what a saved copy has of it
export type SourceLookup = ConfidentialSource['lookup'];
// @ts-expect-error its saved copies, with their hashes
export type SourceCopies = ConfidentialSource['copies'];
// @ts-expect-error who granted that it stays without a name
export type SourceGrantedBy = ConfidentialSource['granted_by'];

// @ts-expect-error who says it
export type AccountParty = ConfidentialAccount['party'];
// @ts-expect-error what it says
export type AccountValue = ConfidentialAccount['value'];
// @ts-expect-error the figure
export type AccountFigure = ConfidentialAccount['figure'];
// @ts-expect-error when
export type AccountAsOf = ConfidentialAccount['as_of'];
// @ts-expect-error in which words
export type AccountQuote = ConfidentialAccount['quote'];
// @ts-expect-error in which claim
export type AccountClaim = ConfidentialAccount['claim'];
// @ts-expect-error on which card
export type AccountSource = ConfidentialAccount['source'];

// @ts-expect-error an open source is not one that is confidential
export const OPEN: OpenSource['is_confidential'] = true;
// @ts-expect-error what is only in one of the two is in neither before one has asked which it is
export type OfEither = Report['queries'];
