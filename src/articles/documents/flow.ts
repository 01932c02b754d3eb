// Paragraphs out of markup: its words in their order, with the links and references that stand on them.
import { normalised } from '#src/piled-marks.ts';
import { cleanControls } from '#src/text-fields.ts';

export type BlockRole = 'heading' | 'standfirst' | 'text' | 'item' | 'caption';

export interface Block {
  role: BlockRole;
  /** Of a heading: 1 to 6. */
  rank: number;
  text: string;
  links: { start: number; end: number; url: string; title: string }[];
  /** Where a footnote or comment is referred to: the id of the note, and the place in the text. */
  references: { at: number; id: string }[];
  /** Where the words of a comment begin. */
  begins: { at: number; id: string }[];
}

/** The little of a DOM that is read here. */
export interface Node {
  nodeType: number;
  localName: string;
  textContent: string;
  childNodes: Iterable<Node>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

export interface FlowRules {
  /** The address of a link as it is kept; '' for none. */
  addressOf: (href: string) => string;
  /** The id of the note that a link inside the document refers to; undefined where it is another link. */
  noteOf: (link: Node) => string | undefined;
  /** Elements that are read elsewhere or not at all. */
  skip: ReadonlySet<Node>;
}

/** In front of the number of a comment, where its words begin; and behind it. Private use, taken out of every text. */
export const COMMENT_BEGINS = '\uE000';
export const COMMENT_BEGINS_END = '\uE001';

const UNSEEN = new Set(
  'script style noscript template head title svg math iframe object form button select textarea nav audio video canvas'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figure figcaption footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody thead tfoot tr ul caption'.split(
    ' ',
  ),
);

export class Flow {
  readonly blocks: Block[] = [];
  pictures = 0;
  tables = 0;
  readonly #rules: FlowRules;
  #open = emptyBlock();
  #role: { role: BlockRole; rank: number } = { role: 'text', rank: 0 };
  #lists: (number | null)[] = [];
  #before = '';

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
    else if (BLOCKS.has(name)) this.#block(node, name);
    else {
      if ((name === 'td' || name === 'th') && this.#open.text !== '') this.#open.text += '\t';
      this.#children(node);
    }
  }

  #children(node: Node): void {
    for (const child of node.childNodes) this.#walk(child);
  }

  #block(node: Node, name: string): void {
    this.#close();
    const outside = this.#role;
    if (name === 'table') this.tables += 1;
    if (name === 'ul' || name === 'ol')
      this.#lists.push(name === 'ol' ? Number(node.getAttribute('start') ?? 1) || 1 : null);
    if (name === 'li') this.#startItem();
    this.#role = roleOf(node, name) ?? outside;
    this.#children(node);
    this.#close();
    this.#role = outside;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
  }

  #startItem(): void {
    const number = this.#lists.at(-1) ?? null;
    if (number !== null) this.#lists[this.#lists.length - 1] = number + 1;
    this.#before = number === null ? '• ' : `${number}. `;
  }

  #link(node: Node): void {
    const note = this.#rules.noteOf(node);
    if (note !== undefined) {
      this.#open.references.push({ at: this.#open.text.trimEnd().length, id: note });
      return;
    }
    const start = this.#open.text.length;
    this.#children(node);
    const url = this.#rules.addressOf(node.getAttribute('href') ?? '');
    const { text } = this.#open;
    const [from, to] = [start + (text.slice(start).match(/^\s*/)?.[0].length ?? 0), text.trimEnd().length];
    if (url !== '' && from < to)
      this.#open.links.push({ start: from, end: to, url, title: node.getAttribute('title') ?? '' });
  }

  #write(raw: string): void {
    for (const piece of raw.split(/(\uE000[^\uE001]{0,20}\uE001)/)) {
      if (piece.startsWith(COMMENT_BEGINS))
        this.#open.begins.push({ at: this.#open.text.length, id: `comment-${piece.slice(1, -1)}` });
      else this.#append(piece);
    }
  }

  #append(raw: string): void {
    let words = normalised(cleanControls(raw).replace(/[\uE000\uE001\u00AD]/g, ''), 'NFC').replace(
      /[ \t\n\f\r]+/g,
      ' ',
    );
    if (this.#open.text === '' || /\s$/.test(this.#open.text)) words = words.replace(/^ /, '');
    if (words === '') return;
    if (this.#open.text === '' && this.#before !== '') {
      this.#open.text = this.#before;
      this.#open.role = 'item';
      this.#before = '';
    }
    this.#open.text += words;
  }

  /** One break is a new line, two are a new paragraph. */
  #breakLine(): void {
    if (this.#open.text === '') return;
    if (this.#open.text.endsWith('\n')) this.#close();
    else this.#open.text = `${this.#open.text.trimEnd()}\n`;
  }

  #close(): void {
    const block = this.#open;
    const text = block.text.trimEnd();
    // Where the words of a comment begin before a paragraph does, they begin with the next one.
    const carried = text === '' ? block.begins.map(({ id }) => ({ at: 0, id })) : [];
    this.#open = { ...emptyBlock(), begins: carried };
    if (text === '') {
      const last = this.blocks.at(-1);
      if (last) last.references.push(...block.references.map(({ id }) => ({ at: last.text.length, id })));
      return;
    }
    const role = block.role === 'item' ? { role: 'item' as const, rank: 0 } : this.#role;
    this.blocks.push({ ...block, ...role, text });
  }
}

function emptyBlock(): Block {
  return { role: 'text', rank: 0, text: '', links: [], references: [], begins: [] };
}

function roleOf(node: Node, name: string): { role: BlockRole; rank: number } | undefined {
  const rank = /^h([1-6])$/.exec(name)?.[1];
  if (rank) return { role: 'heading', rank: Number(rank) };
  if (name === 'figcaption' || name === 'caption') return { role: 'caption', rank: 0 };
  const kind = node.getAttribute('data-part');
  if (kind === 'standfirst' || kind === 'caption') return { role: kind, rank: 0 };
  return undefined;
}

function isUnseen(node: Node): boolean {
  return UNSEEN.has(node.localName) || node.hasAttribute('hidden') || node.getAttribute('aria-hidden') === 'true';
}
