// The sign-off checks in the Word document of a report, with the reasons and waivers given to them.
import { HeadingLevel, Paragraph } from 'docx';
import { heading, isToTheLeft, line, run, SMALL } from '#src/docx-pieces.ts';
import type { Paper } from '../print-view.ts';
import type { PaperSignOff } from '../print-view-sign-off.ts';

/** How each check stands, said in words as on the paper; then what people said to what was missing. */
export function signOffInWord({ sign_off }: Paper): Paragraph[] {
  const { profile, checks, answers } = sign_off;
  return [
    heading('What was asked before signing'),
    line(`By the desk’s profile ${profile}.`),
    ...checks.map(checkInWord),
    ...(answers.length === 0
      ? []
      : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run('Reasons and waivers')] })]),
    ...answers.map(answerInWord),
  ];
}

function checkInWord({ rule, sign, stands, sentence, missing }: PaperSignOff['checks'][number]): Paragraph {
  const behind = [rule, stands, missing].filter(Boolean).join(' · ');
  return new Paragraph({ children: [run(`${sign} `, { bold: true }), run(sentence), run(` ${behind}`, SMALL)] });
}

function answerInWord({ rule, kind, words, by, at, of }: PaperSignOff['answers'][number]): Paragraph {
  return new Paragraph({
    bullet: { level: 0 },
    bidirectional: isToTheLeft(words),
    children: [run(`${kind}, ${rule}: `, { bold: true }), run(`“${words}”`), run(` ${by}, ${at} · ${of}`, SMALL)],
  });
}
