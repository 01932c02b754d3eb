// A JSON text taken apart into entries: a broken one costs no other, each field knows its line. Pure.

export type JsonPiece =
  | { line: number; value: object /** The line of each name of the entry. */; lines: Map<string, number> }
  | { line: number; broken: string; broken_line: number };

/** The objects of a list, or the object itself; of an object that holds a list of objects, those. Never throws. */
export function* piecesOfJson(text: string): Generator<JsonPiece> {
  const wrapped = /^\s*\{\s*"(?:items|references|data)"\s*:\s*(?=\[)/.exec(text);
  const lines = lineCounter(text);
  let at = wrapped?.[0].length ?? 0;
  let cuts = 0;
  for (;;) {
    const begin = text.indexOf('{', at);
    if (begin < 0) return;
    const end = endOfObject(text, begin);
    const line = lines(begin);
    if (end.is_cut) {
      cuts += 1;
      yield { line, broken: cuts < MOST_CUTS ? CUT : `${CUT} Neither could what follows.`, broken_line: line };
      if (cuts === MOST_CUTS) return;
    } else yield pieceIn(text.slice(begin, end.at), line);
    at = end.at;
  }
}

const CUT = 'an object begins here and never ends, or runs into the next one. It could not be read.';
/** Looking for an end that is not there reads the whole text; so often is enough. */
const MOST_CUTS = 50;

/** Where the object that begins here ends; cut where it does not, at the beginning of what looks like the next one. */
function endOfObject(text: string, begin: number): { at: number; is_cut: boolean } {
  const marks = /["{}[\]\n]/g;
  marks.lastIndex = begin;
  let depth = 0;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const [mark] = found;
    if (mark === '"') {
      const end = endOfWords(text, found.index);
      if (end < 0) return { at: nextObject(text, begin), is_cut: true };
      marks.lastIndex = end;
    } else if (mark === '{' || mark === '[') depth += 1;
    else if (mark !== '\n') {
      depth -= 1;
      if (depth === 0) return { at: found.index + 1, is_cut: false };
    }
  }
  return { at: nextObject(text, begin), is_cut: true };
}

/** Behind the closing mark of the words that begin here; -1 where the line ends first, which JSON does not allow. */
function endOfWords(text: string, begin: number): number {
  for (let at = begin + 1; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === 92) at += 1;
    else if (letter === 34) return at + 1;
    else if (letter === 10) return -1;
  }
  return -1;
}

function nextObject(text: string, begin: number): number {
  const next = /\n[ \t]*\{|\}\s*,\s*\{/g;
  next.lastIndex = begin + 1;
  const found = next.exec(text);
  return found === null ? text.length : found.index + found[0].length - 1;
}

function pieceIn(slice: string, line: number): JsonPiece {
  try {
    return { line, value: JSON.parse(slice) as object, lines: linesOfNames(slice, line) };
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    const broken_line = line + (slice.slice(0, position).match(/\n/g)?.length ?? 0);
    return { line, broken: 'this is not JSON: a comma, a bracket or a quotation mark is wrong here.', broken_line };
  }
}

/** The line on which each name of the outermost object stands. */
function linesOfNames(slice: string, first: number): Map<string, number> {
  const lines = new Map<string, number>();
  const names = /\n|"((?:[^"\\\n]|\\.)*)"(\s*:)?|[{}[\]]/g;
  let line = first;
  let depth = 0;
  for (const [mark, name, colon] of slice.matchAll(names)) {
    if (mark === '\n') line += 1;
    else if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    else if (depth === 1 && colon !== undefined && name !== undefined) {
      if (!lines.has(name)) lines.set(name, line);
    }
    if (colon !== undefined) line += colon.split('\n').length - 1;
  }
  return lines;
}

function lineCounter(text: string): (position: number) => number {
  let at = 0;
  let line = 1;
  return (position) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < position; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
