// A claim in the list beside the text.
import { STATE_LABELS } from '#src/claims/claim.ts';
import { STANDING_LABELS } from '#src/claims/standing.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { type Mark, markOf } from '../marks.ts';

/** The figure of a claim's card in the list beside the text. */
export interface ListedClaim {
  number: number;
  words: string;
  mark: Mark;
  under: string;
}

/** A claim as one line of a list. */
export function listedClaim(gathered: WorkbenchView, claim: Claim): ListedClaim {
  const assignee = gathered.members
    .find((member) => member.person_id === claim.assignee_id)
    ?.display_name.split(' ')[0];
  const state =
    claim.state === 'returned' && claim.state_line !== '' ? `back: ${claim.state_line}` : STATE_LABELS[claim.state];
  const again = claim.check_again !== '' && `${STANDING_LABELS.check_again}: ${claim.check_again}`;
  const lost = claim.anchor_status === 'lost' && STANDING_LABELS.words_gone;
  const under = [claim.kind, claim.is_key === 1 && '★ key', state, again, lost, claim.state !== 'closed' && assignee];
  return {
    number: claim.number,
    words: claim.words,
    mark: markOf(claim),
    under: under.filter(Boolean).join(' · '),
  };
}
