// What a sign-off check is: what it looks at, what it says, what it misses. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { Findings } from '#src/findings/gather-findings.ts';
import type { Rule } from '#src/people/profiles/levels.ts';

/** What the checks look at. Always as it is seen from inside: what they say may be told outside, labels apart. */
export interface CheckGround {
  view: ArticleView;
  /** Where the public report names a confidential source, and no editor let it stand; null where nobody looked. */
  leaks: readonly Leaking[] | null;
  /** Names that are not to be proposed as accused, by their keys. */
  dismissed_names: ReadonlySet<string>;
  /** How many corrections stand on top of the report. */
  corrections: number;
  /** What people made of the program's suggestions, in all versions. */
  suggestions: { suggested: number; taken: number; dismissed: number };
  /** What does not agree, and what people made of it. */
  findings: Pick<Findings, 'findings' | 'decisions'>;
}

/** A place of the public report that names a confidential source. */
export interface Leaking {
  key: string;
  label: string;
  href: string;
}

/** Something that a check misses. */
export interface Missing {
  /** The same for as long as it is missing: `claim:ID`, `tick:ID`, `source:ID`, `sentence:ID`. */
  key: string;
  /** What it is, with words that people typed: for those who look from inside. */
  label: string;
  /** The same in numbers alone, for everybody. */
  public_label: string;
  /** Where it is mended. */
  href: string;
  /** The number of the claim that it is about; null for none, or several. */
  claim: number | null;
  /** A hash of all that a reason or a waiver for it rests on: another hash, and they have lapsed. */
  covers: string;
  /** It blocks whatever the level is, and nothing answers it. */
  is_final?: true;
}

export interface Looked {
  missing: Missing[];
  /** What is so where nothing is missing. Names nothing that somebody typed, like `lacks`. */
  holds: string;
  /** What is not so, of those that are still missing. */
  lacks: (missing: readonly Missing[]) => string;
}

export interface Check {
  rule: Rule;
  /** With what a reason that answers it for one thing begins, such as “sole source: ”; '' where no reason does. */
  reason_hint: string;
  /** What is as long as the text is looked at with turns for others. */
  look: (ground: CheckGround) => Looked | Promise<Looked>;
}
