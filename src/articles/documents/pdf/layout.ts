// How the lines of a PDF page lie: columns beside one another, drop caps, running heads. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Line } from './lines.ts';

const SAME_PLACE = 4;
const LEAST_LINES = 3;
const WORDS_OF_PROSE = 3.5;

/** The lines with those of columns in the order in which they are read, and how many columns were found. */
export function inColumns(lines: Line[]): { lines: Line[]; columns: number } {
  const ordered: Line[] = [];
  let columns = 0;
  for (let at = 0; at < lines.length; ) {
    const run = columnsFrom(lines, at);
    if (run === undefined) {
      ordered.push(itemAt(lines, at));
      at += 1;
    } else {
      ordered.push(...run.columns.flat());
      columns = Math.max(columns, run.columns.length);
      at = run.end;
    }
  }
  return { lines: ordered, columns };
}

/** Lines from here that have cells of prose at the same places; a column may go on below the end of another. */
function columnsFrom(lines: Line[], start: number): { columns: Line[][]; end: number } | undefined {
  const first = itemAt(lines, start);
  const places = first.cells.map(({ x }) => x);
  if (places.length < 2) return undefined;
  const columns: Line[][] = places.map(() => []);
  let whole = 0;
  let end = start;
  for (; end < lines.length; end++) {
    const line = itemAt(lines, end);
    const at = line.cells.map(({ x }) => places.findIndex((place) => Math.abs(place - x) <= SAME_PLACE));
    const isOver = at.includes(-1) || (line.cells.length === 1 && line.end > (places[itemAt(at, 0) + 1] ?? Infinity));
    if (isOver) break;
    if (line.cells.length === places.length) whole += 1;
    for (const [number, one] of cellLines(line).entries()) columns[itemAt(at, number)]?.push(one);
  }
  return whole >= LEAST_LINES && columns.every(isProse) ? { columns, end } : undefined;
}

function isProse(column: Line[]): boolean {
  const words = column.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return words / column.length >= WORDS_OF_PROSE;
}

/** The cells of a line as lines of their own. */
function cellLines(line: Line): Line[] {
  return line.cells.map(({ start, end, x }) => ({
    ...line,
    text: line.text.slice(start, end).trim(),
    x,
    cells: [{ x, start: 0, end: end - start }],
    links: line.links
      .filter((link) => link.start >= start && link.end <= end)
      .map((link) => ({ ...link, start: link.start - start, end: link.end - start })),
  }));
}

/** After these letters a word may begin or go on: what goes on with them, of the words that begin articles. */
const GOES_ON: Record<string, RegExp> = {
  A: /^(?:n?d?|s|t|ll?|fter|bout|cross|gain|gainst|head|lmost|lone|long|lready|lso|lthough|lways|mid|mong|n|nd|ny|nother|part|re|round|ccording|dults?|frican?|fghan\w*|merican?s?|sian?|ustralian?|pril|ugust|round)$/,
  I: /^(?:n|f|t|ts|s|nside|nstead|nto|srael\w*|ran\w*|raq\w*|ndian?|reland|rish|talian?|taly|t’s|t's|magine)$/,
  O: /^(?:n|f|r|ne|nly|nce|ver|ut|ur|ther|ctober|fficials?|fficers?|pponents?|pposition|rganisers?)$/,
};

/** A large first letter goes to the line beside it. */
export function withDropCaps(lines: Line[]): Line[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (isDropCap(line, lines[at + 1])) return [];
    return before && isDropCap(before, line) ? [begunWith(line, before.text)] : [line];
  });
}

function isDropCap(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.page !== line.page || !/^[“"‘]?\p{Lu}$/u.test(line.text)) return false;
  const isBeside = next.x > line.x && next.y >= line.y - next.height && next.y <= line.y + line.height;
  return line.height >= next.height * 1.7 && isBeside && /^[\p{Ll}\p{Lu}’']/u.test(next.text);
}

function begunWith(line: Line, letter: string): Line {
  const word = /^[\p{L}’']+/u.exec(line.text)?.[0] ?? '';
  const goesOn = GOES_ON[letter.slice(-1)];
  const isWord = goesOn !== undefined && /^\p{Ll}/u.test(word) && !goesOn.test(word);
  const before = isWord ? `${letter} ` : letter;
  const by = before.length;
  return {
    ...line,
    text: before + line.text,
    links: line.links.map((link) => ({ ...link, start: link.start + by, end: link.end + by })),
  };
}

/** A title and a name at the top; at the foot, a line and an address above the number of the page. */
const EDGE = 3;
/** Of these, lines that differ only in their figures may be the same; further in they may be rows of a table. */
const OUTERMOST = 2;

/** Lines that stand at the top or foot of most pages, and lone page numbers there. */
export function repeatedLines(pages: Line[][]): Set<Line> {
  const edges = pages.flatMap((lines) => edgesOf(lines, EDGE));
  const outermost = new Set(pages.flatMap((lines) => edgesOf(lines, OUTERMOST)));
  const same = Map.groupBy(edges, (line) => (outermost.has(line) ? line.text.replace(/\d+/g, '#') : line.text));
  const repeated = new Set<Line>();
  for (const [text, lines] of same) {
    const onPages = new Set(lines.map(({ page }) => page)).size;
    const isNumber = /^[\s–—-]*(?:page\s+|p\.\s*)?#(?:\s*(?:\/|of)\s*#)?[\s–—-]*$/i.test(text);
    const isOnMost = pages.length >= 2 && onPages > pages.length / 2;
    if (isOnMost && (pages.length >= 3 || isNumber || isRunningHead(lines, pages)))
      for (const line of lines) repeated.add(line);
  }
  return repeated;
}

function edgesOf(lines: Line[], count: number): Line[] {
  return [...new Set([...lines.slice(0, count), ...lines.slice(-count)])];
}

/** Of two pages: the same line at the same place of both, apart from the text. */
function isRunningHead(lines: Line[], pages: Line[][]): boolean {
  const [first] = lines;
  if (first === undefined) return false;
  return lines.every((line) => {
    const page = pages.find((one) => one.includes(line)) ?? [];
    const at = page.indexOf(line);
    const away = [page[at - 1], page[at + 1]].filter((one) => one !== undefined).map((one) => Math.abs(one.y - line.y));
    const isAtEdge = at === 0 || at === page.length - 1;
    return isAtEdge && Math.abs(line.y - first.y) < 2 && Math.min(...away) > line.height * 2;
  });
}
