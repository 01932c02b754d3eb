// The paragraphs, tables and boxes of a Word document in their order.
import type { LeftOut } from '../left-out.ts';
import { type Changes, InlineReader, type InlineRules } from './inline.ts';
import { addWords, emptyLine, type PendingChange, trimmed, type WordBlock, whoSaid } from './line.ts';
import type { Markers } from './numbering.ts';
import { numberingOf, type Style } from './styles.ts';
import { childOf, elementsOf, findAll, saidIn, switchOf, wordsOf, type XmlElement } from './xml-tree.ts';

export interface BlockRules extends InlineRules {
  markers: Markers;
  /** The paragraphs of a document that is embedded in this one, by the id of its relationship; undefined where it is not read. */
  embedded: (id: string) => WordBlock[] | undefined;
}

export class BlockReader {
  readonly blocks: WordBlock[] = [];
  tables = 0;
  readonly #rules: BlockRules;
  readonly #inline: InlineReader;
  /** A paragraph whose end was deleted, or a drop cap: the next one goes on with it. */
  #carried: WordBlock | undefined;
  /** Comments that began in a paragraph without words: they begin with the next one. */
  readonly #begun: string[] = [];

  constructor(rules: BlockRules) {
    this.#rules = rules;
    this.#inline = new InlineReader(rules);
  }

  get pictures(): number {
    return this.#inline.pictures;
  }

  get #leftOut(): LeftOut {
    return this.#rules.left_out;
  }

  /** Reads a body, a cell or a box. */
  read(around: XmlElement): this {
    for (const element of elementsOf(around)) {
      if (element.name === 'w:p') this.#paragraph(element);
      else if (element.name === 'w:tbl') this.#table(element);
      else if (element.name === 'w:altChunk') this.#embedded(element);
      else if (element.name === 'w:sdt') this.#control(element);
      else if (!element.name.endsWith('Pr')) this.read(element);
    }
    return this;
  }

  /** What was carried to a paragraph that never came is one of its own. */
  finish(): this {
    const line = this.#carried;
    this.#carried = undefined;
    if (line) this.#keep(line, line);
    return this;
  }

  #paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    const style = this.#rules.styles.styleOf(saidIn(properties, 'w:pStyle'));
    const own = saidIn(properties, 'w:outlineLvl');
    const role = roleOf(style, own === undefined ? style.rank : Number(own) < 6 ? Number(own) + 1 : undefined);
    const line = this.#carried ?? emptyLine();
    this.#carried = undefined;
    line.begins.push(...this.#begun.splice(0).map((id) => ({ at: 0, id })));
    const numbering = numberingOf(properties, style.numbering);
    const marker = numbering && wordsOf(element) !== '' ? this.#rules.markers.next(numbering) : '';
    if (marker !== '') addWords(line, marker);
    const isItem = marker !== '' && role.role === 'text';
    const place = isItem ? { role: 'item' as const, rank: 0 } : role;
    this.#inline.onBreak = () => {
      this.#keep(this.#inline.line, place);
      this.#inline.begin(emptyLine(), style);
    };
    this.#inline.begin(line, style);
    this.#inline.read(element);
    const read = this.#inline.line;
    if (this.#rules.changes === 'both')
      read.changes.push(...changeOfEnd(childOf(properties, 'w:rPr'), read.text.length));
    if (this.#goesOn(properties)) this.#carried = { ...read, ...place };
    else if (marker === '' || read.text.trim() !== marker.trim()) this.#keep(read, place);
    for (const box of this.#inline.boxes.splice(0)) this.read(box);
  }

  /** Whether the next paragraph goes on with this one: its end was deleted (or not yet inserted), or it is a drop cap. */
  #goesOn(properties: XmlElement | undefined): boolean {
    const mark = childOf(properties, 'w:rPr');
    const gone = GONE_ENDS[this.#rules.changes];
    const isDropCap = /^(drop|margin)$/.test(childOf(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '');
    return isDropCap || gone.some((name) => childOf(mark, name) !== undefined);
  }

  #keep(line: WordBlock, { role, rank }: Pick<WordBlock, 'role' | 'rank'>): void {
    const block = trimmed({ ...line, role, rank });
    if (block.text !== '') {
      this.blocks.push(block);
      return;
    }
    this.#begun.push(...block.begins.map(({ id }) => id));
    const last = this.blocks.at(-1);
    if (last) last.references.push(...block.references.map(({ id }) => ({ at: last.text.length, id })));
  }

  #control(element: XmlElement): void {
    const properties = childOf(element, 'w:sdtPr');
    const [gallery] = properties ? findAll(properties, 'w:docPartGallery') : [];
    const content = childOf(element, 'w:sdtContent');
    if (content === undefined) return;
    if (gallery?.attributes['w:val'] === 'Table of Contents')
      this.#leftOut.add('The table of contents', wordsOf(content));
    else if (switchOf(properties, 'w:showingPlcHdr'))
      this.#leftOut.add('Placeholders of fields that nobody filled in', wordsOf(content));
    else this.read(content);
  }

  #embedded(element: XmlElement): void {
    const blocks = this.#rules.embedded(element.attributes['r:id'] ?? '');
    if (blocks) this.blocks.push(...blocks);
  }

  /** A table of figures is a line a row; one that only lays a page out is read cell by cell. */
  #table(table: XmlElement): void {
    this.finish();
    this.tables += 1;
    const rows = rowsOf(table).filter((row) => !this.#isGone(row));
    const cells = rows.map((row) => cellsOf(row).map((cell) => this.#inside(cell)));
    if (cells.some(isLayout)) this.blocks.push(...cells.flat(2));
    else for (const row of cells) this.#keep(joinedRow(row), { role: 'item', rank: 0 });
  }

  #isGone(row: XmlElement): boolean {
    const { changes } = this.#rules;
    if (changes === 'both') return false;
    const isGone = childOf(childOf(row, 'w:trPr'), changes === 'accepted' ? 'w:del' : 'w:ins') !== undefined;
    const how = changes === 'accepted' ? 'deleted' : 'inserted';
    if (isGone) this.#leftOut.add(`Words ${how} with tracked changes`, wordsOf(row));
    return isGone;
  }

  /** The paragraphs of a cell, read apart. */
  #inside(cell: XmlElement): WordBlock[] {
    const before = this.blocks.length;
    this.read(cell).finish();
    return this.blocks.splice(before);
  }
}

