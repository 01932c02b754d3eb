// Addresses of what people outside the desk open by a link, and of what came through one.

export const outside_paths = {
  facts: '/facts/:token',
  own_facts: '/articles/:id/own-facts',
  own_facts_withdrawal: '/articles/:id/own-facts/:facts/withdrawal',
  own_facts_erasure: '/articles/:id/own-facts/:facts/erasure',
  own_facts_taking: '/articles/:id/facts-answers/:answer/taking',
  own_facts_dismissal: '/articles/:id/facts-answers/:answer/dismissal',
  own_facts_restoration: '/articles/:id/facts-answers/:answer/restoration',
  own_facts_noting: '/articles/:id/facts-answers/:answer/noting',
} as const;
