// The words of printed sentences: where each begins and ends, and where a stretch of them does. Pure.

export interface Word {
  start: number;
  end: number;
  /** A comma, a quotation mark, a dash or the like stands before or behind it. */
  begins_stretch: boolean;
  ends_stretch: boolean;
}

/** A sentence, or a piece of one, as it stands from this place of the text on. */
export interface Printed {
  start: number;
  text: string;
}

type Bare = { start: number; end: number; before: string; behind: string };

/** A word keeps the quotation mark that it opens or closes, and no comma or full stop behind it but that of "p.m.". */
const WORD = /["“”„«‘(]?[\p{L}\p{N}$€£%][^\s—–]*/gu;

/** The words of these sentences, which stand one behind the other. */
export function wordsOf(sentences: readonly Printed[]): Word[] {
  const words = sentences.flatMap(wordsIn);
  let begins_stretch = true;
  return words.map(({ start, end, before, behind }, index) => {
    const ends_stretch = index === words.length - 1 || /\S/.test(behind);
    const word = { start, end, begins_stretch: begins_stretch || /["“„«‘(]/u.test(before), ends_stretch };
    begins_stretch = ends_stretch;
    return word;
  });
}

function wordsIn({ start, text }: Printed): Bare[] {
  return [...text.matchAll(WORD)].map((match) => {
    const own = withoutMarks(match[0]);
    const [from, to] = [match.index, match.index + own.length];
    const behind = /^[^\p{L}\p{N}]*/u.exec(text.slice(to))?.[0] ?? '';
    return { start: start + from, end: start + to, before: match[0].charAt(0), behind };
  });
}

function withoutMarks(word: string): string {
  const own = word.replace(/[,;:!?…)]+$/u, '');
  return /^[^.]*\.$/u.test(own) ? own.slice(0, -1) : own;
}
