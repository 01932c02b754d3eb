// Paragraphs out of markup: its words in their order, with the links and references that stand on them.
import { normalised } from '#src/piled-marks.ts';
import { cleanControls } from '#src/text-fields.ts';
import { type Block, type BlockRole, emptyBlock, roleOf } from './block.ts';
import { GrowingText } from './growing-text.ts';
import type { LeftOut } from './left-out.ts';
import { ListMarkers } from './list-markers.ts';
import type { Node } from './node.ts';
import { lowered, raised, withFractions } from './raised.ts';
import { isOfFigures } from './rows.ts';

export interface FlowRules {
  /** The address of a link as it is kept; '' for none. */
  addressOf: (href: string) => string;
  /** The id of the note that a link inside the document refers to; undefined where it is another link. */
  noteOf: (link: Node) => string | undefined;
  /** Elements that are read elsewhere or not at all. */
  skip: ReadonlySet<Node>;
  /** Is told what the text goes without. */
  left_out: LeftOut;
}

const UNSEEN = new Set('script style noscript template head title iframe audio video canvas'.split(' '));
const STRUCK = new Set(['del', 's', 'strike']);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody thead tfoot tr ul caption'.split(
    ' ',
  ),
);

export class Flow {
  readonly blocks: Block[] = [];
  pictures = 0;
  tables = 0;
  readonly #rules: FlowRules;
  #open = emptyBlock();
  #text = new GrowingText();
  #role: { role: BlockRole; rank: number } = { role: 'text', rank: 0 };
  readonly #lists = new ListMarkers();
  #before = '';
  /** How many boxes and pull quotes there were. */
  #apart = 0;
  /** Inside text whose line ends are printed. */
  #keepsLines = false;
  /** Inside a row of a table of figures: its cells are one line. */
  #inRow = false;
  #shift: (text: string) => string = (text) => text;

  constructor(rules: FlowRules) {
    this.#rules = rules;
  }

  /** Reads a node and all in it. */
  read(node: Node): this {
    this.#walk(node);
    this.#close();
    return this;
  }

  #walk(node: Node): void {
    if (node.nodeType === 3) this.#write(node.textContent);
    else if (node.nodeType === 9 || node.nodeType === 11) this.#children(node);
    else if (node.nodeType === 1 && !this.#rules.skip.has(node) && !isUnseen(node)) this.#element(node, node.localName);
  }

  #element(node: Node, name: string): void {
    if (name === 'br') this.#breakLine();
    else if (name === 'img') this.pictures += 1;
    else if (name === 'a') this.#link(node);
    else if (STRUCK.has(name) || /line-through/i.test(node.getAttribute('style') ?? ''))
      this.#rules.left_out.add('Struck-through words', node.textContent);
    else if (name === 'sup' || name === 'sub') this.#shifted(node, name);
    else if (BLOCKS.has(name)) this.#block(node, name);
    else {
      if ((name === 'td' || name === 'th') && this.#text.length > 0) this.#startCell();
      this.#children(node);
    }
  }

