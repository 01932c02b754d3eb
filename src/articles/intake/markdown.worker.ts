// Markdown becomes the plain text that a reader would see: markup goes, every word of it stays. Pure.
import MarkdownIt from 'markdown-it';

export interface PlainArticle {
  /** The first heading of the first level, taken out of the body; empty where there is none. */
  headline: string;
  body: string;
  /** What the pictures show, by the words that stand for them. */
  captions: string[];
}

const markdown = new MarkdownIt({ html: true });
type Token = ReturnType<typeof markdown.parse>[number];

interface Reading extends PlainArticle {
  blocks: string[];
  /** For each list around: its next number, or null where it has bullets. */
  lists: (number | null)[];
  /** What the next words are put behind: the bullet or number of an item. */
  before: string;
  inHeadline: boolean;
  row: string[] | null;
  tight: boolean;
}

/**
 * The text of a Markdown document: paragraphs with an empty line between, lists line by line with their bullets and
 * numbers, links as their words, code as it is, HTML without its tags.
 */
export function plainTextOf(source: string): PlainArticle {
  const reading: Reading = {
    headline: '',
    body: '',
    captions: [],
    blocks: [],
    lists: [],
    before: '',
    inHeadline: false,
    row: null,
    tight: false,
  };
  for (const token of markdown.parse(source, {})) READERS[token.type]?.(reading, token);
  const body = reading.blocks.join('\n\n');
  if (body === '') return { headline: '', body: reading.headline, captions: reading.captions };
  return { headline: reading.headline, body, captions: reading.captions };
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
  inline: (reading, { children }) => addWords(reading, wordsOf(children ?? [], reading.captions)),
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

function startItem(reading: Reading): void {
  const number = reading.lists.at(-1) ?? null;
  if (number !== null) reading.lists[reading.lists.length - 1] = number + 1;
  reading.before = number === null ? '• ' : `${number}. `;
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
  const line = reading.before + block;
  const last = reading.blocks.length - 1;
  if (reading.before !== '' && reading.tight && last >= 0) reading.blocks[last] += `\n${line}`;
  else reading.blocks.push(line);
  reading.tight = reading.lists.length > 0;
  reading.before = '';
}

function wordsOf(tokens: Token[], captions: string[]): string {
  let words = '';
  for (const token of tokens) {
    if (token.type === 'image') {
      const caption = wordsOf(token.children ?? [], []).trim();
      if (caption !== '') captions.push(caption);
    } else if (token.type === 'softbreak') words += ' ';
    else if (token.type === 'hardbreak') words += '\n';
    else if (token.type === 'html_inline') words += /^<br\b/i.test(token.content) ? '\n' : '';
    else words += token.content;
  }
  return words;
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
