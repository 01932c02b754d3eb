// The shape of a story: what the cast does with an article, as data. replay.ts acts it out.
import type { Rule } from '#src/accounts/question.ts';
import type { AttributionVerdict, ClaimKind, VerdictMeaning } from '#src/claims/claim.ts';
import type { ContactHow } from '#src/contacts/tables.ts';
import type { EvidenceDetails } from '#src/evidence/use-fields.ts';
import type { LevelledRule } from '#src/people/profiles/levels.ts';
import type { Outcome } from '#src/reports/complaints/tables.ts';
import type { PublicationHow } from '#src/reports/handed-out/publication.ts';
import type { CastName } from './cast.ts';
import type { Hour } from './hour.ts';
import type { CardName } from './library.ts';
import type { StoryOutside } from './story-outside.ts';

export type { Hour };

/** `speaker`: the name of the one in the claim's chain whose words the evidence is about. */
export type StoryEvidence = EvidenceDetails & { speaker?: string } & ({ card: CardName } | { line: string });

export interface StoryFix {
  /** With the verdict, where it is left out. */
  asked_at?: Hour;
  old_words: string;
  new_words: string;
  reason: string;
  /** Left out while the editor has not said. */
  decided?: { at: Hour; decision: 'agreed' | 'refused' };
}

/** That a source has it from another one. */
export interface StoryOrigin {
  card: CardName;
  from: CardName;
  by: CastName;
  at: Hour;
  note: string;
}

export type StoryEnd =
  | { at: Hour; closed_by: CastName }
  | { at: Hour; returned_by: CastName; line: string }
  | { at: Hour; dropped_because: string };

export interface StoryClaim {
  /** Words of the article; they must stand there exactly once. */
  words: string;
  by: CastName;
  at: Hour;
  kind?: ClaimKind;
  is_key?: boolean;
  /** Who says it, outermost first, where the program's own reading is to be put right; empty for the article's own voice. */
  said_by?: { name: string; role: string }[];
  statement?: string;
  evidence?: StoryEvidence[];
  was_it_said?: AttributionVerdict;
  is_it_so?: VerdictMeaning;
  sentence?: string;
  /** When verdict and evidence were set; without a verdict, when the evidence came. */
  judged_at?: Hour;
  fix?: StoryFix;
  /** A claim that the program does not offer by itself is offered for second read then. */
  offered_at?: Hour;
  end?: StoryEnd;
  /** Said to be the same as the claim on these words, which decides both from then on. */
  same_as?: { at: Hour; words: string };
}

export interface StoryTick {
  /** "{day}" in them is the name of the day before. */
  words: string;
  by: CastName;
  at: Hour;
  note: string;
}

export interface StoryContact {
  at: Hour;
  by: CastName;
  /** The words of the claim it is about; null for the article as a whole. */
  about: string | null;
  name: string;
  how: ContactHow;
  put: string;
  until: string;
  answer: string;
}

/** Somebody whom the article accuses, by the words of the claim that does. */
export interface StoryAccused {
  name: string;
  role: string;
  accusation: string;
  about: string;
  by: CastName;
  at: Hour;
  /** The words of the article that carry the reply, or why it carries none. */
  copy?: StoryCopyShows;
  /** Said where nobody asked them. */
  not_offered?: { at: Hour; reason: string };
}

export type StoryCopyShows = { at: Hour; words: string } | { at: Hour; reason: string };

export type StoryAccount = { party_name: string; party_role: string; value: string; quote: string; as_of?: string } & (
  | { card: CardName }
  | { about: string }
);

export interface StoryQuestion {
  point: string;
  /** The words of the claim that gives the first account. */
  about: string;
  by: CastName;
  at: Hour;
  /** "{yesterday}" in an `as_of` is the day of the article. */
  accounts: StoryAccount[];
  settled?: { at: Hour; rule: Rule; sentence: string; preferred?: string };
  copy?: StoryCopyShows;
}

export interface StoryQuery {
  /** The words of the claim it is about; null for the article as a whole. */
  about: string | null;
  by: CastName;
  at: Hour;
  to_whom: 'writer' | 'editor';
  question: string;
  /** Noted by whoever asked, who heard it on the phone. */
  answered?: { at: Hour; name: string; answer: string };
}

/** A copy of a source, pasted. "{yesterday}" in its text is the day before, as a date. */
export interface StoryCopy {
  at: Hour;
  by: CastName;
  card: CardName;
  text: string;
}

export interface StoryLegal {
  /** The words of the claim; null for the article, which is marked for Legal. */
  about: string | null;
  held?: { at: Hour; by: CastName; reason: string };
  cleared?: { at: Hour; by: CastName; line: string };
}

/** What answers a sign-off check: for one claim a reviewer's reason, for all that it misses then an editor's waiver. */
export interface StoryAnswer {
  rule: LevelledRule;
  /** The words of the claim; null for a waiver. */
  about: string | null;
  by: CastName;
  at: Hour;
  words: string;
}

export interface StorySigning {
  at: Hour;
  by: CastName;
  /** The words of the claims that are signed open. */
  open: string[];
  reason: string;
  /** To whom the report was sent, as everybody may read it. */
  sent?: { at: Hour; to_whom: string; how: PublicationHow }[];
}

export interface StoryComplaint {
  at: Hour;
  by: CastName;
  received: Hour;
  complainant: string;
  reach: string;
  about: string;
  words: string;
  says: string;
  decided: {
    at: Hour;
    by: CastName;
    outcome: Outcome;
    line: string;
    answer: string;
    correction: { was_words: string; right_words: string; since: Hour };
  };
}

export interface Story {
  claims: StoryClaim[];
  ticks: StoryTick[];
  /** Sentences with nothing to check, by words in them. */
  initials: { words: string; by: CastName; at: Hour }[];
  contacts: StoryContact[];
  origins?: StoryOrigin[];
  accused?: StoryAccused[];
  questions?: StoryQuestion[];
  queries?: StoryQuery[];
  copies?: StoryCopy[];
  legal?: StoryLegal[];
  answers?: StoryAnswer[];
  /** What the article prints in the words of a confidential source, and an editor let stand. */
  let_stand?: { at: Hour; by: CastName; words: string }[];
  /** When the text ran and an editor initialled it as what was checked. */
  ran?: { at: Hour; by: CastName };
  signed?: StorySigning[];
  complaints?: StoryComplaint[];
  outside?: StoryOutside;
}
