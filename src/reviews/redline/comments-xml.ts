// The remarks of a redlined document as WordprocessingML comments, and who may reply to them. Pure.
import { directionOf } from '#src/direction.ts';
import { xmlLine } from '#src/xml-text.ts';
import { runXml, wordTime } from './document-xml.ts';
import { freeParagraphId } from './paragraph-ids.ts';
import type { Remark } from './redline.ts';

/** A remark with its number among the comments, and the id of its last paragraph where it has one. */
export interface NumberedRemark {
  remark: Remark;
  id: number;
  paragraph_id: string | undefined;
}

/** The remarks numbered as they stand in the list, from `first` on; `taken` are ids of paragraphs that are there already. */
export function numberedRemarks(
  remarks: readonly Remark[],
  first = 0,
  taken: ReadonlySet<string> = new Set(),
): NumberedRemark[] {
  const known = new Set(taken);
  return remarks.map((remark, at) => {
    const paragraph_id = remark.key && freeParagraphId(remark.key, known);
    if (paragraph_id !== undefined) known.add(paragraph_id);
    return { remark, id: first + at, paragraph_id };
  });
}

export function commentsXml(remarks: readonly NumberedRemark[]): string {
  return remarks.map(commentXml).join('');
}

/** The same remarks for the part that says which comment replies to which: none does yet. */
export function threadsXml(remarks: readonly NumberedRemark[]): string {
  return remarks
    .flatMap(({ paragraph_id }) => (paragraph_id === undefined ? [] : [paragraph_id]))
    .map((id) => `<w15:commentEx w15:paraId="${id}" w15:done="0"/>`)
    .join('');
}

function commentXml({ remark: { author, at, lines }, id, paragraph_id }: NumberedRemark): string {
  const said = `w:id="${id}" w:author="${xmlLine(author)}" w:date="${wordTime(at)}" w:initials="${xmlLine(initialsOf(author))}"`;
  // A comment without a paragraph is none.
  const all = lines.length > 0 ? lines : [''];
  const paragraphs = all.map((line, at) => paragraphXml(line, at === all.length - 1 ? paragraph_id : undefined));
  return `<w:comment ${said}>${paragraphs.join('')}</w:comment>`;
}

function paragraphXml(line: string, id: string | undefined): string {
  const is_left = directionOf(line) === 'rtl';
  const properties = `<w:pStyle w:val="CommentText"/>${is_left ? '<w:bidi/>' : ''}`;
  const name = id === undefined ? '' : ` w14:paraId="${id}"`;
  return `<w:p${name}><w:pPr>${properties}</w:pPr>${runXml(line, { is_deleted: false })}</w:p>`;
}

/** "BO" for Ben Okafor. */
function initialsOf(name: string): string {
  const firsts = name.match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? [];
  return firsts.slice(0, 3).join('').toUpperCase();
}
