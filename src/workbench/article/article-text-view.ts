// The text as the workbench draws it: sentences, claims as nested marks, ticks, leftovers.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { placeOf, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { type Direction, directionOf, dirOf } from '#src/direction.ts';
import { galleyInTurns } from '#src/galley/in-turns.ts';
import { lanesOf } from '#src/galley/underline-rows.ts';
import type { Html } from '#src/http/html.ts';
import { standing } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { partNameOf } from '../part-names.ts';
import { AT_A_TIME, type Drawing, drawParagraph } from './drawn-words-view.ts';
import { suggestedFrom } from './suggestions.ts';

export interface SheetPart {
  role: string;
  name: string;
  /** Which way it is read; its name and margin stand on the side where its lines begin. */
  dir: Direction;
  paragraphs: { number: number; dir: Direction | 'auto'; words: Html }[];
}

/** The parts of the version, drawn with no claim in hand. `how`: one sentence alone, and the line from which suggestions are drawn. */
export async function sheetOf(
  gathered: WorkbenchView,
  how: { sentence?: number; line?: number | undefined } = {},
): Promise<SheetPart[]> {
  await yieldToEventLoop();
  const drawing = await drawingOf(gathered, how.line ?? USUAL_LINE * 100);
  await yieldToEventLoop();
  const parts: (SheetPart & { position: number })[] = [];
  let drawn_since = 0;
  for (const paragraph of drawing.paragraphs) {
    drawn_since += paragraph.segments.length;
    const is_long = drawn_since > AT_A_TIME;
    if (is_long) drawn_since = 0;
    if (is_long) await yieldToEventLoop();
    const last = parts.at(-1);
    const drawn = {
      number: paragraph.number,
      dir: dirOf(paragraph.segments.map((segment) => segment.text).join(''), gathered.article.language),
      words: await drawParagraph(drawing, paragraph, how.sentence),
    };
    if (last?.position === paragraph.part_position) last.paragraphs.push(drawn);
    else
      parts.push({
        position: paragraph.part_position,
        role: paragraph.part_role,
        name: partNameOf(gathered.ground.parts, paragraph.part_position),
        dir: directionOfPart(gathered, paragraph.part_position),
        paragraphs: [drawn],
      });
  }
  return parts;
}

function directionOfPart({ ground, article }: WorkbenchView, position: number): Direction {
  const part = ground.parts.find((one) => one.position === position);
  return directionOf(part ? ground.text.slice(part.start, part.end) : '', article.language);
}

async function drawingOf(gathered: WorkbenchView, line: number): Promise<Drawing> {
  const { ground, coverage, ticks } = gathered;
  const claims = standing(gathered.claims);
  const numbers = new Map(ground.sentences.map((sentence) => [sentence.id, sentence.number]));
  const initials = new Map(gathered.initials.map((one) => [numbers.get(one.sentence_id) ?? 0, one.initials]));
  const unread = new Set(coverage.sentences.filter((one) => one.state === 'unread').map((one) => one.number));
  const leftovers = coverage.sentences.flatMap((sentence) => sentence.leftovers);
  await yieldToEventLoop();
  const suggestions = suggestedFrom(gathered, line);
  const { parts, sentences } = ground;
  const marks = { parts, sentences, claims, ticks, leftovers, suggestions, unread, initialled: initials };
  const paragraphs = await galleyInTurns(ground.text, marks);
  return {
    gathered,
    article_number: gathered.article.number,
    claims: new Map(claims.map((claim) => [claim.number, claim])),
    lanes: lanesOf(paragraphs.flatMap((paragraph) => paragraph.segments)),
    paragraphs,
    starts: new Map(ground.sentences.map((sentence) => [sentence.number, sentence.start])),
    unread,
    nothing: new Set(coverage.sentences.filter((one) => one.state === 'nothing').map((one) => one.number)),
    initials,
    leftovers: new Map(leftovers.flatMap((one) => [[one.start, one] as const])),
    suggestions: new Map(suggestions.map((one) => [placeOf(one), one])),
  };
}
