// The order in which the program’s proposals are listed.

/** The orders in which proposals are listed. */
export const PROPOSAL_ORDERS = ['text', 'score'] as const;
export type ProposalOrder = (typeof PROPOSAL_ORDERS)[number];
