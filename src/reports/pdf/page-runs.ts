// The runs of words on a page of a PDF as Typst writes them: place, font and letters. Pure.

/** Glyphs that are shown in one go, as their codes of four hexadecimal digits. */
export interface Shown {
  /** How far right of the beginning of the run. */
  x: number;
  /** The operand and operator: `[<00010002> 34 <0003>] TJ`. */
  words: string;
  codes: string[];
}

export interface Run {
  /** Where it stands in the content of the page. */
  start: number;
  end: number;
  /** What opens the marked content of its own; '' where others share it. */
  opening: string;
  /** The number of that; null where it has none. */
  mcid: number | null;
  x: number;
  y: number;
  colour: string;
  /** `f0 10`, name and size. */
  font: string;
  /** Read from the right: its glyphs stand in the order of the sheet, the last first. */
  is_reversed: boolean;
  shown: Shown[];
}

const RUN =
  /(?:(\/\w+ <<\s*\/MCID (\d+)\s*(?:\/Lang <[0-9a-f]*>\s*)?>> BDC)\s+)?q\s+1 0 0 -1 (\S+) (\S+) cm\s+([^<>[\]]*?)BT\s([\s\S]*?)\sET\s+Q\s*(EMC\s*)?/g;
const SHOW = /1 0 0 -1 (\S+) 0 Tm\s+(\[[^\]]*\] TJ|<[^>]*> Tj)/g;

/** The runs in their order, of a content without strings in brackets. Left out is what is built in another way, as a run in two fonts. */
export function runsIn(content: string): Run[] {
  return [...content.matchAll(RUN)].map(runOf).filter((run) => run !== null);
}

function runOf(match: RegExpMatchArray): Run | null {
  const [whole, opening = '', mcid, x, y, colour = '', words = '', closing = ''] = match;
  if (opening !== '' && closing === '') return null;
  const fonts = new Set([...words.matchAll(/\/(\w+) (\S+) Tf/g)].map(([, name, size]) => `${name} ${size}`));
  const [font, ...others] = fonts;
  const shown = [...words.matchAll(SHOW)].map(shownOf);
  // A replacement text, a way of drawing, or a move that is none of these: the run is left as it is.
  const is_plain = !/ActualText|[1-7] Tr\b/.test(words) && shown.length === (words.match(/ T[jJ]\b/g)?.length ?? 0);
  if (font === undefined || others.length > 0 || !is_plain) return null;
  const start = match.index ?? 0;
  const end = start + whole.length - (opening === '' ? closing.length : 0);
  const place = { start, end, opening, mcid: mcid === undefined ? null : Number(mcid), x: Number(x), y: Number(y) };
  return { ...place, colour, font, is_reversed: words.includes('/ReversedChars'), shown };
}

function shownOf([, x, words = '']: RegExpMatchArray): Shown {
  const codes = [...words.matchAll(/<([0-9a-f]*)>/gi)].flatMap(
    ([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? [],
  );
  return { x: Number(x), words, codes };
}

/** In points: letters that join others may stand so much higher. */
const A_LITTLE = 2;

export function isOnOneLine(one: Run, other: Run): boolean {
  return Math.abs(one.y - other.y) < A_LITTLE;
}
