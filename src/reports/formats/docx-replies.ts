// Replies, other changes and queries in the Word document of a report.
import { HeadingLevel, Paragraph } from 'docx';
import { heading, isToTheLeft, line, run, SMALL, words } from '#src/docx-pieces.ts';
import type { Paper, PaperQuery } from '../print-view.ts';
import type { PaperAccused, PaperAsked } from '../print-view-replies.ts';
import { fixInWord } from './docx-findings.ts';
import { linkTo } from './docx-links.ts';

/** Whom the article accuses and what they replied; whom the desk asked beside them. */
export function repliesInWord({ accused, asked, language }: Paper): Paragraph[] {
  const others = accused.length > 0 ? 'Others who were asked' : 'Asked';
  return [
    ...(accused.length === 0 ? [] : [heading('Accused, and what they replied')]),
    ...accused.flatMap((one) => accusedInWord(one, language)),
    ...(asked.length === 0 ? [] : [heading(others), ...asked.map(askedInWord)]),
  ];
}

function accusedInWord(one: PaperAccused, language: string): Paragraph[] {
  const { name, role, accusation, reply, not_offered, asked, copy, copy_words, missing } = one;
  const named = [name, role].filter(Boolean).join(', ');
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      bidirectional: isToTheLeft(named),
      children: [run(named)],
    }),
    ...(accusation === '' ? [] : [line(accusation, SMALL)]),
    new Paragraph({ children: [run(`${reply}. `, { bold: true }), run(not_offered)] }),
    ...asked.map(askedInWord),
    ...(copy === ''
      ? []
      : [new Paragraph({ children: [run(`${copy} `), words(copy_words, language, { italics: true })] })]),
    ...(missing === '' ? [] : [line(`Missing: ${missing}`, SMALL)]),
  ];
}

function askedInWord({ number, name, put, until, answer, silence }: PaperAsked): Paragraph {
  const claim = number === '' ? [] : [linkTo(`claim-${number}`, `Claim ${number} `)];
  const behind = [`, ${put}`, until, answer === '' ? silence : `· ${answer}`].filter(Boolean).join(' ');
  return new Paragraph({
    bullet: { level: 0 },
    bidirectional: isToTheLeft(`${name}${put}${answer}`),
    children: [...claim, run(name, { bold: true }), run(behind)],
  });
}

/** Changes to words that are no claim, and the desk's queries. */
export function reviewsInWord({ other_fixes, queries, language }: Paper): Paragraph[] {
  return [
    ...(other_fixes.length === 0
      ? []
      : [heading('Other changes to the copy'), ...other_fixes.map((fix) => fixInWord(fix, language))]),
    ...(queries.length === 0 ? [] : [heading('Queries'), ...queries.map(queryInWord)]),
  ];
}

function queryInWord({ claim, to_whom, question, answers, silence }: PaperQuery): Paragraph {
  return new Paragraph({
    bullet: { level: 0 },
    bidirectional: isToTheLeft(question),
    children: [
      ...(claim === null ? [] : [linkTo(`claim-${claim}`, `Claim ${claim} `)]),
      run(`To the ${to_whom}, `, { bold: true }),
      run(question),
      ...answers.flatMap(({ answer, name }) => [run(` · ${answer} `), run(name, SMALL)]),
      run(silence === '' ? '' : ` ${silence}`, SMALL),
    ],
  });
}
