// Who says what about the claim in hand, for its panel.
import { may } from '#src/people/permissions.ts';
import { accountOfClaim, type ClaimSaid, offersFor, questionOfClaim } from './claim-account.ts';
import { type CardSurroundings, cardOf, type QuestionCard } from './question-view.ts';
import type { QuestionFound } from './store.ts';

/** What a claim's panel shows of who says what: the questions it stands in, those it may join, or the one it offers. */
export interface ClaimAccounts {
  cards: QuestionCard[];
  may_join: { number: number; point: string; value: string }[];
  /** The point to begin with, where accounts differ on the claim and no question holds it. */
  offered_point: string | null;
  may_keep: boolean;
}

/** `is_disputed`: the verdict on the claim is that accounts differ. */
export async function claimAccounts(
  claim: ClaimSaid,
  questions: readonly QuestionFound[],
  { is_disputed, ...surroundings }: CardSurroundings & { is_disputed: boolean },
): Promise<ClaimAccounts> {
  const open = questions.filter((question) => question.withdrawn_at === null);
  const holding = open.filter((question) => question.accounts.some((account) => account.claim_id === claim.id));
  const cards: QuestionCard[] = [];
  for (const question of holding) cards.push(await cardOf(question, surroundings));
  const may_keep = may(surroundings.article.role, 'keep_accounts');
  if (holding.length > 0 || !may_keep) return { cards, may_join: [], offered_point: null, may_keep };
  const may_join = open
    .filter((question) => is_disputed || offersFor(question.accounts, [claim]).like.length > 0)
    .map(({ number, point }) => ({ number, point, value: `${claim.number}.${accountOfClaim(claim).position}` }));
  return { cards, may_join, offered_point: is_disputed ? questionOfClaim(claim).point : null, may_keep };
}
