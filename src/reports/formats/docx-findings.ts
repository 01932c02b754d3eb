// Findings in the Word document of a report: in full where needed, in a line what is simply right.
import { HeadingLevel, Paragraph } from 'docx';
import { heading, isToTheLeft, line, run, SMALL, words } from '#src/docx-pieces.ts';
import type { Paper } from '../print-view.ts';
import type { PaperEntry, PaperFix } from '../print-view-finding.ts';
import { questionLines } from '../print-view-questions.ts';
import type { PaperSource } from '../print-view-source.ts';
import type { Report } from '../report.ts';
import { linked, linkTo, numbered, placeAt } from './docx-links.ts';

/** The ink of a verdict's sign, by the colour that the desk chose for it; on white paper. */
const INKS: Record<string, string> = {
  confirmed: '1F6B45',
  corrected: '0C6570',
  disputed: '8A4E00',
  context: '665C00',
  false: 'A3261F',
  unsupported: '6B3FA0',
  author: '3D566B',
};
const OPEN_INK = '57564F';

export function findingsInWord({ questions }: Report, { entries, briefs, language }: Paper): Paragraph[] {
  const none = briefs.length === 0 ? 'No claim is done yet.' : 'No claim needs more than the line it has below.';
  const asked = questions.map(questionLines);
  return [
    heading('Findings'),
    ...(entries.length === 0 ? [line(none)] : []),
    ...entries.flatMap((entry) => [
      headOf(entry, language),
      ...saidOf(entry),
      ...asked
        .filter(({ claims }) => claims.includes(entry.number))
        .map(
          ({ number, point }) =>
            new Paragraph({ children: [run('Who says what: ', SMALL), linkTo(`question-${number}`, point)] }),
        ),
      ...entry.fixes.map((fix) => fixInWord(fix, language)),
      ...entry.rests.map(sourceInWord),
    ]),
  ];
}

function headOf({ number, in_text, mark, verdict, colour, quote }: PaperEntry, language: string): Paragraph {
  const place = placeAt(`claim-${number}`, [linkTo(in_text ? `text-${number}` : '', `${number} `, {})]);
  const said = run(`${mark} ${verdict}: `, { color: INKS[colour] ?? OPEN_INK });
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [place, said, words(quote, language)] });
}

function saidOf({ say, not_checked, provisional, chain, statement, sentence }: PaperEntry): Paragraph[] {
  const lines: [text: string, how: object][] = [
    [say, SMALL],
    [not_checked, { bold: true }],
    [provisional, { italics: true }],
    [chain, SMALL],
    [statement === '' ? '' : `Under check: ${statement}`, SMALL],
    [sentence, {}],
  ];
  return lines.filter(([text]) => text !== '').map(([text, how]) => line(text, how));
}

/** A change proposed to the copy, with what became of it. */
export function fixInWord({ lead, old_words, new_words, reason }: PaperFix, language: string): Paragraph {
  return new Paragraph({
    children: [
      run(`${lead} `, SMALL),
      words(old_words, language, { strike: true }),
      run(' '),
      words(new_words, language, { underline: {} }),
      run(reason === '' ? '' : ` · ${reason}`, SMALL),
    ],
  });
}

function sourceInWord({ title, url, address, from, passage, remarks, copies }: PaperSource): Paragraph {
  const behind = [from === '' ? '' : `, ${from}`, passage === '' ? '' : `: ${passage}`].join('');
  const small = [remarks, address, ...copies].filter(Boolean).join(' · ');
  return new Paragraph({
    bullet: { level: 0 },
    bidirectional: isToTheLeft(`${title}${passage}`),
    children: [linked(title, url), run(behind), run(small === '' ? '' : ` · ${small}`, SMALL)],
  });
}

/** Claims that are simply right, a line each; and what was ticked. */
export function rightInWord({ briefs, brief_name, ticks, language }: Paper): Paragraph[] {
  const right = briefs.map(({ number, in_text, quote, say }) =>
    numbered(
      `claim-${number}`,
      [linkTo(in_text ? `text-${number}` : '', `${number} `), words(quote, language), run(` · ${say}`, SMALL)],
      isToTheLeft(quote, language),
    ),
  );
  const ticked = ticks.map(
    ({ sentence, words: said, say }) =>
      new Paragraph({
        bidirectional: isToTheLeft(said, language),
        children: [
          run(`Sentence ${sentence} `, SMALL),
          words(said, language, { italics: true }),
          run(` · ${say}`, SMALL),
        ],
      }),
  );
  return [
    ...(right.length === 0 ? [] : [heading(brief_name), ...right]),
    ...(ticked.length === 0 ? [] : [heading('Ticked as right'), ...ticked]),
  ];
}
