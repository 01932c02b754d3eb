// The report as a Word document, in the order in which the paper has it.
import { Document, HeadingLevel, Paragraph, type Table } from 'docx';
import { docxBytes } from '#src/docx-file.ts';
import {
  DOCUMENT_STYLES,
  heading,
  isToTheLeft,
  line,
  oneLine,
  pageFoot,
  pageHead,
  run,
  SHEET,
  SMALL,
  words,
} from '#src/docx-pieces.ts';
import { VERSION } from '#src/http/build.ts';
import { type Paper, paperOf } from '../print-view.ts';
import type { Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';
import { findingsInWord, rightInWord } from './docx-findings.ts';
import { linked, linkTo, numbered } from './docx-links.ts';
import { questionsInWord } from './docx-questions.ts';
import { repliesInWord, reviewsInWord } from './docx-replies.ts';
import { signOffInWord } from './docx-sign-off.ts';
import { textInWord } from './docx-text.ts';

/** A report, and what stands beside a signed one. */
export interface Sheet {
  report: Report;
  seal?: Sealed | undefined;
}

/** The document. Words of the article carry its language, ours are English. */
export async function writeReportDocx({ report, seal }: Sheet): Promise<Uint8Array> {
  const paper = await paperOf(report, seal);
  const document = new Document({
    title: oneLine(paper.short_title),
    creator: oneLine(report.article.desk),
    description: oneLine([paper.internal, paper.draft].filter(Boolean).join(' ')),
    styles: DOCUMENT_STYLES,
    sections: [
      {
        properties: SHEET,
        headers: { default: pageHead(paper.internal) },
        footers: { default: pageFoot(paper.running) },
        children: bodyOf(report, paper),
      },
    ],
  });
  return docxBytes(document, report.as_of.at);
}

function bodyOf(report: Report, paper: Paper): (Paragraph | Table)[] {
  return [
    ...frontOf(paper),
    ...notCheckedOf(paper),
    ...findingsInWord(report, paper),
    ...rightInWord(paper),
    ...textInWord(report),
    ...questionsInWord(report),
    ...repliesInWord(paper),
    ...reviewsInWord(paper),
    ...houseOf(paper),
    ...signOffInWord(paper),
    ...hashesOf(paper),
  ];
}

function frontOf({ kind, draft, changes, title, language, byline, corrections, facts, tally }: Paper): Paragraph[] {
  return [
    line(`Verification report · ${kind}`, SMALL),
    line(draft, { italics: true }),
    ...(changes.length === 0 ? [] : [line('What has changed since the report before:', SMALL)]),
    ...changes.map((change) => line(change, SMALL, { bullet: { level: 0 } })),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: isToTheLeft(title, language),
      children: [words(title, language)],
    }),
    line(byline, { color: '555555' }),
    ...corrections.map(({ sentence, since }) => line([sentence, since].filter(Boolean).join(' '), { bold: true })),
    ...facts.map(({ term, words: said, url }) => {
      const what = url === undefined ? run(said) : linked(said, url);
      return new Paragraph({ children: [run(`${term}: `, { bold: true }), what] });
    }),
    ...(tally.length === 0
      ? []
      : [
          line(
            tally.map(({ count, label }) => `${count} ${label}`).join(' · '),
            { bold: true },
            { spacing: { before: 160 } },
          ),
        ]),
  ];
}

function notCheckedOf({ not_checked, all_checked, dropped, language }: Paper): Paragraph[] {
  return [
    heading('Not checked'),
    ...(all_checked === '' ? [] : [line(all_checked)]),
    ...not_checked.map(({ sentence, words: left, remark, claim, jump }) =>
      numbered(
        claim === null ? null : `claim_${claim}`,
        [
          sentence === '–' ? run('– ', SMALL) : linkTo(jump, `Sentence ${sentence} `),
          words(left, language, { italics: true }),
          run(remark === '' ? '' : ` · ${remark}`, SMALL),
        ],
        isToTheLeft(left, language),
      ),
    ),
    ...(dropped === '' ? [] : [line(dropped, SMALL)]),
  ];
}

/** Who checked, how, which interests the desk has, and how to complain. */
function houseOf({ house }: Paper): Paragraph[] {
  return house.flatMap(({ name, lines, scale }) => [
    heading(name),
    ...lines.map(({ words: said, url }) =>
      url === undefined ? line(said) : new Paragraph({ children: [linked(said, url)] }),
    ),
    ...scale.map(
      ({ mark, label, says }) => new Paragraph({ children: [run(`${mark} ${label}: `, { bold: true }), run(says)] }),
    ),
  ]);
}

function hashesOf({ hashes, copies }: Paper): Paragraph[] {
  const all = [...hashes, ...copies.map(({ words: said, hash }) => ({ term: `${said}, SHA-256`, hash }))];
  return [
    heading('To compare'),
    ...all.flatMap(({ term, hash }) => [
      line(term, {}, { keepNext: true }),
      line(hash, { font: 'Courier New', size: 16 }),
    ]),
    line(
      `Made with Claimdesk ${VERSION}. Anybody who holds the text or a copy can compute its SHA-256 and compare.`,
      SMALL,
    ),
  ];
}
