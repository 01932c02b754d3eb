// The list of claims as an OpenDocument spreadsheet of one sheet, the same bytes each time. Pure.
import { packedAs } from '#src/packed.ts';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import { xmlText } from '#src/xml-text.ts';
import { CLAIM_SHEET_COLUMNS, type ClaimSheet } from './claim-sheet.ts';

const OPEN_TABLE = 'application/vnd.oasis.opendocument.spreadsheet';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = ['office', 'style', 'text', 'table', 'fo']
  .map((name) => `xmlns:${name}="${OASIS}:${name === 'fo' ? 'xsl-fo-compatible' : name}:1.0"`)
  .join(' ');
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** The claims as the bytes of an OpenDocument spreadsheet. */
export function writeOpenTable({ rows }: ClaimSheet): Uint8Array {
  const styles =
    '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="9cm"/></style:style><style:style style:name="usual" style:family="table-column"><style:table-column-properties style:column-width="3cm"/></style:style><style:style style:name="name" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>';
  const columns = CLAIM_SHEET_COLUMNS.map((name) => `<table:table-column table:style-name="${widthOf(name)}"/>`);
  const names = CLAIM_SHEET_COLUMNS.map((name) => wordsCell(name, ' table:style-name="name"'));
  const table = `<table:table table:name="${xmlText(`${INTERNAL} claims`)}">${columns.join('')}${[names, ...rows.map((row) => row.map(cellOf))].map((cells) => `<table:table-row>${cells.join('')}</table:table-row>`).join('')}</table:table>`;
  const content = `${HEAD}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`;
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const manifest = `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">${entry('/', OPEN_TABLE)}${entry('content.xml', 'text/xml')}</manifest:manifest>`;
  return packedAs(OPEN_TABLE, {
    'content.xml': Buffer.from(content),
    'META-INF/manifest.xml': Buffer.from(manifest),
  });
}

function widthOf(name: string): string {
  return ['words', 'verdict sentence', 'source', 'note'].includes(name) ? 'wide' : 'usual';
}

function cellOf(value: string | number): string {
  if (value === '') return '<table:table-cell/>';
  if (typeof value === 'string') return wordsCell(value);
  return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
}

/** A line is a paragraph; spaces that are not one between two words are said, or they would be folded. */
function wordsCell(words: string, style = ''): string {
  const lines = words.split('\n').map((line) => {
    const spaced = xmlText(line).replace(/^ +| {2,}| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
    return `<text:p>${spaced.replaceAll('\t', '<text:tab/>')}</text:p>`;
  });
  return `<table:table-cell${style} office:value-type="string">${lines.join('')}</table:table-cell>`;
}