/** What says of a paragraph's end that it is none in the text that is read. */
const GONE_ENDS: Record<Changes, string[]> = {
  accepted: ['w:del', 'w:moveFrom'],
  original: ['w:ins', 'w:moveTo'],
  both: [],
};

/** The end of a paragraph that was put in or deleted, as a change of the line before it. */
function changeOfEnd(mark: XmlElement | undefined, at: number): PendingChange[] {
  return (['w:ins', 'w:del'] as const).flatMap((name): PendingChange[] => {
    const found = childOf(mark, name);
    const kind = name === 'w:ins' ? 'insertion' : 'deletion';
    return found ? [{ kind, ...whoSaid(found.attributes), text: '¶', start: at, end: at }] : [];
  });
}

function roleOf(style: Style, rank: number | undefined): Pick<WordBlock, 'role' | 'rank'> {
  if (/^(?:subtitle|standfirst)$/i.test(style.name)) return { role: 'standfirst', rank: 0 };
  if (/^caption$/i.test(style.name)) return { role: 'caption', rank: 0 };
  return rank === undefined ? { role: 'text', rank: 0 } : { role: 'heading', rank };
}

/** The rows of a table, through whatever stands around them; not those of tables inside. */
function rowsOf(around: XmlElement): XmlElement[] {
  return inside(around, 'w:tr', 'w:tbl');
}

function cellsOf(row: XmlElement): XmlElement[] {
  return inside(row, 'w:tc', 'w:tbl');
}

function inside(around: XmlElement, name: string, notIn: string): XmlElement[] {
  return elementsOf(around).flatMap((element) =>
    element.name === name ? [element] : element.name === notIn ? [] : inside(element, name, notIn),
  );
}

const LONG = 200;

function isLayout(row: WordBlock[][]): boolean {
  return row.length === 1 || row.some((cell) => cell.length > 1 && cell.some(({ text }) => text.length > LONG));
}

/** The cells of a row with a tab between, and what stood on their words at its place. */
function joinedRow(cells: WordBlock[][]): WordBlock {
  const row = emptyLine();
  for (const [number, cell] of cells.entries()) {
    if (number > 0) row.text = `${row.text.replace(/ +$/, '')}\t`;
    for (const [at, block] of cell.entries()) {
      if (at > 0) row.text += ' ';
      append(row, { ...block, text: block.text.replaceAll('\n', ' ') });
    }
  }
  return row;
}

function append(row: WordBlock, block: WordBlock): void {
  const by = row.text.length;
  const moved = <Place extends { start: number; end: number }>(places: Place[]) =>
    places.map((place) => ({ ...place, start: place.start + by, end: place.end + by }));
  row.text += block.text;
  row.links.push(...moved(block.links));
  row.pieces.push(...moved(block.pieces));
  row.changes.push(...moved(block.changes));
  row.references.push(...block.references.map(({ at, id }) => ({ at: at + by, id })));
  row.begins.push(...block.begins.map(({ at, id }) => ({ at: at + by, id })));
}
