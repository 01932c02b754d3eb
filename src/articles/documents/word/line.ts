// One line of a Word document as it grows: its words, and which piece of XML each of them stands in. Pure.
import { normalised } from '#src/piled-marks.ts';
import { cleanControls, cleanLine } from '#src/text-fields.ts';
import type { Block } from '../block.ts';
import type { XmlElement } from './xml-tree.ts';

/** Letters of a line that stand in one `w:t`; half open, in UTF-16 code units of the line. */
export interface Piece {
  start: number;
  end: number;
  run: XmlElement;
  text: XmlElement;
  /** Where they begin in the text of the `w:t`; undefined where they are not letter for letter what it holds. */
  offset: number | undefined;
}

/** A change that the writer's document tracks and nobody has taken or refused yet. */
export interface PendingChange {
  kind: 'insertion' | 'deletion';
  author: string;
  /** As the document says it; '' where it does not. */
  dated: string;
  /** What was inserted or deleted, as the document has it. */
  text: string;
  start: number;
  end: number;
}

/** Whose change or comment it is, and when, as the document says it; '' where it does not. */
export function whoSaid(attributes: XmlElement['attributes']): { author: string; dated: string } {
  return { author: cleanLine(attributes['w:author'] ?? ''), dated: attributes['w:date'] ?? '' };
}

export interface WordBlock extends Block {
  pieces: Piece[];
  changes: PendingChange[];
  /** While it grows: with how much white space it ends, and its last letters. To look for them in it would copy all of it each time. */
  trail: number;
  tail: string;
}

const TAIL = 120;

export function emptyLine(): WordBlock {
  const places = { links: [], references: [], begins: [], pieces: [], changes: [] };
  return { role: 'text', rank: 0, text: '', ...places, trail: 0, tail: '' };
}

/** Where letters come from; left out for what Word prints of its own. */
export interface Origin {
  run: XmlElement;
  text: XmlElement;
}

/** Adds words to a line: spaces collapse, and none stands at its beginning; tabs and line ends stay. */
export function addWords(line: WordBlock, raw: string, origin?: Origin): void {
  const words = normalised(cleanControls(raw).replaceAll('\u00AD', ''), 'NFC');
  const isExact = words === raw;
  let follows = line.text === '' || line.trail > 0;
  let from = 0;
  for (const kept of words.split(SPACES)) {
    const at = from;
    from += kept.length;
    if (kept === '') continue;
    const isSpace = /^[ \t\r\n\f]/.test(kept);
    const text = isSpace ? (kept.includes('\t') ? '\t' : ' ') : kept;
    if (isSpace && follows) continue;
    follows = isSpace;
    const start = line.text.length;
    grow(line, text);
    if (origin) addPiece(line, { start, end: start + text.length, ...origin, offset: isExact ? at : undefined });
  }
}

function grow(line: WordBlock, text: string): void {
  line.text += text;
  line.tail = (line.tail + text).slice(-TAIL);
  const trail = text.length - text.trimEnd().length;
  line.trail = trail === text.length ? line.trail + trail : trail;
}

/** Begins a new line of the same paragraph; not at its beginning. */
export function breakLine(line: WordBlock): void {
  const length = line.text.length - line.trail;
  if (length === 0) return;
  Object.assign(line, { text: `${line.trail === 0 ? line.text : line.text.trimEnd()}\n`, tail: '', trail: 1 });
}

/** Spaces that are not one between two words, each a piece of its own: most texts are one piece. */
const SPACES = /(^[ \t\r\n\f]+|[ \t\r\n\f]{2,}|[\t\r\n\f]|[ \t\r\n\f]+$)/;

/** One piece where it goes on with the last one. */
function addPiece(line: WordBlock, piece: Piece): void {
  const last = line.pieces.at(-1);
  const goesOn =
    last !== undefined &&
    last.text === piece.text &&
    last.end === piece.start &&
    (last.offset === undefined ? piece.offset === undefined : piece.offset === last.offset + (last.end - last.start));
  if (goesOn) last.end = piece.end;
  else line.pieces.push(piece);
}

function leadOf(words: string): number {
  return words.length - words.trimStart().length;
}

/** The line without the spaces at its end; what stood on them ends with the words. */
export function trimmed(line: WordBlock): WordBlock {
  const text = line.text.trimEnd();
  const end = text.length;
  const cut = <Place extends { start: number; end: number }>(places: Place[]) =>
    places.filter(({ start }) => start < end).map((place) => ({ ...place, end: Math.min(place.end, end) }));
  return {
    ...line,
    text,
    pieces: cut(line.pieces),
    links: cut(line.links.map((link) => ({ ...link, start: link.start + leadOf(text.slice(link.start, link.end)) }))),
    references: line.references.map(({ at, id }) => ({ at: Math.min(at, end), id })),
  };
}
