// Every table by its name, gathered from the subjects that own the rows.
import type { Kysely } from 'kysely';
import type { AccountTable, QuestionTable } from '#src/accounts/tables.ts';
import type {
  ArticleTable,
  AsRanTable,
  IntakeDraftTable,
  PartTable,
  ProposedSourcePlaceTable,
  ProposedSourceTable,
  SentenceTable,
  VersionOriginalTable,
  VersionTable,
} from '#src/articles/tables.ts';
import type { LogChainTable, LogDetailTable, LogTable } from '#src/audit/tables.ts';
import type {
  ClaimAnchorTable,
  ClaimAttributionTable,
  ClaimTable,
  FigureTable,
  InitialTable,
  ParagraphAssigneeTable,
  PartyTable,
  SuggestionTable,
  TickTable,
} from '#src/claims/tables.ts';
import type { AccusedDismissalTable, AccusedTable, ContactTable } from '#src/contacts/tables.ts';
import type { EvidenceTable } from '#src/evidence/tables.ts';
import type { FileChunkTable, FileTable } from '#src/files/tables.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type {
  DeskKeyTable,
  DeskStatementTable,
  DeskTable,
  EndedSessionTable,
  GuessTable,
  InvitationTable,
  MembershipTable,
  PersonTable,
  ProfileTable,
  SecurityEventTable,
  SessionTable,
  VerdictTable,
} from '#src/people/tables.ts';
import type { ArticleProgressTable } from '#src/progress/tables.ts';
import type { ComplaintTable, CorrectionTable } from '#src/reports/complaints/tables.ts';
import type { PublicationTable, ReportDownloadTable } from '#src/reports/handed-out/tables.ts';
import type { LeakAnswerTable } from '#src/reports/leaks/tables.ts';
import type { ReportComparisonTable, ReportTable } from '#src/reports/signing/tables.ts';
import type { LegalClearanceTable, LegalHoldTable, LegalNoteTable } from '#src/reviews/legal/tables.ts';
import type { FixTable, QueryAnswerTable, QueryTable, WriterLinkTable } from '#src/reviews/tables.ts';
import type { SignOffAnswerTable } from '#src/signoff/tables.ts';
import type {
  SourceIdentityKeyTable,
  SourceIdentityReaderTable,
  SourceIdentityTable,
} from '#src/sources/identity/tables.ts';
import type { SourceDerivationTable } from '#src/sources/origins/tables.ts';
import type { SnapshotTable, SnapshotTextTable } from '#src/sources/snapshots/tables.ts';
import type { SourceRedirectTable, SourceTable } from '#src/sources/tables.ts';

interface SettingTable {
  name: string;
  value: string;
}

interface CounterTable {
  name: string;
  value: number;
}

export interface Database {
  sign_off_answer: SignOffAnswerTable;
  leak_answer: LeakAnswerTable;
  setting: SettingTable;
  counter: CounterTable;
  person: PersonTable;
  session: SessionTable;
  ended_session: EndedSessionTable;
  security_event: SecurityEventTable;
  desk: DeskTable;
  desk_key: DeskKeyTable;
  desk_statement: DeskStatementTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  guess: GuessTable;
  log_chain: LogChainTable;
  log: LogTable;
  log_detail: LogDetailTable;
  article: ArticleTable;
  version: VersionTable;
  part: PartTable;
  sentence: SentenceTable;
  file: FileTable;
  file_chunk: FileChunkTable;
  job: JobTable;
  as_ran: AsRanTable;
  intake_draft: IntakeDraftTable;
  version_original: VersionOriginalTable;
  proposed_source: ProposedSourceTable;
  proposed_source_place: ProposedSourcePlaceTable;
  verdict: VerdictTable;
  profile: ProfileTable;
  party: PartyTable;
  claim: ClaimTable;
  claim_anchor: ClaimAnchorTable;
  claim_attribution: ClaimAttributionTable;
  figure: FigureTable;
  tick: TickTable;
  initial: InitialTable;
  paragraph_assignee: ParagraphAssigneeTable;
  suggestion: SuggestionTable;
  source: SourceTable;
  source_redirect: SourceRedirectTable;
  source_derivation: SourceDerivationTable;
  source_identity: SourceIdentityTable;
  source_identity_key: SourceIdentityKeyTable;
  source_identity_reader: SourceIdentityReaderTable;
  evidence: EvidenceTable;
  contact: ContactTable;
  accused: AccusedTable;
  accused_dismissal: AccusedDismissalTable;
  snapshot: SnapshotTable;
  snapshot_text: SnapshotTextTable;
  question: QuestionTable;
  account: AccountTable;
  fix: FixTable;
  query: QueryTable;
  query_answer: QueryAnswerTable;
  writer_link: WriterLinkTable;
  report: ReportTable;
  report_comparison: ReportComparisonTable;
  legal_hold: LegalHoldTable;
  legal_clearance: LegalClearanceTable;
  legal_note: LegalNoteTable;
  publication: PublicationTable;
  report_download: ReportDownloadTable;
  complaint: ComplaintTable;
  correction: CorrectionTable;
  article_progress: ArticleProgressTable;
}

/** A connection, or the transaction that stands for one: the same queries run on either. */
export type Db = Kysely<Database>;
