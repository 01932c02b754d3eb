// Words of a cell, run by run: raised digits stay raised, struck words are kept apart. Pure.
import { lowered, raised } from '#src/articles/documents/raised.ts';

export interface RunLook {
  is_struck: boolean;
  shift: 'raised' | 'lowered' | '';
}

export const PLAIN_RUN: RunLook = { is_struck: false, shift: '' };

export class RichText {
  text = '';
  /** The words that were struck through. */
  struck = '';

  add(words: string, look: RunLook): void {
    if (look.is_struck) this.struck += words;
    else if (look.shift === '') this.text += words;
    else this.text += look.shift === 'raised' ? raised(words) : lowered(words);
  }

  lineEnd(): void {
    if (this.text !== '') this.text += '\n';
  }
}
