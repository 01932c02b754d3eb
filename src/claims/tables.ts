// The rows of claims and of what is around them: parties, anchors, figures, ticks and initials.
import type { Flag } from '#src/people/tables.ts';
import type { AttributionVerdict, ClaimKind, ClaimState } from './claim.ts';

export type { VerdictTable } from '#src/people/tables.ts';

export interface PartyTable {
  id: string;
  article_id: string;
  name: string;
  role: string;
  name_key: string;
}

export interface ClaimTable {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  kind: ClaimKind;
  statement: string;
  state: ClaimState;
  is_key: Flag;
  checker_id: string | null;
  second_reader_id: string | null;
  /** An editor's waiver of the second reader. */
  waiver_id: string | null;
  attribution_verdict: AttributionVerdict | null;
  content_verdict_id: string | null;
  verdict_sentence: string;
  as_of: string;
  assignee_id: string | null;
  due_at: string | null;
  /** By when it is due, by the article's deadline where it has no time of its own: triggers keep it, for sorting. */
  due_key?: string | undefined;
  /** Its article is put away, so that it waits for nobody: triggers keep it. */
  is_put_away?: Flag | undefined;
  /** Why it went back, why it was dropped, why it was opened again: the last line a person wrote with a change of state. */
  state_line: string;
  marked_by: string | null;
  marked_at: string;
  closed_at: string | null;
  /** Why a new version of the text, or a source that reads otherwise, wants the claim checked again ("the number in its sentence changed: 24 → 26"); '' when nothing does, or somebody has. */
  check_again: string;
  /** The claim of the article that decides this one, too; null where it is checked on its own. */
  same_as_id: string | null;
  revision: number;
}

export interface ClaimAnchorTable {
  claim_id: string;
  article_id: string;
  version_id: string;
  version_length: number;
  start: number | null;
  end: number | null;
  status: 'exact' | 'moved' | 'changed' | 'lost';
  placed_by: string | null;
  /** Why this version wanted the claim checked again, for good; '' where it did not. */
  cause: string;
}

export interface ClaimAttributionTable {
  claim_id: string;
  article_id: string;
  position: number;
  party_id: string;
}

export interface FigureTable {
  id: string;
  claim_id: string;
  version_id: string;
  position: number;
  value: string;
  comparator: '=' | '~' | '>' | '≥' | '<' | '≤';
  low: number | null;
  high: number | null;
  unit: string | null;
  start: number;
  end: number;
}

export interface TickTable {
  id: string;
  version_id: string;
  start: number;
  end: number;
  person_id: string;
  at: string;
  /** From what the person knows that the words are right. */
  note: string;
}

export interface InitialTable {
  sentence_id: string;
  person_id: string;
  at: string;
}

export interface ParagraphAssigneeTable {
  version_id: string;
  paragraph: number;
  person_id: string;
}

/** What a person decided about a suggestion of the program for these words: exactly one of the two. */
export interface SuggestionTable {
  version_id: string;
  start: number;
  end: number;
  taken_claim_id: string | null;
  dismissed_by: string | null;
  dismissed_at: string | null;
}

/**
 * A block of what the program read in a version, as reading-blocks.ts packs it: all blocks of a version are made together, of one
 * reading. It holds words of the text, and goes with them.
 */
export interface VersionReadingTable {
  version_id: string;
  /** The letters of the block: the next one begins where it ends. */
  start: number;
  end: number;
  /** In which language the text was read. */
  language: string;
  /** By which READING_VERSION. */
  reading_version: number;
  leftovers: Uint8Array;
  suggestions: Uint8Array;
  statements: Uint8Array;
}

/** How many claims of an article wait for a person: triggers count them with each change of a claim. */
export interface ClaimWaitingTable {
  desk_id: string;
  article_id: string;
  /** Whoever has them in hand; or whoever judged them, for all others to read them second. */
  person_id: string;
  kind: 'in_hand' | 'ready';
  due_key: string;
  claims: number;
}

declare module '#src/database/schema.ts' {
  interface Database {
    party: PartyTable;
    claim: ClaimTable;
    claim_waiting: ClaimWaitingTable;
    claim_anchor: ClaimAnchorTable;
    claim_attribution: ClaimAttributionTable;
    figure: FigureTable;
    tick: TickTable;
    initial: InitialTable;
    paragraph_assignee: ParagraphAssigneeTable;
    suggestion: SuggestionTable;
    version_reading: VersionReadingTable;
  }
}
