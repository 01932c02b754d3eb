// Columns of which the log keeps a hash: how spreadsheets are read, and what they say of claims.
import { type KeptTables, SORTED } from './kept-table.ts';

export const KEPT_OF_SHEETS: KeptTables = {
  sheet_columns: {
    key: ['id'],
    columns: ['desk_id', 'header_key', 'columns', 'set_by', 'set_at'],
    without: {},
  },
  sheet_status: {
    key: ['id'],
    columns: ['desk_id', 'status_key', 'status', 'verdict_id', 'set_by', 'set_at'],
    without: {},
  },
  sheet_entry: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'claim_id', 'what', 'said', 'verdict_id', 'sheet', 'row', 'other_words'],
      ...['added_by', 'added_at', 'decision', 'decided_by', 'decided_at'],
    ],
    without: { said_key: SORTED },
  },
  sheet_row: {
    key: ['id'],
    columns: [
      ...['desk_id', 'article_id', 'sheet', 'row', 'line', 'added_by', 'added_at', 'claim_id', 'settled_by'],
      'settled_at',
    ],
    without: { row_key: SORTED },
  },
};
