// What a workbook says of itself beside its sheets: title, maker, moment, heads of printed pages. Pure.
import type writeExcelFile from 'write-excel-file/node';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import type { Report } from '../report.ts';

type Parts = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>;

const PROPERTIES = 'docProps/core.xml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const PROPERTIES_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** The parts of a workbook that its writer leaves out. An internal one says so on each printed page and in its title. */
export function workbookParts(report: Report): Parts {
  const override = `<Override PartName="/${PROPERTIES}" ContentType="${PROPERTIES_TYPE}"/>`;
  const relation = `<Relationship Id="rIdProperties" Type="${PROPERTIES_RELATION}" Target="${PROPERTIES}"/>`;
  return [
    {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': { insert: () => printedHeads(report) },
          '[Content_Types].xml': { insert: () => override },
          '_rels/.rels': { insert: () => relation },
        },
        write: { files: () => ({ [PROPERTIES]: propertiesOf(report) }) },
      },
    },
  ];
}

function printedHeads({ audience, audience_label, article, state_label }: Report): string {
  const head = audience === 'internal' ? `&C${audience_label.replaceAll('&', '&&')}` : '';
  const foot = `&LArticle ${article.number}, ${state_label}&R&P / &N`;
  return `<headerFooter>${head && element('oddHeader', head)}${element('oddFooter', foot)}</headerFooter>`;
}

function propertiesOf({ audience, article, state_label, as_of }: Report): string {
  const title = `${audience === 'internal' ? `${INTERNAL} ` : ''}Report, ${state_label}: ${article.title}`;
  const moment = `${as_of.at.slice(0, 19)}Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('dc:title', title),
    element('dc:creator', article.desk),
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    '</cp:coreProperties>',
  ].join('');
}

/** Noncharacters may stand in no XML. */
function element(name: string, words: string): string {
  const safe = words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<${name}>${safe}</${name}>`;
}
