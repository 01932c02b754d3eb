// The shape of what reaches a story's desk from outside: by a link, in a spreadsheet, in a document.
import type { VerdictMeaning } from '#src/claims/claim.ts';
import type { FactsAnswers } from '#src/reviews/own-facts/answer-commands.ts';
import type { ContactTyped } from '#src/reviews/package/contact-lines.ts';
import type { CastName } from './cast.ts';
import type { Hour } from './hour.ts';
import type { WritersMarks } from './writers-file.ts';

/** What the writer hands in by a link that one of the cast made, and what is taken of it. */
export interface StoryPackage {
  by: CastName;
  at: Hour;
  name: string;
  brought_at: Hour;
  files: { name: string; text: string; words: string; about: string }[];
  contacts: (Pick<ContactTyped, 'name'> & Partial<ContactTyped>)[];
  note: { words: string; about: string };
  taken?: { by: CastName; at: Hour; name: string };
}

/** A link for the own facts of somebody outside, who answers each sentence in its order. */
export interface StoryFacts {
  by: CastName;
  at: Hour;
  name: string;
  note: string;
  /** By words that stand in them. */
  sentences: string[];
  answered: Omit<FactsAnswers, 'answers'> & { at: Hour; answers: Omit<FactsAnswers['answers'][number], 'position'>[] };
}

export interface StorySheet {
  by: CastName;
  at: Hour;
  name: string;
  text: string;
  /** What its words of status mean. */
  means: Record<string, VerdictMeaning>;
}

/** The writer's next document, with tracked changes and comments; nobody has looked it over yet. */
export interface StoryNextVersion extends Pick<WritersMarks, 'author' | 'comments' | 'changes'> {
  by: CastName;
  at: Hour;
  name: string;
}

export interface StoryOutside {
  package?: StoryPackage;
  own_facts?: StoryFacts[];
  sheet?: StorySheet;
  next_version?: StoryNextVersion;
}
