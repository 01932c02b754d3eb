// Whom a claim accuses, what became of the reply, and whom the desk asked about it.
import { claimsAccusing, proposedAccused } from '#src/contacts/accused/proposed-accused.ts';
import { type AccusedCard, accusedCard } from '#src/contacts/cards-view.ts';
import { type ContactLine, contactLine } from '#src/contacts/contact-lines-view.ts';
import { nameKey } from '#src/contacts/contacts/party-named.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

export interface AccusedInClaim {
  accused: AccusedCard[];
  /** Names beside an accusation in its sentence that nobody has put among the accused, or dismissed. */
  proposed: { name: string; role: string }[];
  asked: ContactLine[];
}

/** What the panel of this claim shows of contacts. */
export function accusedInClaim(gathered: WorkbenchView, claim: Claim, now: string): AccusedInClaim {
  const { article, accusations } = gathered;
  const standing = gathered.accused.filter((one) => one.withdrawn_at === null);
  const settled = {
    accused: new Set(standing.map((one) => one.party_id)),
    dismissed: new Set(gathered.accused_dismissed.map((one) => nameKey(one.name))),
  };
  const here = accusations.filter((one) => one.claim_number === claim.number);
  return {
    accused: standing
      .filter((one) => one.claim_id === claim.id || claimsAccusing(here, one.party_id).length > 0)
      .map((one) => accusedCard(one, { ...gathered, now })),
    proposed: proposedAccused(here, settled).map(({ name, role }) => ({ name, role })),
    asked: claim.contacts
      .filter((one) => one.withdrawn_at === null)
      .map((one) => contactLine(one, { now, time_zone: article.time_zone })),
  };
}