  #children(node: Node): void {
    for (const child of node.childNodes) this.#walk(child);
  }

  /** What is raised or lowered is letters of its own, unless it refers to a note. */
  #shifted(node: Node, name: string): void {
    const shift = this.#shift;
    this.#shift = name === 'sup' ? raised : lowered;
    this.#children(node);
    this.#shift = shift;
  }

  #startCell(): void {
    this.#text.trimEnd().append('\t');
  }

  #block(node: Node, name: string): void {
    if (this.#inRow) this.#inCell(node);
    else this.#ownBlock(node, name);
  }

  #ownBlock(node: Node, name: string): void {
    this.#close();
    const [outside, keepsLines] = [this.#role, this.#keepsLines];
    const isList = name === 'ul' || name === 'ol' || name === 'menu';
    if (name === 'table') this.tables += 1;
    if (isList) this.#lists.open(node);
    if (name === 'li') this.#before = this.#lists.next(node);
    this.#keepsLines ||=
      name === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(node.getAttribute('style') ?? '');
    this.#role = this.#roleOf(node, name) ?? outside;
    this.#inRow = name === 'tr' && isOfFigures(node);
    this.#children(node);
    this.#close(this.#inRow);
    this.#inRow = false;
    [this.#role, this.#keepsLines] = [outside, keepsLines];
    if (isList) this.#lists.close();
  }

  /** What stands in a box or a pull quote is all of it; each has a number, by which two that stand together are two. */
  #roleOf(node: Node, name: string): { role: BlockRole; rank: number } | undefined {
    if (this.#role.role === 'box' || this.#role.role === 'pull_quote') return undefined;
    const found = roleOf(node, name);
    if (found?.role !== 'box' && found?.role !== 'pull_quote') return found;
    this.#apart += 1;
    return { ...found, rank: this.#apart };
  }

  /** Paragraphs of a cell are words of one line. */
  #inCell(node: Node): void {
    this.#append(' ');
    this.#children(node);
    this.#append(' ');
  }

  #link(node: Node): void {
    const note = this.#rules.noteOf(node);
    if (note !== undefined) {
      this.#open.references.push({ at: this.#text.wordsEnd, id: note });
      return;
    }
    this.#text.watch();
    this.#children(node);
    const url = this.#rules.addressOf(node.getAttribute('href') ?? '');
    const { firstWord: start, wordsEnd: end } = this.#text;
    if (url !== '' && start >= 0 && start < end)
      this.#open.links.push({ start, end, url, title: node.getAttribute('title') ?? '' });
  }

  #write(raw: string): void {
    if (this.#keepsLines && raw.includes('\n')) {
      for (const [at, line] of raw.split(/\r\n?|\n/).entries()) {
        if (at > 0) this.#breakLine();
        this.#write(line);
      }
      return;
    }
    this.#append(raw);
  }

  #append(raw: string): void {
    const cleaned = cleanControls(raw).replaceAll('\u00AD', '');
    let words = this.#shift(normalised(cleaned, 'NFC').replace(/[ \t\n\f\r]+/g, ' '));
    if (this.#text.wordsEnd === 0 || this.#text.length > this.#text.wordsEnd) words = words.replace(/^ /, '');
    if (words === '') return;
    if (this.#text.length === 0 && this.#before !== '') {
      this.#text.append(this.#before);
      this.#text.watch();
      this.#open.role = 'item';
      this.#before = '';
    }
    this.#text.append(words);
  }

  /** One break is a new line, two are a new paragraph. */
  #breakLine(): void {
    if (this.#text.length === 0) return;
    if (this.#inRow) this.#append(' ');
    else if (this.#text.endsWith('\n')) this.#close();
    else this.#text.trimEnd().append('\n');
  }

  /** Ends the paragraph; a row of a table is one line among others. */
  #close(isRow = false): void {
    const block = this.#open;
    const text = this.#text.trimEnd().toString();
    // Where the words of a comment begin before a paragraph does, they begin with the next one.
    const carried = text === '' ? block.begins.map(({ id }) => ({ at: 0, id })) : [];
    this.#open = { ...emptyBlock(), begins: carried };
    this.#text = new GrowingText();
    if (text === '') {
      const last = this.blocks.at(-1);
      if (last) last.references.push(...block.references.map(({ id }) => ({ at: last.text.length, id })));
      return;
    }
    const isItem = this.#role.role === 'text' && (isRow || block.role === 'item');
    const role = isItem ? { role: 'item' as const, rank: 0 } : this.#role;
    this.blocks.push(withHandSetFractions({ ...block, ...role, text }));
  }
}

/** Fractions of raised and lowered digits; only where nothing stands on the words behind them. */
function withHandSetFractions(block: Block): Block {
  const isBare = block.links.length + block.references.length + block.begins.length === 0;
  return isBare ? { ...block, text: withFractions(block.text) } : block;
}

function isUnseen(node: Node): boolean {
  return UNSEEN.has(node.localName);
}
