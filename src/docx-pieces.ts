// Pieces of the Word documents that the desk writes with the docx package: runs, headings, the sheet.
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { directionOf } from '#src/direction.ts';

/** A4 without its margins of 2 cm, in twentieths of a point. */
export const SHEET_WIDTH = 9638;
const MARGIN = 1134;

export const SHEET = {
  page: {
    size: { width: 11906, height: 16838 },
    margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
  },
};

const BLACK = '000000';
export const SMALL = { size: 17, color: '555555' };
export const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };

/** Words of the desk are English; those of an article carry its language. */
export const DOCUMENT_STYLES = {
  default: {
    document: {
      run: { font: 'Georgia', size: 21, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 80 } },
    },
    title: { run: { font: 'Georgia', size: 36, bold: true, color: BLACK }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { font: 'Georgia', size: 26, bold: true, color: BLACK },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: 'Georgia', size: 22, bold: true, color: BLACK },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
    },
  },
};

/** Words as one run, without the line ends that Word takes for nothing. */
export function run(text: string, how: IRunOptions = {}): TextRun {
  return new TextRun({ rightToLeft: isToTheLeft(text), ...how, text: oneLine(text) });
}

/** Words of the article, in its language and the way it is read. */
export function words(text: string, language: string, how: IRunOptions = {}): TextRun {
  const rightToLeft = isToTheLeft(text, language);
  return run(text, { ...how, rightToLeft, language: { value: language, bidirectional: language } });
}

/** A paragraph of plain words, running the way that they do. */
export function line(text: string, how: IRunOptions = {}, paragraph: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ bidirectional: isToTheLeft(text), ...paragraph, children: [run(text, how)] });
}

export function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] });
}

export function isToTheLeft(text: string, language?: string): boolean {
  return directionOf(text, language) === 'rtl';
}

/** One line; what XML cannot carry goes. Outer spaces stay. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f]+/g, ' ').replace(/[\ufffe\uffff]/g, '');
}

/** At the head of each page: whom the document is for, where it is for the desk alone. */
export function pageHead(internal_said: string): Header {
  const said = internal_said === '' ? [] : [run(internal_said, { bold: true, color: 'A01818', size: 20 })];
  return new Header({ children: [new Paragraph({ children: said })] });
}

/** At the foot of each page: what it is a page of, and which of how many. */
export function pageFoot(said: string): Footer {
  const page = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...SMALL });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.END, children: [run(`${said} · `, SMALL), page] })],
  });
}
