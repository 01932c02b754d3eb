// The tables of a report and the names of their columns, for CSV and spreadsheets. Pure.
import { OPEN_FIELDS } from '#src/sources/card/source.ts';

export const TABLES = ['claims', 'evidence', 'accounts', 'ticks', 'checks'] as const;
export type TableName = (typeof TABLES)[number];
export type RowCell = string | number | boolean | null;

export const COLUMNS = {
  claims: [
    'number',
    'state',
    'is_key',
    'kind',
    'quote',
    'statement',
    'sentences',
    'start',
    'end',
    'attribution',
    'figures',
    'attribution_verdict',
    'content_verdict',
    'desk_label',
    'public_label',
    'verdict_sentence',
    'as_of',
    'as_of_words',
    'checker',
    'second_reader',
    'closed_at',
    'evidence',
    'sources',
    'first_sources',
    'fixes',
    'not_checked',
    'on_checkers_word',
    'provisional_verdict',
  ],
  evidence: [
    'claim',
    'quote',
    'about',
    'stance',
    'source',
    ...OPEN_FIELDS,
    'added_on',
    'derives_from',
    'first_source',
    'place',
    'passage',
    'lookup',
    'grade',
    'note',
    'speaker',
    'copies',
    'public_reason',
  ],
  accounts: [
    'question',
    'point',
    'rule',
    'rule_sentence',
    'copy',
    'copy_sentence',
    'copy_words',
    'party',
    'role',
    'value',
    'comparator',
    'low',
    'high',
    'unit',
    'as_of',
    'as_of_words',
    'quote',
    'claim',
    'source',
    'title',
    'is_preferred',
    'changed_since',
  ],
  ticks: ['sentence', 'words', 'note', 'on_checkers_word', 'by'],
  checks: ['rule', 'asks', 'level', 'state', 'sentence', 'missing', 'answer', 'words', 'by', 'at', 'at_words', 'of'],
} as const;

/** The names of a table's columns; the last one says for whom it is. */
export function columnsOf(table: TableName): readonly string[] {
  return [...COLUMNS[table], 'audience'];
}
