// The text in the Word document of a report: claims underlined, each leading to its finding.
import { HeadingLevel, type IRunOptions, Paragraph, type ParagraphChild, UnderlineType } from 'docx';
import { PART_LABELS } from '#src/articles/part-labels.ts';
import { heading, isToTheLeft, line, run, SMALL, words } from '#src/docx-pieces.ts';
import type { Finding } from '../finding.ts';
import type { Report, ReportParagraph, ReportSegment } from '../report.ts';
import { linkTo, placeAt } from './docx-links.ts';

const LEGEND =
  'Underlined: a claim, with its number and mark. Dotted: not checked. Grey: a person read it and found nothing to check. ✓ alone: words that simply check.';

interface Known {
  language: string;
  findings: ReadonlyMap<number, Finding>;
  /** The claims whose words have begun: a finding leads to where they do. */
  met: Set<number>;
}

/** The text, part by part. */
export function textInWord({ galley, article, findings }: Report): Paragraph[] {
  const known: Known = {
    language: article.language,
    findings: new Map(findings.map((finding) => [finding.number, finding])),
    met: new Set(),
  };
  return [
    heading('The text, claim by claim'),
    ...galley.flatMap((paragraph, index) => [
      ...(galley[index - 1]?.part_position === paragraph.part_position ? [] : [partName(paragraph)]),
      paragraphInWord(paragraph, known),
    ]),
    line(LEGEND, SMALL),
  ];
}

function partName({ part }: ReportParagraph): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(PART_LABELS[part])] });
}

function paragraphInWord(
  { number, segments, first_sentence, last_sentence }: ReportParagraph,
  known: Known,
): Paragraph {
  const sentences = first_sentence === last_sentence ? `${first_sentence}` : `${first_sentence}–${last_sentence}`;
  return new Paragraph({
    bidirectional: isToTheLeft(segments.map(({ text }) => text).join(''), known.language),
    spacing: { after: 120 },
    children: [
      placeAt(`paragraph-${number}`, [run(`${sentences} `, SMALL)]),
      ...segments.flatMap((segment) => segmentInWord(segment, known)),
    ],
  });
}

function segmentInWord(segment: ReportSegment, { language, findings, met }: Known): ParagraphChild[] {
  const begun = segment.claims.filter((number) => !met.has(number));
  for (const number of begun) met.add(number);
  const said = segment.text
    .split('\n')
    .map((text, index) => words(text, language, { ...looksOf(segment), ...(index === 0 ? {} : { break: 1 }) }));
  // A place within a place, where several claims begin together.
  const placed = begun.reduce<ParagraphChild[]>((inner, number) => [placeAt(`text-${number}`, inner)], said);
  const signs = segment.ends.map((number) =>
    linkTo(`claim-${number}`, `${number}${findings.get(number)?.content_verdict?.mark ?? '?'}`, { superScript: true }),
  );
  return [...placed, ...signs, ...(segment.ends_tick ? [run('✓', { superScript: true })] : [])];
}

function looksOf({ claims, is_unread, leftover_kind, is_initialled }: ReportSegment): IRunOptions {
  if (is_unread || leftover_kind !== null) return { underline: { type: UnderlineType.DOTTED } };
  if (claims.length > 0) return { underline: { type: UnderlineType.SINGLE } };
  return is_initialled ? { color: '777777' } : {};
}
