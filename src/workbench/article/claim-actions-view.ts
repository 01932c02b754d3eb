// What a person may do with the claim in hand, and the verdicts to choose from.
import { CLAIM_KINDS, canMove, isReadInList } from '#src/claims/claim.ts';
import type { ClaimFilter } from '#src/claims/return-to.ts';
import { may } from '#src/people/permissions.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { ATTRIBUTION_CHOICES, contentChoices } from './verdict-scale.ts';

/** Who is looking: the id of the person, or null for nobody in particular; and through which list they go. */
export interface Looking {
  person_id: string | null;
  now: string;
  filter: ClaimFilter;
}

/** What can be chosen in the forms of this claim. */
export function choicesOf({ verdicts, members }: WorkbenchView, claim: Claim) {
  const workers = members.filter((member) => may(member.role, 'be_assigned_work') && member.disabled_at === null);
  return {
    content: contentChoices(verdicts, claim.content_verdict_id),
    attribution: ATTRIBUTION_CHOICES,
    kinds: CLAIM_KINDS.map((value) => ({ value, label: value })),
    assignees: [
      { value: '', label: 'nobody’s' },
      ...workers.map((member) => ({ value: member.person_id, label: member.display_name })),
    ],
  };
}

/** What this person may do and the state allows; each is a form on the panel or is not there. */
export function mayDo({ article }: WorkbenchView, claim: Claim, { person_id }: Looking) {
  const works = may(article.role, 'mark_claims');
  const judges = may(article.role, 'set_verdicts');
  const reads = may(article.role, 'read_second');
  const is_mine = claim.checker_id !== null && claim.checker_id === person_id;
  const waits = claim.state === 'ready';
  const is_own = claim.same_as_id === null;
  return {
    work: works,
    // Words that are gone are placed or dropped first.
    judge: is_own && judges && canMove(claim.state, 'judge') && claim.anchor_status !== 'lost',
    edit: works && canMove(claim.state, 'edit'),
    take: is_own && works && canMove(claim.state, 'take') && (waits ? is_mine : claim.assignee_id !== person_id),
    offer: is_own && works && canMove(claim.state, 'offer'),
    read_second: is_own && reads && waits && !is_mine,
    wait: is_own && waits && is_mine,
    reopen: is_own && reads && canMove(claim.state, 'reopen'),
    follow: is_own && judges && canMove(claim.state, 'judge'),
    unfollow: !is_own && judges,
    withdraw: works && canMove(claim.state, 'withdraw'),
    restore: works && canMove(claim.state, 'restore'),
    read_in_list: isReadInList({ ...claim, is_key: claim.is_key === 1 }),
  };
}
