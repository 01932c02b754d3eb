// Addresses of what people outside the desk open by a link, and of what came through one.

export const outside_paths = {
  writer_package: '/writer/:token/package',
  writer_files: '/writer/:token/package/files',
  writer_contacts: '/writer/:token/package/contacts',
  writer_notes: '/writer/:token/package/notes',
  package: '/articles/:id/package',
  piece_file: '/articles/:id/package/:piece/file',
  piece_taking: '/articles/:id/package/:piece/taking',
  piece_leaving: '/articles/:id/package/:piece/leaving',
  piece_restoration: '/articles/:id/package/:piece/restoration',
  piece_erasure: '/articles/:id/package/:piece/erasure',
  to_call_removal: '/articles/:id/to-call/:row/removal',
  facts: '/facts/:token',
  own_facts: '/articles/:id/own-facts',
  own_facts_withdrawal: '/articles/:id/own-facts/:facts/withdrawal',
  own_facts_erasure: '/articles/:id/own-facts/:facts/erasure',
  own_facts_taking: '/articles/:id/facts-answers/:answer/taking',
  own_facts_dismissal: '/articles/:id/facts-answers/:answer/dismissal',
  own_facts_restoration: '/articles/:id/facts-answers/:answer/restoration',
  own_facts_noting: '/articles/:id/facts-answers/:answer/noting',
} as const;
