// Paragraphs out of the lines of a PDF; what the ends of lines divided is joined again. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Block } from '../block.ts';
import type { Line } from './lines.ts';

export interface Paragraphs {
  blocks: Block[];
  /** Words and numbers that the end of a line divided, as they stand now. */
  joined: string[];
}

export function paragraphsOf(lines: Line[]): Paragraphs {
  const size = median(lines.map(({ height }) => height));
  const gap = median(
    lines.slice(1).flatMap((line, at) => {
      const down = itemAt(lines, at).y - line.y;
      return line.page === lines[at]?.page && down > 0 ? [down] : [];
    }),
  );
  const right = Math.max(0, ...lines.map(({ text }) => text.length));
  const blocks: Block[] = [];
  const joined: string[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const block = blocks.at(-1);
    if (!block || !last || begins(line, last, { gap, right })) blocks.push(blockOf(line, size));
    else joined.push(...addLine(block, line));
    last = line;
  }
  return { blocks, joined };
}

function begins(line: Line, last: Line, { gap, right }: { gap: number; right: number }): boolean {
  if (line.text.includes('\t') || last.text.includes('\t')) return true;
  if (Math.abs(line.height - last.height) > last.height * 0.15) return true;
  // "of whom 3." at the end of a line, and "5 percent" on the next, are one number.
  const ended = /[.!?…:”"'’)\]]$/.test(last.text) && !goesOnAsNumber(last.text, line.text);
  if (line.page !== last.page || line.y > last.y) return ended && last.text.length < right * 0.9;
  if (last.y - line.y > gap * 1.35) return true;
  if (line.x - last.x > line.height * 0.7) return ended;
  return ended && last.text.length < right * 0.6;
}

function goesOnAsNumber(before: string, after: string): boolean {
  return /\d[.,]$/.test(before) && /^\d/.test(after);
}

function blockOf(line: Line, size: number): Block {
  const isLarge = line.height > size * 1.25;
  const isRow = line.text.includes('\t');
  const links = line.links.map((link) => ({ ...link, title: '' }));
  const role = isRow ? 'item' : isLarge ? 'heading' : 'text';
  return { role, rank: role === 'heading' ? 1 : 0, text: line.text, links, references: [], begins: [] };
}

/** Adds a line to its paragraph; gives back the word or number that was joined, if one was. */
function addLine(block: Block, line: Line): string[] {
  const how = joint(block.text, line.text);
  if (how.cut) block.text = block.text.slice(0, -1);
  block.text += how.with;
  const base = block.text.length;
  block.text += line.text;
  for (const { start, end, url } of line.links) {
    const before = block.links.at(-1);
    if (before?.url === url && before.end >= base - 1 && start === 0) before.end = base + end;
    else block.links.push({ start: base + start, end: base + end, url, title: '' });
  }
  return how.with === '' ? [wordAt(block.text, base)] : [];
}

interface Joint {
  /** Whether the hyphen at the end goes. */
  cut: boolean;
  with: '' | ' ';
}

/** First parts of words that keep their hyphen. */
const KEEPS_HYPHEN =
  /(?:^|[\s“"‘(])(?:all|anti|cross|ex|far|first|half|high|ill|long|low|mid|near|non|one|pro|second|self|semi|short|so|third|three|two|well|year|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)-$/i;

function joint(before: string, after: string): Joint {
  if (before.endsWith('\u00AD')) return { cut: true, with: '' };
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after)) return { cut: !KEEPS_HYPHEN.test(before), with: '' };
  // COVID-19, 2010-2012, 3–2: the hyphen belongs to what stands around it.
  if (/[\p{L}\p{N}][-‐‑–]$/u.test(before) && /^[\p{Lu}\p{N}]/u.test(after)) return { cut: false, with: '' };
  // A sign of its own before a number, and a number that is divided at its comma.
  if (/(?:^|[\s(])[-−–+$€£]$/u.test(before) && /^\d/.test(after) && !/\d\s[-−–+]$/.test(before))
    return { cut: false, with: '' };
  if (/\d,$/.test(before) && /^\d{3}(?!\d)/.test(after)) return { cut: false, with: '' };
  if (/\d\.$/.test(before) && /^\d/.test(after)) return { cut: false, with: '' };
  return { cut: false, with: ' ' };
}

/** The word around a place. */
function wordAt(text: string, at: number): string {
  const before = /\S*$/.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(at))?.[0] ?? '';
  return (before + after).replace(/^[“"‘(]+|[,.;:!?)”"’]+$/g, '');
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
