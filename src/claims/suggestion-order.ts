// The order in which the program’s suggestions are listed.

/** The orders in which suggestions are listed. */
export const SUGGESTION_ORDERS = ['text', 'score'] as const;
export type SuggestionOrder = (typeof SUGGESTION_ORDERS)[number];
