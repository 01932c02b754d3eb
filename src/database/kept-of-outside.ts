// Columns of which the log keeps a hash: what people outside the desk answer and hand in by a link.
import { type KeptTables, TAKEN } from './kept-table.ts';

export const KEPT_OF_OUTSIDE: KeptTables = {
  facts_link: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'name', 'note', 'version_number', 'created_by', 'created_at', 'expires_at'],
      ...['withdrawn_by', 'withdrawn_at', 'how_known', 'may_name', 'answered_at', 'times_answered', 'contact_id'],
      ...['source_id', 'erased_by', 'erased_at', 'erasure_reason'],
    ],
    without: {
      token_hash: 'no hash of a token is put into the log',
      first_opened_at: 'a visit sets it',
      last_opened_at: 'each visit sets it',
    },
  },
  facts_sentence: { key: ['link_id', 'position'], columns: ['article_id', 'number', 'words'], without: {} },
  facts_answer: {
    key: ['id'],
    columns: [
      ...['link_id', 'position', 'article_id', 'verdict', 'says', 'at', 'superseded_at', 'noted_by', 'noted_at'],
    ],
    without: {},
  },
  facts_use: {
    key: ['answer_id', 'claim_id'],
    columns: ['decision', 'evidence_id', 'decided_by', 'decided_at'],
    without: {},
  },
  handed_piece: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'link_id', 'kind', 'handed_at', 'is_confidential', 'about', 'name', 'body', 'phone'],
      ...['mail', 'words', 'file_id', 'size', 'media_type', 'decision', 'decided_by', 'decided_at', 'source_id'],
      ...['evidence_id', 'erased_by', 'erased_at'],
    ],
    without: { sha256: TAKEN },
  },
};
