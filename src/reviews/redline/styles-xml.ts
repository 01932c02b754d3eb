// How the parts of an article look in a redlined document: named styles, as Word knows them. Pure.
import { xmlLine } from '#src/xml-text.ts';

/** `fonts` and sizes are of the document; each style says only what differs. */
export function stylesXml(language: string): string {
  const lang = `<w:lang w:val="${xmlLine(language)}" w:eastAsia="${xmlLine(language)}" w:bidi="${xmlLine(language)}"/>`;
  const run = `<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="23"/><w:szCs w:val="23"/>${lang}`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacing(0, 160, 312)}</w:pPr></w:pPrDefault></w:docDefaults>`;
  return `${defaults}${STYLES.join('')}`;
}

const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  style('Title', 'Title', { paragraph: `<w:keepNext/>${spacing(0, 120, 276)}`, run: `<w:b/><w:bCs/>${size(40)}` }),
  style('Subtitle', 'Subtitle', { paragraph: spacing(0, 240, 300), run: size(27) }),
  style('Caption', 'caption', { paragraph: spacing(80, 80, 264), run: `<w:i/><w:iCs/>${size(20)}` }),
  style('Credit', 'Credit', { paragraph: spacing(80, 80, 264), run: `<w:color w:val="555555"/>${size(19)}` }),
  style('Quote', 'Quote', {
    paragraph: `${spacing(160, 160, 312)}<w:ind w:left="567" w:right="567"/>`,
    run: `<w:i/><w:iCs/>${size(26)}`,
  }),
  style('Box', 'Box', {
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="999999"/></w:pBdr>${spacing(0, 120, 288)}<w:ind w:left="284"/>`,
    run: size(21),
  }),
  style('Header', 'header', {
    paragraph: spacing(0, 0, 240),
    run: `<w:b/><w:bCs/><w:color w:val="A01818"/>${size(20)}`,
  }),
  style('Footer', 'footer', { paragraph: spacing(0, 0, 240), run: `<w:color w:val="555555"/>${size(17)}` }),
  style('CommentText', 'annotation text', { paragraph: spacing(0, 40, 240), run: size(20) }),
  '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
];

function style(id: string, name: string, { paragraph, run }: { paragraph: string; run: string }): string {
  return `<w:style w:type="paragraph"${id === 'Box' || id === 'Credit' ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

/** Half points, for letters of every script. */
function size(half_points: number): string {
  return `<w:sz w:val="${half_points}"/><w:szCs w:val="${half_points}"/>`;
}

function spacing(before: number, after: number, line: number): string {
  return `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
}
