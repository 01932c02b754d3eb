// Lines from the placed pieces of a PDF's text, and paragraphs from lines. Pure.
import { itemAt } from '#src/item-at.ts';
import { normalised } from '#src/piled-marks.ts';
import { cleanControls } from '#src/text-fields.ts';
import type { Block } from './flow.ts';

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
  links: { start: number; end: number; url: string }[];
}

/** The lines of a page in the order in which they are written. */
export function linesOf(pieces: Piece[], areas: LinkArea[], page: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const text = normalised(cleanControls(piece.text).replace(/\s+/g, ' '), 'NFC');
    const isBlank = text.trim() === '';
    if (line && !isBlank && Math.abs(piece.y - line.y) > Math.max(line.height, piece.height) * 0.6)
      line = push(lines, line);
    if (!isBlank || line) {
      line ??= { text: '', page, x: piece.x, y: piece.y, height: piece.height, links: [] };
      write(line, { ...piece, text }, areas);
    }
    if (piece.ends_line && line) line = push(lines, line);
  }
  if (line) push(lines, line);
  return lines;
}

function push(lines: Line[], line: Line): undefined {
  const text = line.text.trimEnd();
  if (text !== '') lines.push({ ...line, text });
  return undefined;
}

function write(line: Line, piece: Piece, areas: LinkArea[]): void {
  const words = /^\s|^$/.test(line.text.slice(-1)) ? piece.text.trimStart() : piece.text;
  const start = line.text.length;
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

/** Lines that stand at the top or foot of most pages, and lone page numbers there. */
export function repeatedLines(pages: Line[][]): Set<Line> {
  const edges = pages.flatMap((lines) => [...new Set([...lines.slice(0, 2), ...lines.slice(-2)])]);
  const same = Map.groupBy(edges, (line) => line.text.replace(/\d+/g, '#'));
  const repeated = new Set<Line>();
  for (const [text, lines] of same) {
    const onPages = new Set(lines.map(({ page }) => page)).size;
    const isNumber = /^[\s–—-]*(?:page\s+|p\.\s*)?#(?:\s*(?:\/|of)\s*#)?[\s–—-]*$/i.test(text);
    if (
      (pages.length >= 3 && onPages > pages.length / 2) ||
      (isNumber && pages.length >= 2 && onPages > pages.length / 2)
    )
      for (const line of lines) repeated.add(line);
  }
  return repeated;
}

/** The paragraphs that lines make up, and how many words were joined that a hyphen divided at the end of a line. */
export function paragraphsOf(lines: Line[]): { blocks: Block[]; joined_words: number } {
  const size = median(lines.map(({ height }) => height));
  const gap = median(
    lines.slice(1).flatMap((line, at) => {
      const down = itemAt(lines, at).y - line.y;
      return line.page === lines[at]?.page && down > 0 ? [down] : [];
    }),
  );
  const right = Math.max(0, ...lines.map(({ text }) => text.length));
  const blocks: Block[] = [];
  let joined_words = 0;
  let last: Line | undefined;
  for (const line of lines) {
    const block = blocks.at(-1);
    if (!block || !last || begins(line, last, { gap, right })) blocks.push(blockOf(line, size));
    else if (addLine(block, line)) joined_words += 1;
    last = line;
  }
  return { blocks, joined_words };
}

function begins(line: Line, last: Line, { gap, right }: { gap: number; right: number }): boolean {
  if (Math.abs(line.height - last.height) > last.height * 0.15) return true;
  const ended = /[.!?…:”"'’)\]]$/.test(last.text);
  if (line.page !== last.page || line.y > last.y) return ended && last.text.length < right * 0.9;
  if (last.y - line.y > gap * 1.35) return true;
  if (line.x - last.x > line.height * 0.7) return ended;
  return ended && last.text.length < right * 0.6;
}

function blockOf(line: Line, size: number): Block {
  const isLarge = line.height > size * 1.25;
  const links = line.links.map((link) => ({ ...link, title: '' }));
  return {
    role: isLarge ? 'heading' : 'text',
    rank: isLarge ? 1 : 0,
    text: line.text,
    links,
    references: [],
    begins: [],
  };
}

/** True where a divided word was joined. */
function addLine(block: Block, line: Line): boolean {
  const isDivided = /\p{L}-$/u.test(block.text) && /^\p{Ll}/u.test(line.text);
  if (isDivided || block.text.endsWith('\u00AD')) block.text = block.text.slice(0, -1);
  else block.text += ' ';
  const base = block.text.length;
  block.text += line.text;
  for (const { start, end, url } of line.links) {
    const before = block.links.at(-1);
    if (before?.url === url && before.end >= base - 1 && start === 0) before.end = base + end;
    else block.links.push({ start: base + start, end: base + end, url, title: '' });
  }
  return isDivided;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
