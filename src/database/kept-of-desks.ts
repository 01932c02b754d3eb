// Columns of which the log keeps a hash: people, desks, articles and claims.
import { type KeptTables, LISTED, REVISION, SORTED } from './kept-table.ts';

export const KEPT_OF_DESKS: KeptTables = {
  person: {
    key: ['id'],
    columns: ['number', 'email', 'display_name', 'initials', 'is_administrator', 'disabled_at', 'created_at'],
    without: {
      email_key: SORTED,
      password_hash: 'no hash of a password is put into the log',
      letter_keys: 'a person’s own setting',
      theme: 'a person’s own setting',
      ...REVISION,
    },
  },
  desk: {
    key: ['id'],
    columns: ['number', 'slug', 'name', 'time_zone', 'language', 'method', 'created_at', 'capture_days'],
    without: { name_key: SORTED, changed_seq: 'counts changes of pages', ...REVISION },
  },
  desk_key: {
    key: ['id'],
    columns: ['desk_id', 'number', 'public_key', 'created_at', 'created_by', 'retired_at', 'retired_by'],
    without: { private_key: 'no hash of what the desk signs with is put into the log' },
  },
  desk_statement: {
    key: ['desk_id'],
    columns: ['interests', 'complaints_to', 'answer_days', 'names_public', 'copies_public'],
    without: REVISION,
  },
  membership: { key: ['desk_id', 'person_id'], columns: ['role', 'since'], without: {} },
  invitation: {
    key: ['id'],
    columns: [
      ...['kind', 'person_id', 'email', 'display_name', 'desk_id', 'role', 'is_administrator', 'created_by'],
      ...['created_at', 'expires_at', 'used_at', 'withdrawn_at'],
    ],
    without: { token_hash: 'no hash of a token is put into the log' },
  },
  verdict: {
    key: ['id'],
    columns: ['desk_id', 'meaning', 'position', 'desk_label', 'public_label', 'mark', 'colour', 'rating', 'retired_at'],
    without: {},
  },
  profile: {
    key: ['id'],
    columns: [
      ...[
        'desk_id',
        'name',
        'position',
        'key_headline',
        'key_casualties',
        'key_accusations',
        'key_money',
        'key_health',
      ],
      ...['key_legal', 'checklist_number', 'checklist_quotation', 'checklist_event', 'checklist_name'],
      ...['checklist_date', 'checklist_place', 'checklist_comparison', 'checklist_implication', 'checklist_image'],
      ...['checklist_other', 'is_default', 'created_at', 'retired_at'],
      ...['level_r1', 'level_r2', 'level_r3', 'level_r4', 'level_r5', 'level_r6', 'level_r7', 'level_r8', 'level_r9'],
      ...['level_r10', 'level_r11', 'level_r12', 'level_r13', 'level_r15', 'level_r16', 'level_r17', 'level_r18'],
      ...['level_r19', 'level_r20'],
    ],
    without: { name_key: SORTED, ...REVISION },
  },
  file: {
    key: ['id'],
    columns: ['desk_id', 'sha256', 'size', 'media_type', 'name', 'created_at', 'created_by', 'linked_at'],
    without: {},
    while: 'linked_at',
  },
  article: {
    key: ['id'],
    columns: [
      ...['number', 'desk_id', 'title', 'byline', 'outlet', 'url', 'language', 'place', 'dated_on', 'dated_zone'],
      ...['deadline_at', 'asked_by', 'asked_why', 'writer_notes', 'profile_id', 'needs_legal'],
      ...['latest_version_number', 'created_at', 'created_by'],
      ...['put_away_at', 'put_away_by', 'put_away_reason'],
      'language_guessed',
    ],
    without: {
      ...{ title_key: SORTED, find_key: SORTED },
      ...{ changed_seq: 'counts changes of pages', beside_claims_seq: 'counts changes of pages' },
      ...REVISION,
      listed_as: 'follows from its reports and complaints',
    },
  },
  version: {
    key: ['id'],
    columns: ['article_id', 'desk_id', 'number', 'sha256', 'length', 'note', 'created_at', 'created_by'],
    without: { text: 'hashed by itself: sha256' },
  },
  part: {
    key: ['version_id'],
    columns: [LISTED],
    without: {},
    list: { by: 'position', of: ['position', 'role', 'start', 'end'] },
  },
  sentence: {
    key: ['version_id'],
    columns: [LISTED],
    without: {},
    list: { by: 'number', of: ['id', 'number', 'paragraph', 'part_position', 'start', 'end'] },
  },
  as_ran: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'sha256', 'length', 'address', 'page_sha256', 'brought_by', 'brought_at'],
      ...['version_id', 'initialled_by', 'initialled_at', 'reason'],
    ],
    without: { text: 'hashed by itself: sha256', outline: 'follows from the text' },
  },
  version_original: { key: ['version_id'], columns: ['desk_id', 'file_id'], without: {} },
  proposed_source: {
    key: ['version_id', 'position'],
    columns: [
      ...['start', 'end', 'title', 'url', 'note', 'decision', 'decided_by', 'decided_at', 'source_id', 'evidence_id'],
    ],
    without: {},
  },
  party: { key: ['id'], columns: ['article_id', 'name', 'role'], without: { name_key: SORTED } },
  claim: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'number', 'kind', 'statement', 'state', 'is_key', 'checker_id', 'second_reader_id'],
      ...[
        'waiver_id',
        'attribution_verdict',
        'content_verdict_id',
        'verdict_sentence',
        'as_of',
        'assignee_id',
        'due_at',
      ],
      ...['state_line', 'marked_by', 'marked_at', 'closed_at', 'check_again', 'same_as_id'],
    ],
    without: { due_key: SORTED, is_put_away: 'follows from the article', ...REVISION },
  },
  claim_anchor: {
    key: ['claim_id', 'version_id'],
    columns: ['article_id', 'version_length', 'start', 'end', 'status', 'placed_by', 'cause'],
    without: {},
  },
  claim_attribution: { key: ['claim_id', 'position'], columns: ['article_id', 'party_id'], without: {} },
  figure: {
    key: ['id'],
    columns: [...['claim_id', 'version_id', 'position', 'value', 'comparator', 'low', 'high', 'unit', 'start', 'end']],
    without: {},
  },
  tick: { key: ['id'], columns: ['version_id', 'start', 'end', 'person_id', 'at', 'note'], without: {} },
  initial: { key: ['sentence_id'], columns: ['person_id', 'at'], without: {} },
  paragraph_assignee: { key: ['version_id', 'paragraph'], columns: ['person_id'], without: {} },
  suggestion: {
    key: ['version_id', 'start', 'end'],
    columns: ['taken_claim_id', 'dismissed_by', 'dismissed_at'],
    without: {},
  },
  finding_decision: {
    key: ['version_id', 'finding_key'],
    columns: [
      ...['article_id', 'decision', 'reason', 'claim_id', 'query_number', 'fix_number', 'decided_by', 'decided_at'],
    ],
    without: {},
  },
};
