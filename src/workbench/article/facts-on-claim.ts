// What people outside say of their own facts on the claim in hand, as its panel offers it. Pure.
import { sayTime } from '#src/dates.ts';
import { claimOffered } from '#src/reviews/own-facts/desk-view.ts';
import { claimsOn, VERDICT_WORDS } from '#src/reviews/own-facts/facts.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

export interface FactsOnClaim {
  answer: string;
  name: string;
  verdict: 'right' | 'wrong';
  verdict_words: string;
  says: string;
  at: string;
  may_take: boolean;
}

/** Answers to sentences that hold the claim and of which nobody has decided for it. */
export function factsOn({ facts, ground, article }: WorkbenchView, claim: Claim, now: string): FactsOnClaim[] {
  return facts
    .filter((one) => claimsOn(one, ground, [claim]).length > 0)
    .map((one) => ({ one, offered: claimOffered(claim, one.uses, article) }))
    .filter(({ offered }) => offered.became === '')
    .map(({ one: { id, name, verdict, says, at }, offered }) => ({
      answer: id,
      name: name || 'somebody outside',
      verdict,
      verdict_words: VERDICT_WORDS[verdict],
      says,
      at: sayTime(at, article.time_zone, now),
      may_take: offered.may.take,
    }));
}
