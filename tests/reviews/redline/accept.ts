// Reads a redlined document as Word would: its text with all changes accepted or rejected, and its comments.
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

export type Decision = 'accept' | 'reject';

/** The parts of the document by their names, as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The text of the body: an empty line between paragraphs, a line end for a break. */
export function textAfter(bytes: Uint8Array, decision: Decision): string {
  const gone = decision === 'accept' ? 'w:del' : 'w:ins';
  let text = '';
  const paragraphs = elementsOf(bodyOf(bytes)).filter(({ tagName }) => tagName === 'w:p');
  paragraphs.forEach((paragraph, index) => {
    text += wordsOf(paragraph, gone);
    const mark = paragraph.getElementsByTagName('w:pPr').item(0)?.getElementsByTagName(gone).item(0) ?? null;
    if (mark === null && index < paragraphs.length - 1) text += '\n\n';
  });
  return text;
}

export interface CommentRead {
  author: string;
  said: string;
  /** The words on which it stands, with all changes rejected. */
  words: string;
}

/** The comments with the words between their two ends. */
export function commentsIn(bytes: Uint8Array): CommentRead[] {
  const root = rootOf(partsOf(bytes)['word/comments.xml'] ?? '');
  return elementsOf(root).map((comment) => ({
    author: comment.getAttribute('w:author') ?? '',
    said: elementsOf(comment)
      .map((line) => wordsOf(line, 'w:ins'))
      .join('\n'),
    words: wordsUnder(bodyOf(bytes), comment.getAttribute('w:id') ?? ''),
  }));
}

function wordsUnder(body: Element, id: string): string {
  let words: string | null = null;
  for (const paragraph of elementsOf(body)) {
    if (words !== null) words += '\n\n';
    for (const child of elementsOf(paragraph)) {
      if (child.getAttribute('w:id') === id && child.tagName === 'w:commentRangeStart') words = '';
      else if (child.getAttribute('w:id') === id && child.tagName === 'w:commentRangeEnd') return words ?? '';
      else if (words !== null) words += wordsOf(child, 'w:ins');
    }
  }
  throw new Error(`comment ${id} does not end`);
}

function wordsOf(node: Element, gone: string): string {
  if (node.tagName === gone || node.tagName === 'w:pPr' || node.tagName === 'w:rPr') return '';
  if (node.tagName === 'w:t' || node.tagName === 'w:delText') return node.textContent ?? '';
  if (node.tagName === 'w:tab') return '\t';
  if (node.tagName === 'w:br') return '\n';
  return elementsOf(node)
    .map((child) => wordsOf(child, gone))
    .join('');
}

function bodyOf(bytes: Uint8Array): Element {
  return rootOf(partsOf(bytes)['word/document.xml'] ?? '')
    .getElementsByTagName('w:body')
    .item(0) as Element;
}

function rootOf(xml: string): Element {
  const onError = (level: string, message: string) => {
    // It warns of U+FFFD, which stands here on purpose.
    if (!message.includes('replacement character')) throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement as Element;
}

function elementsOf(node: Node): Element[] {
  return [...node.childNodes].filter((child): child is Element => child.nodeType === 1);
}
