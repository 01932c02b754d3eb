// The list of changes as a Word document, old words struck out, new ones underlined.
import {
  Document,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  type Table,
  TableCell,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { docxBytes } from '#src/docx-file.ts';
import {
  DOCUMENT_STYLES,
  HAIRLINE,
  heading,
  isToTheLeft,
  oneLine,
  pageFoot,
  pageHead,
  run,
  SHEET,
  SMALL,
  words,
} from '#src/docx-pieces.ts';
import { tableInWord } from '#src/docx-table.ts';
import { itemAt } from '#src/item-at.ts';
import type { ChangeList, ListedFix, ListedQuery } from './change-list.ts';

/** How the columns share the width of the sheet. */
const COLUMNS = [600, 700, 5438, 2900];

/** The document. Words of the article carry its language, ours are English. */
export function writeListDocx(list: ChangeList): Promise<Uint8Array> {
  const document = new Document({
    title: `Fixes: ${oneLine(list.article.title)}`,
    creator: oneLine(list.desk),
    description: `${list.internal_said === '' ? '' : `${list.internal_said} `}Fixes and queries, version ${list.version}, as of ${list.as_of}`,
    styles: DOCUMENT_STYLES,
    sections: [
      {
        properties: SHEET,
        headers: { default: pageHead(list.internal_said) },
        footers: { default: pageFoot(`Article ${list.article.number}, version ${list.version}`) },
        children: bodyOf(list),
      },
    ],
  });
  return docxBytes(document, list.at);
}

function bodyOf(list: ChangeList): (Paragraph | Table)[] {
  const { article, desk, version, as_of, groups, refused_count, queries } = list;
  const language = article.language;
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run('Fixes: '), words(article.title, language)] }),
    new Paragraph({ children: [run(`${desk}, version ${version}, as of ${as_of}`, { color: '555555' })] }),
    ...groups.flatMap(({ name, rows }) => [heading(`${name} (${rows.length})`), tableOf(rows, language)]),
    ...(groups.length === 0 ? [new Paragraph('No fixes yet.')] : []),
    ...(refused_count > 0
      ? [
          new Paragraph({
            spacing: { before: 160 },
            children: [run(`${refused_count} refused, not in this list.`, { color: '555555' })],
          }),
        ]
      : []),
    ...(queries.length > 0
      ? [heading(`Queries (${queries.length})`), ...queries.flatMap((query) => queryOf(query, language))]
      : []),
  ];
}

function tableOf(rows: ListedFix[], language: string): Table {
  const head = ['Done', 'No.', 'Change', 'Why'].map((label, index) =>
    cell(index, [new Paragraph({ spacing: { after: 0 }, children: [run(label, { bold: true, size: 18 })] })]),
  );
  return tableInWord({ columns: COLUMNS, head, rows: rows.map((fix) => cellsOf(fix, language)) });
}

function cellsOf(fix: ListedFix, language: string): TableCell[] {
  const { number, is_done, where, before, after, old_words, new_words, reason, version_note, said } = fix;
  const change = [
    words(before, language),
    ...(is_done ? [] : [words(old_words, language, { strike: true }), run(' ')]),
    words(new_words, language, { bold: true, underline: {} }),
    words(after, language),
  ];
  const why = [reason, version_note, ...said].filter((line) => line !== '');
  return [
    cell(0, [new Paragraph({ children: [run(is_done ? '☑' : '☐', { font: 'Segoe UI Symbol', size: 26 })] })]),
    cell(1, [new Paragraph(String(number))]),
    cell(2, [
      new Paragraph({
        bidirectional: isToTheLeft(`${before}${old_words}${new_words}${after}`, language),
        spacing: { after: 60, line: 288, lineRule: LineRuleType.AUTO },
        children: change,
      }),
      new Paragraph({ spacing: { after: 0 }, children: [run(where, SMALL)] }),
    ]),
    cell(
      3,
      why.map(
        (line, index) =>
          new Paragraph({
            bidirectional: isToTheLeft(line),
            spacing: { after: 40 },
            children: [run(line, index === 0 && reason !== '' ? { size: 19 } : SMALL)],
          }),
      ),
    ),
  ];
}

function cell(column: number, children: Paragraph[]): TableCell {
  return new TableCell({
    width: { size: itemAt(COLUMNS, column), type: WidthType.DXA },
    margins: { top: 80, bottom: 80, left: 60, right: 100 },
    verticalAlign: VerticalAlignTable.TOP,
    // A cell without a paragraph is no valid document.
    children: children.length > 0 ? children : [new Paragraph('')],
  });
}

function queryOf(
  { number, to_whom, where, question, words: about, answers, state }: ListedQuery,
  language: string,
): Paragraph[] {
  const lead = `Query ${number}, ${to_whom}, ${where}${state === 'open' ? ', open' : ''}`;
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 200, after: 40 },
      children: [run(lead, { ...SMALL, bold: true })],
    }),
    ...(about === ''
      ? []
      : [
          new Paragraph({
            bidirectional: isToTheLeft(about, language),
            indent: { left: 300 },
            children: [words(about, language, { italics: true })],
          }),
        ]),
    new Paragraph({ bidirectional: isToTheLeft(question), children: [run(question)] }),
    ...answers.map(
      ({ answer, by }) => new Paragraph({ indent: { left: 300 }, children: [run(`${by}: `, SMALL), run(answer)] }),
    ),
    ...(state === 'open'
      ? [new Paragraph({ spacing: { before: 200 }, border: { bottom: HAIRLINE }, children: [run('Answer: ', SMALL)] })]
      : []),
  ];
}
