// Words of a cell, run by run: raised digits stay raised, struck words are kept apart. Pure.
import { lowered, raised } from '#src/articles/documents/raised.ts';
import { MOST_LETTERS } from './grid.ts';
import { TOO_LARGE, unreadable } from './unreadable.ts';

export interface RunLook {
  is_struck: boolean;
  shift: 'raised' | 'lowered' | '';
}

export const PLAIN_RUN: RunLook = { is_struck: false, shift: '' };

export class RichText {
  text = '';
  /** The words that were struck through. */
  struck = '';

  /** RuleBroken where a cell alone says more than the desk reads of a file. */
  add(words: string, look: RunLook): void {
    if (this.text.length + this.struck.length > MOST_LETTERS) throw unreadable(TOO_LARGE);
    if (look.is_struck) this.struck += words;
    else if (look.shift === '') this.text += words;
    else this.text += look.shift === 'raised' ? raised(words) : lowered(words);
  }

  lineEnd(): void {
    if (this.text !== '') this.text += '\n';
  }
}
