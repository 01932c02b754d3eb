// Questions and accounts as a reader may see them: every word that somebody typed. Pure.
import { addressesIn, type Discretion, seenIn } from '#src/sources/held-back/discretion.ts';
import { partySeen } from '#src/sources/held-back/typed-words.ts';
import type { ClaimSaid } from './claim-account.ts';
import type { AccountFound, QuestionFound } from './store.ts';

export function questionSeen(discretion: Discretion, question: QuestionFound): QuestionFound {
  if (discretion.visibility === 'inside') return question;
  const accountSeen = (account: AccountFound) =>
    seenIn(discretion, addressesIn(discretion, account, ['source_url']), [
      ...(['party_name', 'party_role', 'value', 'unit', 'quote', 'withdrawal_reason'] as const),
      'source_title',
    ]);
  return {
    ...seenIn(discretion, question, ['point', 'rule_sentence', 'copy_words', 'copy_reason', 'withdrawal_reason']),
    accounts: question.accounts.map(accountSeen),
    withdrawn_accounts: question.withdrawn_accounts.map(accountSeen),
  };
}

export function claimSaidSeen(discretion: Discretion, claim: ClaimSaid): ClaimSaid {
  if (discretion.visibility === 'inside') return claim;
  return {
    ...seenIn(discretion, claim, ['statement', 'words']),
    chain: claim.chain.map((party) => partySeen(discretion, party)),
  };
}
