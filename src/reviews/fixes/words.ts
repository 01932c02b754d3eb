// What the states of a fix are called, everywhere. Pure.
import type { FixTable } from '../tables.ts';

export type FixState = FixTable['state'];

/** In the order in which a fix goes through them. */
export const FIX_STATES = ['asked', 'agreed', 'in_copy', 'refused'] as const satisfies FixState[];

export interface FixWords {
  label: string;
  /** The name of a list of such fixes, and what becomes of them. */
  group: string;
  hint: string;
  /** How it is told to the writer, who has no words of the desk. */
  to_writer: string;
}

export const FIX_WORDS: Record<FixState, FixWords> = {
  asked: {
    label: 'proposed',
    group: 'Not decided yet',
    hint: 'the editor says whether the copy changes',
    to_writer: 'not decided yet',
  },
  agreed: {
    label: 'agreed',
    group: 'Agreed, not in the copy',
    hint: 'the next version that has them shows it',
    to_writer: 'agreed, to be made',
  },
  in_copy: { label: 'in the copy', group: 'In the copy', hint: 'a version has them', to_writer: 'in the copy' },
  refused: {
    label: 'refused',
    group: 'Refused',
    hint: 'the copy stays as it is',
    to_writer: 'the copy stays as it is',
  },
};
