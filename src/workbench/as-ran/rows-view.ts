// What ran beside the version that was checked, sentence by sentence.
import type { Outline } from '#src/articles/as-ran/as-ran.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { sentenceChangesOf } from '#src/claims/analysis/version-changes.ts';
import { type Direction, dirOf } from '#src/direction.ts';
import { type Html, html } from '#src/http/html.ts';
import { changesBetween } from '#src/reading/alignment/sentence-changes.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import type { Range } from '#src/reading/text/range.ts';
import { wholly, wordDiff } from '#src/word-diff.ts';

export interface AsRanRow {
  /** "changed", "only in what ran", "not in what ran", "moved". */
  said: string;
  /** The number of the sentence in the version; null where it has none. */
  number: number | null;
  ours: string;
  ran: Html;
  dir: Direction | 'auto';
  /** "Figures: 100 → 80"; '' where no number differs. */
  figures: string;
}

export interface RanText {
  text: string;
  sentences: Outline['sentences'];
}

/** A row for each sentence that is not the same in both, in the order of what ran. Quotes, dashes and spaces do not count. */
export function asRanRows(ours: VersionText, ran: RanText, language: string): AsRanRow[] {
  const changes = sentenceChangesOf(ours, ran);
  const gone = Map.groupBy(changes.gone, (one) => one.before);
  const rows: AsRanRow[] = [];
  const goneBefore = (number: number) => {
    for (const { sentence } of gone.get(number) ?? []) {
      const words = wordsOf(ours.text, sentence);
      const figures = sayFigures(words, '');
      rows.push({
        said: 'not in what ran',
        number: sentence.number,
        ours: words,
        ran: html``,
        ...told(words),
        figures,
      });
    }
  };
  const told = (words: string) => ({ dir: dirOf(words, language) });
  for (const sentence of ran.sentences) {
    goneBefore(sentence.number);
    const words = wordsOf(ran.text, sentence);
    const old = changes.changed.get(sentence.number);
    const same = changes.same.get(sentence.number);
    if (old) {
      const was = wordsOf(ours.text, old);
      const row = { said: 'changed', number: old.number, ours: was, ran: wordDiff(was, words) };
      rows.push({ ...row, ...told(words), figures: sayFigures(was, words) });
    } else if (changes.fresh.has(sentence.number)) {
      const row = { said: 'only in what ran', number: null, ours: '', ran: wholly('come', words) };
      rows.push({ ...row, ...told(words), figures: sayFigures('', words) });
    } else if (same && changes.moved.has(sentence.number))
      rows.push({ said: 'moved', number: same.number, ours: words, ran: html`${words}`, ...told(words), figures: '' });
  }
  goneBefore(ran.sentences.length + 1);
  return rows;
}

function wordsOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

/** The figures that only one of the two has; '' where the numbers are the same. */
function sayFigures(ours: string, ran: string): string {
  const whole = (text: string) => ({ text, sentence: { start: 0, end: text.length }, speaker: null });
  if (ours !== '' && ran !== '' && !changesBetween(whole(ours), whole(ran)).includes('number')) return '';
  const [was, is] = [figuresIn(ours), figuresIn(ran)];
  const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
  if (gone.length + come.length === 0) return '';
  return `Figures: ${gone.join(', ') || 'none'} → ${come.join(', ') || 'none'}`;
}

function figuresIn(text: string): string[] {
  return figuresOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}
