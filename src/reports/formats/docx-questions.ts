// Who says what in the Word document of a report: each question with its table.
import { HeadingLevel, Paragraph, type Table, TableCell, WidthType } from 'docx';
import { heading, isToTheLeft, line, run, SMALL } from '#src/docx-pieces.ts';
import { tableInWord } from '#src/docx-table.ts';
import { itemAt } from '#src/item-at.ts';
import { questionLines } from '../print-view-questions.ts';
import type { Report } from '../report.ts';
import { linked, placeAt } from './docx-links.ts';

type Question = ReturnType<typeof questionLines>;

/** How the columns share the width of the sheet. */
const COLUMNS = [2600, 3938, 3100];

/** The questions; their plots say nothing that the tables do not. */
export function questionsInWord({ questions }: Report): (Paragraph | Table)[] {
  if (questions.length === 0) return [];
  return [heading('Who says what'), ...questions.map(questionLines).flatMap(questionInWord)];
}

function questionInWord({ number, point, rule, rule_sentence, copy, lines }: Question): (Paragraph | Table)[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      bidirectional: isToTheLeft(point),
      children: [placeAt(`question-${number}`, [run(point)])],
    }),
    new Paragraph({ children: [run(`${rule}. `, { bold: true }), run(rule_sentence)] }),
    line(copy, SMALL),
    ...(lines.length === 0 ? [] : [tableOf(lines)]),
  ];
}

function tableOf(lines: Question['lines']): Table {
  const head = ['Who', 'Says', 'From'].map((label, index) => cell(index, [line(label, { bold: true, size: 18 })]));
  return tableInWord({ columns: COLUMNS, head, rows: lines.map(cellsOf) });
}

function cellsOf({ who, role, says, quote, changed, remarks, source, url }: Question['lines'][number]): TableCell[] {
  const from = source === '' ? [] : [new Paragraph({ children: [linked(source, url, { size: 19 })] })];
  return [
    cell(0, [line(who, { bold: true }), ...(role === '' ? [] : [line(role, SMALL)])]),
    cell(1, [
      line(says),
      ...(quote === '' ? [] : [line(quote, { italics: true })]),
      ...(changed === '' ? [] : [line(`↻ Changed since: ${changed}`, SMALL)]),
    ]),
    // A cell without a paragraph is no valid document.
    cell(2, [...(remarks === '' && from.length > 0 ? [] : [line(remarks, SMALL)]), ...from]),
  ];
}

function cell(column: number, children: Paragraph[]): TableCell {
  return new TableCell({
    width: { size: itemAt(COLUMNS, column), type: WidthType.DXA },
    margins: { top: 60, bottom: 40, left: 60, right: 100 },
    children,
  });
}
