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
  for (const token of markdown.parse(source, {})) read(reading, token);
  const body = reading.blocks.join('\n\n');
  if (body === '') return { headline: '', body: reading.headline, captions: reading.captions };
  return { headline: reading.headline, body, captions: reading.captions };
}

/** The same for a process of its own. */
export function* piecesOf({ bytes }: { bytes: Uint8Array }): Generator<PlainArticle> {
  yield plainTextOf(new TextDecoder().decode(bytes));
}

function read(reading: Reading, token: Token): void {
  switch (token.type) {
    case 'heading_open':
      reading.inHeadline = token.tag === 'h1' && reading.headline === '';
      break;
    case 'bullet_list_open':
    case 'ordered_list_open':
      reading.lists.push(token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null);
      reading.tight = reading.lists.length > 1 && reading.tight;
      break;
    case 'bullet_list_close':
    case 'ordered_list_close':
      reading.lists.pop();
      reading.tight = reading.lists.length > 0;
      break;
    case 'list_item_open':
      startItem(reading);
      break;
    case 'tr_open':
      reading.row = [];
      break;
    case 'tr_close':
      addBlock(reading, (reading.row ?? []).join('\t'));
      reading.row = null;
      break;
    case 'inline':
      addWords(reading, wordsOf(token.children ?? [], reading.captions));
      break;
    case 'fence':
    case 'code_block':
      addBlock(reading, token.content);
      break;
    case 'html_block':
      addBlock(reading, withoutTags(token.content));
      break;
  }
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
