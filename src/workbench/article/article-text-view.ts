// The text as the workbench draws it: sentences, claims as nested marks, ticks, leftovers.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { placeOf, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { type Direction, directionOf, dirOf } from '#src/direction.ts';
import { galleyInTurns } from '#src/galley/in-turns.ts';
import type { GalleyParagraph } from '#src/galley/segments.ts';
import { lanesOf } from '#src/galley/underline-rows.ts';
import type { Html } from '#src/http/html.ts';
import { itemAt } from '#src/item-at.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { partNameOf } from '../part-names.ts';
import { AT_A_TIME, type Drawing, drawParagraph } from './drawn-words-view.ts';
import { drawnTogether, type Stretch, stretchesOf } from './text-stretches.ts';

export interface SheetPart {
  role: string;
  name: string;
  /** Which way it is read; its name and margin stand on the side where its lines begin. */
  dir: Direction;
  stretches: Stretch[];
}

export interface DrawnParagraph {
  number: number;
  dir: Direction | 'auto';
  words: Html;
}

/** The stretches by the parts of the version that they stand in. */
export function partsOf({ ground, article }: WorkbenchView, stretches: readonly Stretch[]): SheetPart[] {
  const by_part = Map.groupBy(stretches, ({ part_position }) => part_position);
  return Array.from(by_part, ([position, stretches]) => {
    const part = ground.parts.find((one) => one.position === position);
    return {
      role: part?.role ?? 'body',
      name: partNameOf(ground.parts, position),
      dir: directionOf(part ? ground.text.slice(part.start, part.end) : '', article.language),
      stretches,
    };
  });
}

/** The paragraphs of stretches that are drawn together, with no claim in hand; by stretch. */
export async function drawStretches(
  gathered: WorkbenchView,
  stretches: readonly Stretch[],
): Promise<DrawnParagraph[][]> {
  const { drawing, paragraphs } = await drawingOf(gathered, stretches);
  const drawn: DrawnParagraph[][] = stretches.map(() => []);
  let [at, drawn_since] = [0, 0];
  for (const paragraph of paragraphs) {
    drawn_since += paragraph.segments.length;
    if (drawn_since > AT_A_TIME) {
      drawn_since = 0;
      await yieldToEventLoop();
    }
    if (paragraph.first_sentence > (itemAt(stretches, at).sentences.at(-1)?.number ?? 0)) at += 1;
    itemAt(drawn, at).push({
      number: paragraph.number,
      dir: dirOfParagraph(paragraph, gathered.article.language),
      words: await drawParagraph(drawing, paragraph, undefined),
    });
  }
  return drawn;
}

/** The words of one sentence with what lies on them, and which way its paragraph is read. */
export async function drawnSentence(
  gathered: WorkbenchView,
  number: number,
): Promise<Pick<DrawnParagraph, 'dir' | 'words'> | undefined> {
  const isOf = ({ sentences }: Stretch) => sentences.some((sentence) => sentence.number === number);
  const around = drawnTogether(stretchesOf(gathered, USUAL_LINE * 100)).find((some) => some.some(isOf));
  const { drawing, paragraphs } = await drawingOf(gathered, around ?? []);
  const paragraph = paragraphs.find((one) => one.first_sentence <= number && number <= one.last_sentence);
  return (
    paragraph && {
      dir: dirOfParagraph(paragraph, gathered.article.language),
      words: await drawParagraph(drawing, paragraph, number),
    }
  );
}

function dirOfParagraph({ segments }: GalleyParagraph, language: string): Direction | 'auto' {
  return dirOf(segments.map((segment) => segment.text).join(''), language);
}

async function drawingOf(
  gathered: WorkbenchView,
  stretches: readonly Stretch[],
): Promise<{ drawing: Drawing; paragraphs: GalleyParagraph[] }> {
  // What lies on two of them stands in both.
  const once = <Lying>(by: (stretch: Stretch) => Lying[]) => [...new Set(stretches.flatMap(by))];
  const sentences = once((stretch) => stretch.sentences);
  const claims = once((stretch) => stretch.claims);
  const leftovers = once((stretch) => stretch.leftovers);
  const suggestions = once((stretch) => stretch.suggestions);
  const { text, parts } = gathered.ground;
  const paragraphs = await galleyInTurns(text, {
    ...{ parts, sentences, claims, leftovers, suggestions, ticks: once((stretch) => stretch.ticks) },
    unread: new Set(sentences.filter(({ state }) => state === 'unread').map(({ number }) => number)),
    initialled: new Map(
      sentences.flatMap(({ number, initials }) => (initials === undefined ? [] : [[number, initials]])),
    ),
  });
  const drawing = {
    gathered,
    article_number: gathered.article.number,
    claims: new Map(claims.map((claim) => [claim.number, claim])),
    lanes: lanesOf(paragraphs.flatMap((paragraph) => paragraph.segments)),
    sentences: new Map(sentences.map((sentence) => [sentence.number, sentence])),
    leftovers: new Map(leftovers.flatMap((one) => [[one.start, one] as const])),
    suggestions: new Map(suggestions.map((one) => [placeOf(one), one])),
  };
  return { drawing, paragraphs };
}
