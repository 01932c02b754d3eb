// Markdown becomes the plain text that a reader would see: markup goes, every word of it stays. Pure.
import MarkdownIt from 'markdown-it';
import { LeftOut } from '../documents/left-out.ts';
import { lowered, raised } from '../documents/raised.ts';
import { type FrontMatter, withoutFrontMatter } from './front-matter.ts';

export interface PlainArticle {
  /** The first heading of the first level, taken out of the body; empty where there is none. */
  headline: string;
  body: string;
  /** What the pictures show, by the words that stand for them. */
  captions: string[];
  /** What the fields at its head say of it. */
  facts: FrontMatter;
  /** A sentence for each thing that did not come along. */
  left_out: string[];
}

const markdown = new MarkdownIt({ html: true });
type Token = ReturnType<typeof markdown.parse>[number];

interface Reading extends Pick<PlainArticle, 'headline' | 'body' | 'captions'> {
  blocks: string[];
  /** For each list around: its next number, or null where it has bullets. */
  lists: (number | null)[];
  /** What the next words are put behind: the bullet or number of an item. */
  before: string;
  /** The bullet as typed, in front of the item that comes. */
  typed: string;
  inHeadline: boolean;
  row: string[] | null;
  tight: boolean;
  lost: LeftOut;
}

/**
 * The text of a Markdown document: paragraphs with an empty line between, lists line by line with their bullets and
 * numbers, links as their words, code as it is, HTML without its tags.
 */
export function plainTextOf(source: string): PlainArticle {
  const { facts, rest, other } = withoutFrontMatter(source);
  const reading: Reading = {
    headline: '',
    body: '',
    captions: [],
    blocks: [],
    lists: [],
    before: '',
    typed: '',
    inHeadline: false,
    row: null,
    tight: false,
    lost: new LeftOut(),
  };
  reading.lost.add('Fields at the head of the file', other);
  for (const token of markdown.parse(rest, {})) READERS[token.type]?.(reading, token);
  const body = reading.blocks.join('\n\n');
  const read = {
    captions: reading.captions.filter((caption) => caption !== ''),
    facts,
    left_out: reading.lost.sentences(),
  };
  if (body === '') return { ...read, headline: '', body: reading.headline };
  // A title at the head of the file is the headline, unless the text has one of its own.
  return { ...read, headline: reading.headline || facts.title, body };
}

/** The same for a process of its own. */
export function* piecesOf({ bytes }: { bytes: Uint8Array }): Generator<PlainArticle> {
  yield plainTextOf(new TextDecoder().decode(bytes));
}

/** What each kind of token does to what was read so far; others say nothing. */
const READERS: Record<string, (reading: Reading, token: Token) => void> = {
  heading_open: (reading, { tag }) => {
    reading.inHeadline = tag === 'h1' && reading.headline === '';
  },
  bullet_list_open: (reading) => openList(reading, null),
  ordered_list_open: (reading, token) => openList(reading, Number(token.attrGet('start') ?? 1)),
  bullet_list_close: closeList,
  ordered_list_close: closeList,
  list_item_open: startItem,
  tr_open: (reading) => {
    reading.row = [];
  },
  tr_close: (reading) => {
    addBlock(reading, (reading.row ?? []).join('\t'));
    reading.row = null;
  },
  inline: (reading, { children }) => addWords(reading, wordsOf(children ?? [], reading)),
  fence: (reading, { content }) => addBlock(reading, content),
  code_block: (reading, { content }) => addBlock(reading, content),
  html_block: (reading, { content }) => addBlock(reading, withoutTags(content)),
};

function openList(reading: Reading, first: number | null): void {
  reading.lists.push(first);
  reading.tight = reading.lists.length > 1 && reading.tight;
}

function closeList(reading: Reading): void {
  reading.lists.pop();
  reading.tight = reading.lists.length > 0;
}

function startItem(reading: Reading, { markup }: Token): void {
  const number = reading.lists.at(-1) ?? null;
  if (number !== null) reading.lists[reading.lists.length - 1] = number + 1;
  reading.before = number === null ? '• ' : `${number}. `;
  reading.typed = number === null ? `${markup} ` : '';
}

function addWords(reading: Reading, words: string): void {
  if (reading.row) reading.row.push(words.trim());
  else if (reading.inHeadline) {
    reading.headline = words.replace(/\s+/g, ' ').trim();
    reading.inHeadline = false;
  } else addBlock(reading, words);
}

