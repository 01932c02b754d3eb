// The sentences of a text as the choices of a form that asks where the copy shows something.
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option } from '#src/http/form.ts';
import type { VersionText } from './version-text-store.ts';

/** Each sentence by its number with its first words, and first of all none in particular. */
export function sentenceOptions({ text, sentences }: Pick<VersionText, 'text' | 'sentences'>): Option[] {
  const options = sentences.map(({ number, start, end }) => {
    const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
    return { value: String(number), label: `${number}: ${cutAtWord(words, 70)}` };
  });
  return [{ value: '', label: 'wherever the words below are' }, ...options];
}
