// Spreadsheets as programs write them, made by hand: parts of a workbook, an OpenDocument table.
import { zipOf } from '#tests/support/zip.ts';

type Parts = Record<string, string>;

export function packedFile(parts: Parts): Buffer {
  return zipOf(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetXml {
  name: string;
  state?: string;
  /** What stands in `worksheet`. */
  inside: string;
}

/** A workbook of these sheets; `shared` and `styles` are the insides of their parts. */
export function workbook(
  sheets: readonly SheetXml[],
  {
    shared = '',
    styles = '',
    workbook_pr = '',
    more = {},
  }: { shared?: string; styles?: string; workbook_pr?: string; more?: Parts } = {},
): Buffer {
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${R}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return packedFile({
    '[Content_Types].xml': `${XML}<Types/>`,
    '_rels/.rels': `${XML}<Relationships><Relationship Id="r" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${R}">${workbook_pr}<sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships>${relations.join('')}<Relationship Id="s" Type="${R}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${R}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${XML}<sst ${MAIN}>${shared}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet ${MAIN}>${styles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ inside }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${XML}<worksheet ${MAIN}>${inside}</worksheet>`,
      ]),
    ),
    ...more,
  });
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** An OpenDocument spreadsheet: what stands among its automatic styles and in its body. */
export function openTable({ styles = '', body, more = {} }: { styles?: string; body: string; more?: Parts }): Buffer {
  const content = `${XML}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f" xmlns:dc="d"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  return packedFile({ mimetype: ODS, 'content.xml': content, ...more });
}
