// Columns of which the log keeps a hash: sources, evidence, contacts, accounts, and what a review asks.
import { FOUND, type KeptTables, PLACED, REVISION, SORTED, TAKEN } from './kept-table.ts';

export const KEPT_OF_SOURCES: KeptTables = {
  source: {
    key: ['id'],
    columns: [
      ...['number', 'desk_id', 'title', 'type', 'url', 'publisher', 'author', 'dated_on', 'proximity', 'interest'],
      ...['doi', 'is_confidential', 'alias', 'created_by', 'created_at'],
      ...['anonymity_reason', 'granted_by'],
    ],
    without: { title_key: SORTED, url_key: SORTED, search_text: SORTED, ...REVISION },
  },
  retraction_list: {
    key: ['id'],
    columns: [
      ...['number', 'desk_id', 'name', 'file_name', 'sha256', 'entries', 'counts', 'remarks', 'imported_by'],
      ...['imported_at', 'stands_since', 'removed_by', 'removed_at'],
    ],
    without: {},
    while: 'stands_since',
  },
  source_redirect: {
    key: ['number'],
    columns: ['desk_id', 'old_id', 'source_id', 'merged_by', 'merged_at'],
    without: {},
  },
  source_derivation: {
    key: ['id'],
    columns: [
      ...['desk_id', 'source_id', 'derives_from_id', 'is_same_copy', 'note', 'noted_by', 'noted_at', 'removed_by'],
      'removed_at',
    ],
    without: {},
  },
  source_identity: {
    key: ['id'],
    columns: [
      ...['desk_id', 'source_id', 'sealed', 'written_by', 'written_at', 'destroyed_by', 'destroyed_at'],
      'destruction_reason',
    ],
    without: {},
  },
  source_identity_key: { key: ['identity_id'], columns: ['wrapped'], without: {} },
  source_identity_reader: { key: ['identity_id', 'person_id'], columns: ['named_by', 'named_at'], without: {} },
  snapshot: {
    key: ['id'],
    columns: [
      ...['number', 'desk_id', 'source_id', 'how', 'file_id', 'warc_file_id', 'size', 'media_type', 'name', 'note'],
      ...['url', 'final_url', 'redirects', 'headers', 'taken_by', 'taken_at', 'altered_at', 'erased_at', 'erased_by'],
      ...['erasure_reason', 'unlike'],
    ],
    without: { sha256: TAKEN, warc_sha256: TAKEN, text_sha256: TAKEN, text_key: FOUND },
  },
  evidence: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'claim_id', 'source_id', 'about', 'passage', 'place', 'stance', 'reliability'],
      ...['credibility', 'note', 'speaker_id', 'added_by', 'added_at', 'removed_at'],
    ],
    without: { lookup_snapshot_id: FOUND, lookup_found: FOUND, lookup_ranges: FOUND, ...REVISION },
  },
  passage_change: {
    key: ['evidence_id', 'snapshot_id'],
    columns: ['article_id', 'claim_id', 'what', 'found_by', 'found_at'],
    without: {},
  },
  contact: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'claim_id', 'source_id', 'party_id', 'name', 'body', 'how', 'at_words', 'at', 'put'],
      ...['until_words', 'until', 'outcome', 'answer', 'answer_at_words', 'answer_at', 'created_by', 'created_at'],
      ...['withdrawn_at', 'withdrawal_reason'],
    ],
    without: REVISION,
  },
  to_call: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'source_id', 'name', 'body', 'phone', 'mail', 'note', 'added_by', 'added_at'],
      ...['contact_id', 'removed_by', 'removed_at'],
    ],
    without: {},
  },
  accused: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'party_id', 'claim_id', 'accusation', 'not_offered_reason'],
      ...['copy_shows', 'copy_words', 'copy_sentence', 'copy_version_number', 'copy_reason', 'marked_by', 'marked_at'],
      ...['withdrawn_at', 'withdrawal_reason'],
    ],
    without: REVISION,
  },
  accused_dismissal: {
    key: ['article_id', 'name_key'],
    columns: ['name', 'dismissed_by', 'dismissed_at'],
    without: {},
  },
  question: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'point', 'rule', 'rule_sentence', 'copy_shows', 'copy_words'],
      ...['copy_sentence', 'copy_version_number', 'copy_reason', 'created_by', 'created_at', 'withdrawn_at'],
      'withdrawal_reason',
    ],
    without: { point_key: SORTED, ...REVISION },
  },
  account: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'question_id', 'party_id', 'value', 'comparator', 'low', 'high', 'unit', 'as_of'],
      ...['quote', 'claim_id', 'source_id', 'taken_from', 'is_preferred', 'added_by', 'added_at', 'withdrawn_at'],
      'withdrawal_reason',
    ],
    without: REVISION,
  },
  fix: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'claim_id', 'old_words', 'new_words', 'reason', 'state', 'asked_by'],
      ...['asked_at', 'decided_by', 'decided_at', 'decision_line', 'in_copy_version_id', 'writer_word', 'writer_line'],
      ...['writer_name', 'writer_how', 'writer_at', 'writer_link_id', 'is_cleared'],
    ],
    without: {
      place_version_id: PLACED,
      place_start: PLACED,
      place_end: PLACED,
      version_note: PLACED,
      ...REVISION,
    },
  },
  query: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'claim_id', 'to_whom', 'question', 'words', 'state', 'asked_by'],
      ...['asked_at', 'drop_reason', 'dropped_by', 'dropped_at', 'is_cleared'],
    ],
    without: { place_version_id: PLACED, place_start: PLACED, place_end: PLACED, ...REVISION },
  },
  query_answer: {
    key: ['id'],
    columns: ['query_id', 'article_id', 'answer', 'answered_by', 'name', 'how', 'noted_by', 'at', 'writer_link_id'],
    without: {},
  },
  writer_link: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'name', 'created_by', 'created_at', 'expires_at', 'withdrawn_by', 'withdrawn_at'],
    ],
    without: { token_hash: 'no hash of a token is put into the log', last_used_at: 'each visit sets it' },
  },
  sign_off_answer: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'kind', 'rule', 'items', 'words', 'given_by', 'given_at', 'ended_why', 'ended_by'],
      'ended_at',
    ],
    without: {},
  },
  report: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'version_id', 'key_id', 'signed_by', 'signed_at', 'internal_sha256'],
      ...['public_sha256', 'statement', 'signature', 'open_claims', 'log_number', 'log_hash', 'erased_at', 'erased_by'],
      'is_internal_only',
    ],
    without: {
      internal_model: 'hashed by itself: internal_sha256',
      public_model: 'hashed by itself: public_sha256',
      reason: 'part of both models',
    },
  },
  leak_answer: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'leak_key', 'covers', 'answered_by', 'answered_at', 'withdrawn_by', 'withdrawn_at'],
    ],
    without: {},
  },
  legal_hold: {
    key: ['id'],
    columns: ['desk_id', 'article_id', 'claim_id', 'version_id', 'reason', 'held_by', 'held_at'],
    without: {},
  },
  legal_clearance: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'claim_id', 'version_id', 'sentence_sha256', 'line', 'cleared_by', 'cleared_at'],
      ...['lifted_at', 'lift_reason'],
    ],
    without: {},
  },
  legal_note: {
    key: ['id'],
    columns: ['desk_id', 'article_id', 'claim_id', 'version_id', 'note', 'noted_by', 'noted_at'],
    without: {},
  },
  publication: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'report_id', 'audience', 'to_whom', 'how', 'sent_at', 'noted_by', 'noted_at'],
      ...['withdrawn_by', 'withdrawn_at'],
    ],
    without: {},
  },
  report_download: {
    key: ['id'],
    columns: ['desk_id', 'article_id', 'report_id', 'audience', 'format', 'person_id', 'at'],
    without: {},
  },
  complaint: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'complainant', 'reach', 'received_at', 'due_at', 'claim_id', 'words'],
      ...['says', 'decider_id', 'outcome', 'decision_line', 'decided_by', 'decided_at', 'answer', 'answered_by'],
      ...['answered_at', 'noted_by', 'noted_at', 'correction_id'],
    ],
    without: REVISION,
  },
  correction: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'complaint_id', 'claim_id', 'kind', 'was_words', 'right_words'],
      ...['sentence', 'since_at', 'made_by', 'made_at', 'withdrawn_by', 'withdrawn_at', 'withdrawal_reason'],
    ],
    without: REVISION,
  },
};
