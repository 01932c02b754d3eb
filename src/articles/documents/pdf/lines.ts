// Lines from the placed pieces of a PDF's text. Pure.
import { normalised } from '#src/piled-marks.ts';
import { cleanControls } from '#src/text-fields.ts';
import { lowered, raised } from '../raised.ts';

/** A piece of text as the PDF places it: x and y of its start, from the lower left corner, in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  ends_line: boolean;
}

export interface LinkArea {
  url: string;
  left: number;
  bottom: number;
  right: number;
  top: number;
}

export interface Line {
  text: string;
  page: number;
  x: number;
  y: number;
  height: number;
  /** Where its last letter ends, from the left. */
  end: number;
  /** Its words as wide gaps part them; in the text each gap is a tab. */
  cells: { x: number; start: number; end: number }[];
  links: { start: number; end: number; url: string }[];
}

/** A gap this many times as wide as letters are high parts the cells of a table, or columns. */
const WIDE = 2.2;
/** Between two figures it is less: three of them that lie close are not thousands of one number. */
const WIDE_OF_FIGURES = 0.7;

/** The lines of a page in the order in which they are written. */
export function linesOf(pieces: Piece[], areas: LinkArea[], page: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const text = normalised(cleanControls(piece.text).replace(/\s+/g, ' '), 'NFC');
    const isBlank = text.trim() === '';
    if (line && !isBlank && (isOffTheLine(piece, line) || isAfterDropCap(piece, line))) line = push(lines, line);
    if (!isBlank || line) {
      line ??= { text: '', page, x: piece.x, y: piece.y, height: piece.height, end: piece.x, cells: [], links: [] };
      write(line, { ...piece, text: shifted(text, piece, line) }, areas);
    }
    if (piece.ends_line && line) line = push(lines, line);
  }
  if (line) push(lines, line);
  return lines;
}

function isOffTheLine(piece: Piece, line: Line): boolean {
  return Math.abs(piece.y - line.y) > Math.max(line.height, piece.height) * 0.6;
}

/** Small figures above or below the line are letters of their own: 10⁶ is not 106. */
function shifted(text: string, piece: Piece, line: Line): string {
  if (line.text === '' || piece.height > line.height * 0.8) return text;
  if (piece.y > line.y + line.height * 0.15) return raised(text);
  return piece.y < line.y - line.height * 0.08 ? lowered(text) : text;
}

/** A letter as high as two lines is a line of its own. */
function isAfterDropCap(piece: Piece, line: Line): boolean {
  return line.height >= piece.height * 1.7 && /^[“"‘]?\p{Lu}\s*$/u.test(line.text);
}

function push(lines: Line[], line: Line): undefined {
  const text = line.text.trimEnd();
  const cells = line.cells.map((cell, at) => ({ ...cell, end: line.cells[at + 1]?.start ?? text.length }));
  if (text !== '') lines.push({ ...line, text, cells });
  return undefined;
}

function write(line: Line, piece: Piece, areas: LinkArea[]): void {
  const isBlank = piece.text.trim() === '';
  const wide = /\d\s*$/.test(line.text.slice(-4)) && /^\s*\d/.test(piece.text) ? WIDE_OF_FIGURES : WIDE;
  if (!isBlank && line.text !== '' && piece.x - line.end > wide * piece.height) line.text = `${line.text.trimEnd()}\t`;
  const words = /^\s|^$/.test(line.text.slice(-1)) ? piece.text.trimStart() : piece.text;
  const start = line.text.length;
  if (!isBlank && /^$|\t$/.test(line.text)) line.cells.push({ x: piece.x, start, end: start });
  if (!isBlank) line.end = piece.x + piece.width;
  line.text += words;
  line.height = Math.max(line.height, piece.height);
  const middle = piece.y + piece.height / 3;
  for (const { url, left, right, bottom, top } of areas) {
    if (middle < bottom || middle > top || piece.width <= 0) continue;
    const share = (x: number) => Math.min(1, Math.max(0, (x - piece.x) / piece.width));
    const range = wordsWithin(words, Math.round(share(left) * words.length), Math.round(share(right) * words.length));
    if (range.start < range.end) line.links.push({ start: start + range.start, end: start + range.end, url });
  }
}

/** Whole words: letters are not equally wide, so the ends of a share fall somewhere near. */
function wordsWithin(text: string, from: number, to: number): { start: number; end: number } {
  if (to - from < 1) return { start: 0, end: 0 };
  let start = from;
  let end = to;
  while (start > 0 && /\S/.test(text.charAt(start - 1)) && start > from - 3) start--;
  while (end < text.length && /\S/.test(text.charAt(end)) && end < to + 3) end++;
  const words = text.slice(start, end);
  start += words.length - words.trimStart().length;
  return { start, end: Math.max(start, end - (words.length - words.trimEnd().length)) };
}
