// The text of the report as markup, with its claims; each sign leads to its finding.
import { PART_LABELS } from '#src/articles/part-labels.ts';
import type { PartRole } from '#src/articles/tables.ts';
import { type Direction, directionOf, dirOf } from '#src/direction.ts';
import { lanesOf } from '#src/galley/underline-rows.ts';
import { type Html, html, joinHtml, raw } from '#src/http/html.ts';
import { needed } from '#src/item-at.ts';
import { othersTurn } from '#src/others-turn.ts';
import type { Finding } from './finding.ts';
import type { Report, ReportParagraph, ReportSegment } from './report.ts';

export interface PaperPart {
  role: PartRole;
  /** "Headline", "Caption"; shown above the part's words. */
  name: string;
  dir: Direction;
  /** `number` is that of the paragraph in the whole text, by which jumps find it. */
  paragraphs: { number: number; sentences: string; dir: Direction | 'auto'; words: Html }[];
}

/** Between two signs at one place, which would else read as one number. */
const THIN_SPACE = '\u2009';

/** The parts of the text with their paragraphs drawn. */
export async function paperPartsOf(report: Report): Promise<PaperPart[]> {
  const findings = new Map(report.findings.map((finding) => [finding.number, finding]));
  const parts: PaperPart[] = [];
  const met = new Set<number>();
  const { language } = report.article;
  let part_position = 0;
  for (const paragraph of report.galley) {
    await othersTurn();
    const { part, part_position: position } = paragraph;
    if (position !== part_position) {
      const whole = report.galley.filter((one) => one.part_position === position).map(textOf);
      parts.push({ role: part, name: PART_LABELS[part], dir: directionOf(whole.join(''), language), paragraphs: [] });
    }
    part_position = position;
    const { first_sentence, last_sentence } = paragraph;
    const sentences = first_sentence === last_sentence ? `${first_sentence}` : `${first_sentence}–${last_sentence}`;
    const dir = dirOf(textOf(paragraph), language);
    const words = wordsOf(paragraph, { findings, met });
    parts.at(-1)?.paragraphs.push({ number: paragraph.number, sentences, dir, words });
  }
  return parts;
}

function textOf({ segments }: ReportParagraph): string {
  return segments.map((segment) => segment.text).join('');
}

/** Claims that end and begin in any order become marks that nest: what is to be closed below others closes with them, and those open again. */
function wordsOf({ segments }: ReportParagraph, { findings, met }: Known): Html {
  const lanes = lanesOf(segments);
  const runs = runsOf(segments);
  const pieces: Html[] = [];
  let open: number[] = [];
  runs.forEach((run, index) => {
    for (const number of run.claims.slice(open.length))
      pieces.push(openingOf(number, { findings, met, lane: lanes.get(number) }));
    open = [...run.claims];
    const words = joinHtml(run.segments.map(segmentIn));
    const inner = open.at(-1);
    const ends = new Set(run.segments.flatMap((segment) => segment.ends));
    const sign = inner !== undefined && ends.has(inner) ? signOf(findings.get(inner)) : null;
    pieces.push(inner === undefined ? words : html`<a href="#claim-${inner}">${words}${sign}</a>`);
    const next = runs[index + 1]?.claims ?? [];
    while (open.some((number, depth) => next[depth] !== number)) {
      const closing = needed(open.pop(), 'open bracket');
      if (closing !== inner && ends.has(closing))
        pieces.push(html`<a href="#claim-${closing}">${sign && THIN_SPACE}${signOf(findings.get(closing))}</a>`);
      pieces.push(raw('</mark>'));
    }
  });
  return joinHtml(pieces);
}

interface Known {
  findings: ReadonlyMap<number, Finding>;
  /** The claims whose words have begun: a finding leads to where they do. */
  met: Set<number>;
}

function openingOf(number: number, { findings, met, lane }: Known & { lane: number | undefined }): Html {
  const id = met.has(number) ? null : html` id="text-${number}"`;
  met.add(number);
  return html`<mark class="claim ${classesOf(findings.get(number))}${laneClass(lane)}"${id}>`;
}

/** Neighbouring segments on which the same claims lie, outermost first. */
export interface Run {
  claims: number[];
  segments: ReportSegment[];
}

/** The segments of a paragraph, put together where the same claims lie on them. */
export function runsOf(segments: ReportSegment[]): Run[] {
  const runs: Run[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last && String(last.claims) === String(segment.claims)) last.segments.push(segment);
    else runs.push({ claims: segment.claims, segments: [segment] });
  }
  return runs;
}

function segmentIn(segment: ReportSegment): Html | string {
  const is_left = segment.is_unread || segment.leftover_kind !== null;
  const name = is_left ? 'unread' : segment.is_initialled ? 'nothing' : segment.is_ticked ? 'tick' : null;
  if (name === null) return segment.text;
  const sign = segment.ends_tick && name === 'tick' && html`<span class="sign" dir="ltr">✓</span>`;
  return html`<span class="${name}">${segment.text}${sign}</span>`;
}

function classesOf(finding: Finding | undefined): string {
  const colour = finding?.content_verdict?.colour ?? 'open';
  return finding?.state === 'closed' ? colour : `${colour} provisional`;
}

/** There are three lanes; whatever lies deeper shares the lowest. */
function laneClass(lane = 0): string {
  return lane === 0 ? '' : ` lane-${Math.min(lane, 2)}`;
}

function signOf(finding: Finding | undefined): Html | null {
  if (finding === undefined) return null;
  const { number, content_verdict } = finding;
  const label = content_verdict?.public_label ?? 'not checked';
  return html`<span class="sign" dir="ltr">${number}${content_verdict?.mark ?? '?'}<span class="visually-hidden"> ${label}</span></span>`;
}
