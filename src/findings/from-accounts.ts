// The article held against who says what: what is preferred, and one party with two figures. Pure.
import type { AccountFound, QuestionFound } from '#src/accounts/store.ts';
import { foldUnit } from '#src/accounts/units.ts';
import { figureTyped } from '#src/accounts/value.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { url } from '#src/paths.ts';
import { placedRange } from '#src/reading/text/range.ts';
import { type DeskFinding, isTold, keyOf, type OtherPlace } from './finding.ts';
import { ends } from './from-passages.ts';

export interface AccountsGround {
  article_number: number;
  version_id: string;
  claims: readonly PlacedClaim[];
  /** The ids of the claims that have a speaker. */
  attributed: ReadonlySet<string>;
  questions: readonly QuestionFound[];
}

/** The findings of all questions that stand, with their accounts as the reader sees them. */
export function findingsOfAccounts(ground: AccountsGround): DeskFinding[] {
  return ground.questions
    .filter(({ withdrawn_at }) => withdrawn_at === null)
    .flatMap((question) => [...besidePreferred(ground, question), ...samePartyTwice(ground, question)]);
}

/** Figures that cannot both be meant: exact, of the same unit, and not the same. */
function differ(one: AccountFound, other: AccountFound): boolean {
  const isExact = ({ comparator, low, high }: AccountFound) => comparator === '=' && low !== null && low === high;
  return isExact(one) && isExact(other) && one.low !== other.low && foldUnit(one.unit) === foldUnit(other.unit);
}

/** The article says in its own voice what the desk does not follow. */
function besidePreferred(ground: AccountsGround, question: QuestionFound): DeskFinding[] {
  const preferred = question.rule === 'prefer' && question.accounts.find(({ is_preferred }) => is_preferred === 1);
  if (!preferred) return [];
  return question.accounts.flatMap((account) => {
    const claim = claimOf(ground, account);
    if (!claim || ground.attributed.has(claim.id) || !differ(account, preferred)) return [];
    const sentence = `Question ${question.number} follows ${preferred.party_name} with ${said(preferred)}; the copy says ${said(account)} in its own voice.`;
    return findingAt(ground, { question, claim, sentence, of: [preferred.id, account.id] });
  });
}

/** One party gives two figures of one time, and one of them stands in the copy. */
function samePartyTwice(ground: AccountsGround, question: QuestionFound): DeskFinding[] {
  return question.accounts.flatMap((account, at) => {
    const claim = claimOf(ground, account);
    const other = question.accounts
      .slice(0, at)
      .find((one) => one.party_id === account.party_id && one.as_of === account.as_of && differ(one, account));
    if (!claim || !other) return [];
    const sentence = `Question ${question.number} has ${said(other)} by ${account.party_name}; the copy has ${said(account)} by the same.`;
    return findingAt(ground, { question, claim, sentence, of: [other.id, account.id] });
  });
}

function said(account: AccountFound): string {
  return figureTyped(account) || account.value;
}

function claimOf({ claims }: AccountsGround, { claim_id }: AccountFound): PlacedClaim | undefined {
  return claims.find(({ id, state }) => id === claim_id && state !== 'withdrawn');
}

function findingAt(
  { article_number, version_id }: AccountsGround,
  { question, claim, sentence, of }: { question: QuestionFound; claim: PlacedClaim; sentence: string; of: string[] },
): DeskFinding[] {
  const range = placedRange(claim);
  if (range === null) return [];
  const href = url('question', { id: article_number, question: question.number });
  const other: OtherPlace = { href, said: `Question ${question.number}`, words: question.point };
  return [
    {
      key: keyOf(version_id, 'account', question.id, ...of, sentence, ...ends(range)),
      ...{ against: 'account', sentence, places: [range], other },
      claim: { id: claim.id, number: claim.number },
      ...{ evidence_id: null, is_confidential: false, instead: null, is_told: isTold(claim) },
    },
  ];
}