/** The items of a list are lines of one block; everything else is a block of its own. */
function addBlock(reading: Reading, words: string): void {
  const block = words.replace(/^\s*\n|\s+$/g, '');
  if (block.trim() === '') return;
  const line = (isPerhapsSigned(reading, block) ? reading.typed : reading.before) + block;
  const last = reading.blocks.length - 1;
  if (reading.before !== '' && reading.tight && last >= 0) reading.blocks[last] += `\n${line}`;
  else reading.blocks.push(line);
  reading.tight = reading.lists.length > 0;
  reading.before = '';
}

/** "- 5 degrees" may be an item or five below: it stays as typed, whoever reads it decides. */
function isPerhapsSigned({ before, typed }: Reading, block: string): boolean {
  return before !== '' && /^[+-]/.test(typed) && /^\p{Sc}?\d/u.test(block);
}

const SHIFTS: Record<string, (text: string) => string> = { sup: raised, sub: lowered };

/** The words of a line; what is struck through is named, and pictures are captions. */
function wordsOf(tokens: Token[], reading: Pick<Reading, 'captions' | 'lost'>): string {
  const line = new MarkedLine(reading);
  for (const [at, token] of tokens.entries()) line.read(token, tokens[at + 1]?.content.at(0) ?? '');
  return line.end();
}

class MarkedLine {
  #words = '';
  /** The last letter of the words: to look for it in a long line at each piece would take its square. */
  #last = '';
  #struck = '';
  #isStruck = false;
  #shift = (text: string) => text;
  readonly #reading: Pick<Reading, 'captions' | 'lost'>;

  constructor(reading: Pick<Reading, 'captions' | 'lost'>) {
    this.#reading = reading;
  }

  /** `after` is the first letter behind it. */
  read(token: Token, after: string): void {
    const sign = signOf(token);
    if (sign) this.#sign(sign);
    else if (token.type === 'image') {
      const { captions, lost } = this.#reading;
      captions.push(wordsOf(token.children ?? [], { captions: [], lost }).trim());
    } else this.#say(wordsOfToken(token, { before: this.#last, after }));
  }

  #sign({ name, opens }: { name: string; opens: boolean }): void {
    if (name !== 's') this.#shift = (opens ? SHIFTS[name] : undefined) ?? ((text) => text);
    else {
      this.#nameStruck();
      this.#isStruck = opens;
    }
  }

  #say(said: string): void {
    if (this.#isStruck) this.#struck += said;
    else {
      const words = this.#shift(this.#last === ' ' ? said.trimStart() : said);
      this.#words += words;
      this.#last = words.at(-1) ?? this.#last;
    }
  }

  #nameStruck(): void {
    this.#reading.lost.add('Struck-through words', this.#struck);
    this.#struck = '';
  }

  end(): string {
    this.#nameStruck();
    return this.#words;
  }
}

/** Where raised, lowered or struck words begin or end, in Markdown's signs or in tags. */
function signOf({ type, content }: Token): { name: string; opens: boolean } | undefined {
  if (type.startsWith('s_')) return { name: 's', opens: type === 's_open' };
  const [, end, name = ''] = (type === 'html_inline' && /^<(\/?)(sup|sub|s|del|strike)\b/i.exec(content)) || [];
  if (name === '') return undefined;
  return { name: /^(?:s|del|strike)$/i.test(name) ? 's' : name.toLowerCase(), opens: end === '' };
}

/** Stars between digits are signs of a sum, whatever Markdown makes of them. */
function wordsOfToken({ type, content, markup }: Token, around: { before: string; after: string }): string {
  if (type === 'softbreak') return ' ';
  if (type === 'hardbreak') return '\n';
  if (type === 'html_inline') return /^<br\b/i.test(content) ? '\n' : '';
  if (/^(?:em|strong)_/.test(type)) return /\d/.test(around.before) && /\d/.test(around.after) ? markup : '';
  return content;
}

/** Each expression either ends at the next `<` or eats the rest, so that a hostile file costs no more than a long one. */
function withoutTags(html: string): string {
  const words = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1[^<>]*>|$)/gi, '')
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|figcaption)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return markdown.utils.unescapeAll(words.replaceAll('\\', '\\\\')).trim();
}
