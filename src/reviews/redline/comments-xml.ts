// The remarks of a redlined document as WordprocessingML comments. Pure.
import { directionOf } from '#src/direction.ts';
import { runXml, wordTime } from './document-xml.ts';
import type { Remark } from './redline.ts';
import { xmlLine } from './xml.ts';

/** The comments, numbered as they stand in the list, from `first` on. */
export function commentsXml(remarks: readonly Remark[], first = 0): string {
  return remarks.map((remark, at) => commentXml(remark, first + at)).join('');
}

function commentXml({ author, at, lines }: Remark, id: number): string {
  const said = `w:id="${id}" w:author="${xmlLine(author)}" w:date="${wordTime(at)}" w:initials="${xmlLine(initialsOf(author))}"`;
  // A comment without a paragraph is none.
  const paragraphs = (lines.length > 0 ? lines : ['']).map((line) => paragraphXml(line)).join('');
  return `<w:comment ${said}>${paragraphs}</w:comment>`;
}

function paragraphXml(line: string): string {
  const is_left = directionOf(line) === 'rtl';
  const properties = `<w:pStyle w:val="CommentText"/>${is_left ? '<w:bidi/>' : ''}`;
  return `<w:p><w:pPr>${properties}</w:pPr>${runXml(line, { is_deleted: false })}</w:p>`;
}

/** "BO" for Ben Okafor. */
function initialsOf(name: string): string {
  const firsts = name.match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? [];
  return firsts.slice(0, 3).join('').toUpperCase();
}
