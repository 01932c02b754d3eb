// What ran beside the version that was checked, sentence by sentence.
import type { Outline } from '#src/articles/as-ran/as-ran.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { pairedSentences, sentenceChangesIn } from '#src/claims/analysis/sentence-pairs.ts';
import { type Direction, dirOf } from '#src/direction.ts';
import { type Html, html } from '#src/http/html.ts';
import { changesBetween } from '#src/reading/alignment/sentence-changes.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
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

/** So many rows are drawn; of a text that ran wholly otherwise the rest is only counted. */
const MOST_ROWS = 200;

interface Pair {
  said: string;
  number: number | null;
  ours: string;
  ran: string;
}

/**
 * A row for each sentence that is not the same in both, in the order of what ran, and how many there are in all. Quotes,
 * dashes and spaces do not count. Throws GaveUp where comparing them took too long.
 */
export async function asRanRows(
  ours: VersionText,
  ran: RanText,
  language: string,
): Promise<{ rows: AsRanRow[]; count: number }> {
  const pairs = await pairsOf(ours, ran);
  return { rows: pairs.slice(0, MOST_ROWS).map((pair) => rowOf(pair, language)), count: pairs.length };
}

async function pairsOf(ours: VersionText, ran: RanText): Promise<Pair[]> {
  const changes = sentenceChangesIn(await pairedSentences(ours, ran), ours);
  const gone = Map.groupBy(changes.gone, (one) => one.before);
  const our = ({ start, end }: { start: number; end: number }) => ours.text.slice(start, end);
  const goneBefore = (number: number): Pair[] =>
    (gone.get(number) ?? []).map(({ sentence }) => ({
      ...{ said: 'not in what ran', number: sentence.number, ours: our(sentence), ran: '' },
    }));
  const pairs = ran.sentences.flatMap(({ number, start, end }): Pair[] => {
    const words = ran.text.slice(start, end);
    const [old, same] = [changes.changed.get(number), changes.same.get(number)];
    const before = goneBefore(number);
    if (old) return [...before, { said: 'changed', number: old.number, ours: our(old), ran: words }];
    if (changes.fresh.has(number)) return [...before, { said: 'only in what ran', number: null, ours: '', ran: words }];
    if (!same || !changes.moved.has(number)) return before;
    return [...before, { said: 'moved', number: same.number, ours: our(same), ran: words }];
  });
  return [...pairs, ...goneBefore(ran.sentences.length + 1)];
}

function rowOf({ said, number, ours, ran }: Pair, language: string): AsRanRow {
  const drawn = said === 'changed' ? wordDiff(ours, ran) : ours === '' ? wholly('come', ran) : html`${ran}`;
  const row = { said, number, ours, ran: drawn, dir: dirOf(ran || ours, language) };
  return { ...row, figures: said === 'moved' ? '' : sayFigures(ours, ran, language) };
}

/** The figures that only one of the two has; '' where the numbers are the same. */
function sayFigures(ours: string, ran: string, language: string): string {
  const whole = (text: string) => ({ text, sentence: { start: 0, end: text.length }, speaker: null, language });
  if (ours !== '' && ran !== '' && !changesBetween(whole(ours), whole(ran)).includes('number')) return '';
  const [was, is] = [figuresIn(ours, language), figuresIn(ran, language)];
  const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
  if (gone.length + come.length === 0) return '';
  return `Figures: ${gone.join(', ') || 'none'} → ${come.join(', ') || 'none'}`;
}

function figuresIn(text: string, language: string): string[] {
  return figuresOf(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));
}
