// The rows of articles, versions, parts and sentences. Offsets are UTF-16 code units, half open.
import type { Flag } from '#src/people/tables.ts';

export type PartRole = 'headline' | 'standfirst' | 'body' | 'caption' | 'credit' | 'pull_quote' | 'box';

/** Signed: a report was signed of its latest version, and nobody waits for an answer to a complaint. */
export type ListedAs = 'in_work' | 'signed' | 'put_away';

export interface ArticleTable {
  id: string;
  number: number;
  desk_id: string;
  title: string;
  title_key: string;
  byline: string;
  outlet: string;
  url: string;
  language: string;
  place: string;
  /** ISO local date (2011-05-07) or date and time (2011-05-07T14:02), as a person gave it; null where nobody did. */
  dated_on: string | null;
  dated_zone: string | null;
  deadline_at: string | null;
  asked_by: string;
  asked_why: string;
  /** What the desk notes of the writer: a phone number, what they said. In no export, and not for guests. */
  writer_notes: string;
  /** How it is checked: a profile of its own desk. */
  profile_id: string;
  /** Legal has to see it: what stands beside an accusation is suggested as key. */
  needs_legal: Flag;
  /** Since when it is out of the lists and stays as it is; null where people work on it. */
  put_away_at: string | null;
  put_away_by: string | null;
  put_away_reason: string;
  /** Where lists have it, by its last report and what came after it: triggers keep it. */
  listed_as?: ListedAs | undefined;
  /** Nobody said in which language it is written: its words showed it. */
  language_guessed: Flag;
  /** What lists find it by: its title and its writer, folded. */
  find_key: string;
  latest_version_number: number;
  /** Raised by every command whose result the article's pages show; the ETag is made of it. Never an edit lock. */
  changed_seq: number;
  /** What it was when something beside rows of claims changed last: whatever is read from other rows holds until then. */
  beside_claims_seq: number;
  revision: number;
  created_at: string;
  created_by: string | null;
}

export interface VersionTable {
  id: string;
  article_id: string;
  desk_id: string;
  number: number;
  sha256: string;
  text: string | null;
  length: number;
  note: string;
  created_at: string;
  created_by: string | null;
}

export interface PartTable {
  version_id: string;
  position: number;
  role: PartRole;
  start: number;
  end: number;
}

export interface SentenceTable {
  id: string;
  version_id: string;
  number: number;
  paragraph: number;
  part_position: number;
  start: number;
  end: number;
}

/** The text of an article as it ran, as an editor brought it. */
export interface AsRanTable {
  id: string;
  desk_id: string;
  article_id: string;
  /** Null where it was erased. */
  text: string | null;
  /** JSON: where its parts and sentences lie. */
  outline: string;
  sha256: string;
  length: number;
  /** From where it was fetched, and the SHA-256 of that page; '' and null where it was pasted. */
  address: string;
  page_sha256: string | null;
  brought_by: string | null;
  brought_at: string;
  /** The version that a person initialled as this text; null where nobody has. */
  version_id: string | null;
  initialled_by: string | null;
  initialled_at: string | null;
  /** Why what differs does not matter; '' where nothing does. */
  reason: string;
}

/** What was read out of a document, until the person who chose it has looked it over. `draft` and `typed` are JSON. */
export interface IntakeDraftTable {
  id: string;
  desk_id: string;
  person_id: string;
  file_id: string;
  /** The article of which it is to be the next version; null where it is to be an article of its own. */
  article_id: string | null;
  draft: string;
  typed: string;
  created_at: string;
  expires_at: string;
}

/** The document that a version was taken from. */
export interface VersionOriginalTable {
  version_id: string;
  desk_id: string;
  file_id: string;
}

/** A footnote, comment or link of the document; start and end are null where its words did not come into the text. */
export interface ProposedSourceTable {
  version_id: string;
  position: number;
  start: number | null;
  end: number | null;
  title: string;
  url: string;
  note: string;
  /** What people made of it: evidence of a claim, a tick of its words, nothing; null while nobody has decided. */
  decision: 'evidence' | 'tick' | 'dismissed' | null;
  decided_by: string | null;
  decided_at: string | null;
  source_id: string | null;
  evidence_id: string | null;
}

/** Where the words of a proposed source stand in a version after that of its document; no row where they are gone. */
export interface ProposedSourcePlaceTable {
  version_id: string;
  /** The version of the document that suggests it. */
  origin_id: string;
  position: number;
  start: number;
  end: number;
}

declare module '#src/database/schema.ts' {
  interface Database {
    article: ArticleTable;
    version: VersionTable;
    part: PartTable;
    sentence: SentenceTable;
    as_ran: AsRanTable;
    intake_draft: IntakeDraftTable;
    version_original: VersionOriginalTable;
    proposed_source: ProposedSourceTable;
    proposed_source_place: ProposedSourcePlaceTable;
  }
}
