// A Word document with two people's tracked changes and comments with replies.
import { strToU8 } from 'fflate';
import { makeDocx } from './documents.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function deleted(text: string, by: string): string {
  return `<w:del w:id="90" ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
}

export function inserted(text: string, by: string): string {
  return `<w:ins w:id="91" ${by}>${run(text)}</w:ins>`;
}

/** Words with comments on them, by their ids. */
export function commented(text: string, ...ids: number[]): string {
  const starts = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('');
  const ends = ids
    .map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
    .join('');
  return `${starts}${run(text)}${ends}`;
}

export interface CommentMade {
  author: string;
  date?: string;
  lines: string[];
  /** The id of its last paragraph, and of the comment that it replies to. */
  paragraph?: string;
  parent?: string;
  is_done?: boolean;
}

/** The document with this body and these comments, their ids being 0, 1, 2 …; `extended` says who replies to whom. */
export function annotated(body: string, comments: CommentMade[], { extended = true } = {}): Buffer {
  const written = comments.map(({ author, date = '2026-03-02T09:30:00Z', lines, paragraph = '' }, id) => {
    const paragraphs = lines.map((line, at) => {
      const name = paragraph !== '' && at === lines.length - 1 ? ` w14:paraId="${paragraph}"` : '';
      return `<w:p${name}>${run(line)}</w:p>`;
    });
    return `<w:comment w:id="${id}" w:author="${author}" w:date="${date}">${paragraphs.join('')}</w:comment>`;
  });
  const threads = comments
    .filter(({ paragraph }) => paragraph !== undefined)
    .map(({ paragraph, parent, is_done }) => {
      const to = parent === undefined ? '' : ` w15:paraIdParent="${parent}"`;
      return `<w15:commentEx w15:paraId="${paragraph}"${to} w15:done="${is_done ? 1 : 0}"/>`;
    });
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const rels = [
    link('rId1', `${TYPES}/styles`, 'styles.xml'),
    link('rId3', `${TYPES}/comments`, 'comments.xml'),
    extended
      ? link('rId4', 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended', 'commentsExtended.xml')
      : '',
  ].join('');
  const part = (xml: string) => strToU8(`<?xml version="1.0"?>${xml}`);
  return makeDocx({
    body,
    more: {
      'word/_rels/document.xml.rels': part(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels}</Relationships>`,
      ),
      'word/comments.xml': part(`<w:comments ${W} ${W14}>${written.join('')}</w:comments>`),
      ...(extended
        ? { 'word/commentsExtended.xml': part(`<w15:commentsEx ${W15}>${threads.join('')}</w15:commentsEx>`) }
        : {}),
    },
  });
}
