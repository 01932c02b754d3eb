// Puts the signs of comments where LibreOffice loses no words before them. Pure.
import { elementsOf, parseXml, type XmlElement } from '#src/articles/documents/word/xml-tree.ts';
import { openTag } from './run-edits.ts';

const SIGN = /<w:r><w:commentReference w:id="(\d+)"\/><\/w:r>/g;

/**
 * The document with the signs of comments from this number on at the beginning of their paragraph where it is the first one of
 * a content control: LibreOffice drops all words of it that stand before such a sign. The words commented on stay marked.
 */
export function withCommentsAhead(xml: string, first: number): string {
  let [written, cursor] = ['', 0];
  for (const paragraph of firstInControls(parseXml(xml))) {
    const [properties] = elementsOf(paragraph);
    const start = properties?.name === 'w:pPr' ? properties.end : paragraph.start + openTag(xml, paragraph).length;
    const signs: string[] = [];
    const left = xml.slice(start, paragraph.end).replace(SIGN, (sign, number: string) => {
      if (Number(number) < first) return sign;
      signs.push(sign);
      return '';
    });
    written += xml.slice(cursor, start) + signs.join('') + left;
    cursor = paragraph.end;
  }
  return written + xml.slice(cursor);
}

/** In the order of the document. A control in a control begins with the same paragraph. */
function firstInControls(element: XmlElement): XmlElement[] {
  const [first] = element.name === 'w:sdtContent' ? elementsOf(element) : [];
  return elementsOf(element).flatMap((child) =>
    child === first && child.name === 'w:p' ? [child] : firstInControls(child),
  );
}
