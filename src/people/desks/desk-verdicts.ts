// The verdicts a new desk starts with, in the order of the keys 1 to 7.
import type { VerdictTable } from '../tables.ts';

export type VerdictSeed = Pick<VerdictTable, 'meaning' | 'desk_label' | 'public_label' | 'mark' | 'colour'>;

export const FIRST_VERDICTS: readonly VerdictSeed[] = [
  { meaning: 'ok', desk_label: 'OK', public_label: 'Confirmed', mark: '✓', colour: 'confirmed' },
  { meaning: 'fixed', desk_label: 'OK with fix', public_label: 'Corrected', mark: '±', colour: 'corrected' },
  { meaning: 'disputed', desk_label: 'accounts differ', public_label: 'Disputed', mark: '⇄', colour: 'disputed' },
  { meaning: 'context', desk_label: 'needs context', public_label: 'Missing context', mark: '△', colour: 'context' },
  { meaning: 'wrong', desk_label: 'wrong', public_label: 'False', mark: '✕', colour: 'false' },
  {
    meaning: 'unsupported',
    desk_label: 'can’t stand up',
    public_label: 'Not supported',
    mark: '∅',
    colour: 'unsupported',
  },
  { meaning: 'author', desk_label: 'on author', public_label: 'Author’s own reporting', mark: '✎', colour: 'author' },
];
