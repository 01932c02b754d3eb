// The pages on which forms of claims stand: they belong to a later subject, so app.ts hands them over.
import type { Response } from 'express';
import type { Context } from '#src/context.ts';
import type { RefusedForm, Typed } from '#src/http/form.ts';

export interface SentOnArticle {
  ctx: Context;
  params: { id: string };
  res: Response;
}

export interface SentOnClaim extends SentOnArticle {
  params: { id: string; number: string };
}

/** A refused form as its page shows it again. Without `typed` the page shows what is stored. */
export type Refused = Omit<RefusedForm, 'typed'> & { typed?: Typed; outcome?: ClaimsOutcome };

/** What became of claims that one thing was done to: what was done, in words, and which were refused, and why. */
export interface ClaimsOutcome {
  said: string;
  refused: { number: number; why: string }[];
}

type Page<From> = (sent: From, refused: Refused) => Promise<void>;

/** Each sends its page with one of its forms as it was typed, and what is to be mended. */
export interface FormPages {
  /** The text where the reader was in it: the page of a sentence, a claim in hand, a list. Its forms have few fields or none. */
  text: Page<SentOnArticle>;
  /** The claim beside the text. */
  claim: Page<SentOnClaim>;
  suggestions: Page<SentOnArticle>;
  coverage: Page<SentOnArticle>;
  second_read: Page<SentOnArticle>;
  /** The table of claims, with what became of those that were ticked. */
  claim_list: Page<SentOnArticle>;
  versions: Page<SentOnArticle>;
  /** The claims whose words a version has lost. */
  tray: Page<SentOnClaim>;
}
