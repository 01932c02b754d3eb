// Writes a redline as a Word document: the parts of the package, and the ZIP around them. Pure.
import { strToU8 } from 'fflate';
import { directionOf } from '#src/direction.ts';
import { packed } from '#src/packed.ts';
import { xmlLine } from '#src/xml-text.ts';
import { COMMENTS, THREADS, withPrefixes } from './comment-parts.ts';
import { commentsXml, numberedRemarks, threadsXml } from './comments-xml.ts';
import { paragraphsXml } from './document-xml.ts';
import type { Redline } from './redline.ts';
import { stylesXml } from './styles-xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The bytes of the document. Accepting all its changes gives the text with them, rejecting all gives the text, letter for letter. */
export function writeRedline(redline: Redline): Uint8Array {
  const remarks = numberedRemarks(redline.remarks);
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_LINKS,
    'docProps/core.xml': coreXml(redline),
    'word/_rels/document.xml.rels': DOCUMENT_LINKS,
    'word/document.xml': documentXml(redline),
    'word/comments.xml': `${HEAD}${COMMENTS_ROOT}${commentsXml(remarks)}</${COMMENTS.root}>`,
    'word/commentsExtended.xml': `${HEAD}${THREADS_ROOT}${threadsXml(remarks)}</${THREADS.root}>`,
    'word/styles.xml': `${HEAD}<w:styles ${WORD}>${stylesXml(redline.language)}</w:styles>`,
    'word/settings.xml': SETTINGS,
    'word/header1.xml': `${HEAD}<w:hdr ${WORD}>${lineXml('Header', textXml(redline.face))}</w:hdr>`,
    'word/footer1.xml': `${HEAD}<w:ftr ${WORD}>${lineXml('Footer', `${textXml(`${redline.foot} · `)}${PAGE}`)}</w:ftr>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return packed(Object.fromEntries(files));
}

const COMMENTS_ROOT = withPrefixes(`<${COMMENTS.root}>`, ['w', 'w14']);
const THREADS_ROOT = withPrefixes(`<${THREADS.root}>`, ['w15']);

function documentXml(redline: Redline): string {
  const bidi = directionOf('', redline.language) === 'rtl' ? '<w:bidi/>' : '';
  const section = [
    '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>',
    '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>',
    bidi,
  ].join('');
  const body = `${paragraphsXml(redline)}<w:sectPr>${section}</w:sectPr>`;
  return `${HEAD}<w:document ${WORD} ${LINKS}><w:body>${body}</w:body></w:document>`;
}

const PAGE =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

function lineXml(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
}

function textXml(text: string): string {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${xmlLine(text)} </w:t></w:r>`;
}

function coreXml({ title, creator, language, at }: Redline): string {
  const names = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const said = [
    `<dc:title>${xmlLine(title)}</dc:title><dc:creator>${xmlLine(creator)}</dc:creator>`,
    `<dc:language>${xmlLine(language)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${xmlLine(at)}</dcterms:created>`,
  ].join('');
  return `${HEAD}<cp:coreProperties ${names}>${said}</cp:coreProperties>`;
}

const CONTENT_TYPES = [
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  '<Default Extension="xml" ContentType="application/xml"/>',
  ...['document.main', 'comments', 'styles', 'settings', 'header', 'footer'].map((name) => {
    const file = { 'document.main': 'document', header: 'header1', footer: 'footer1' }[name] ?? name;
    return `<Override PartName="/word/${file}.xml" ContentType="${TYPE}.${name}+xml"/>`;
  }),
  `<Override PartName="/word/${THREADS.name}.xml" ContentType="${THREADS.type}"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('');

const PACKAGE_LINKS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const DOCUMENT_LINKS = [
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
  ...['styles', 'settings', 'comments', 'header', 'footer'].map((name, index) => {
    const file = name === 'header' || name === 'footer' ? `${name}1` : name;
    return `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${name}" Target="${file}.xml"/>`;
  }),
  `<Relationship Id="rId6" Type="${THREADS.kind}" Target="${THREADS.name}.xml"/>`,
  '</Relationships>',
].join('');

/** What the writer changes besides is tracked, too. */
const SETTINGS = `${HEAD}<w:settings ${WORD}><w:trackRevisions/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
