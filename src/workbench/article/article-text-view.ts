// The text as the workbench draws it: sentences, claims as nested marks, ticks, leftovers.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { type Proposal, placeOf, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { type Direction, directionOf, dirOf } from '#src/direction.ts';
import { type GalleyMarks, type GalleyParagraph, type GalleySegment, galleyInSteps } from '#src/galley/segments.ts';
import { lanesOf } from '#src/galley/underline-rows.ts';
import { type Html, html, joinHtml } from '#src/http/html.ts';
import { url } from '#src/paths.ts';
import type { Range } from '#src/reading/text/range.ts';
import { type Gathered, wouldCover } from '../gather-article.ts';
import { type Claim, standing } from '../gather-claims.ts';
import { markOf } from '../marks.ts';
import { partNameOf } from '../part-names.ts';
import { proposedFrom } from './proposals.ts';

export interface SheetPart {
  role: string;
  name: string;
  /** Which way it is read; its name and margin stand on the side where its lines begin. */
  dir: Direction;
  paragraphs: { number: number; dir: Direction | 'auto'; words: Html }[];
}

/** So many stretches of words are drawn at a time: a large text takes a while, and others have their turn in between. */
const AT_A_TIME = 500;

/**
 * The parts of the version, ready to be put on the page; `in_hand` is the number of the claim that is open beside it.
 * `how`: one sentence alone, and the line from which proposals are drawn.
 */
export async function sheetOf(
  gathered: Gathered,
  in_hand: number | null,
  how: { sentence?: number; line?: number | undefined } = {},
): Promise<SheetPart[]> {
  await yieldToEventLoop();
  const drawing = await drawingOf(gathered, in_hand, how.line ?? USUAL_LINE * 100);
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

function directionOfPart({ ground, article }: Gathered, position: number): Direction {
  const part = ground.parts.find((one) => one.position === position);
  return directionOf(part ? ground.text.slice(part.start, part.end) : '', article.language);
}

interface Drawing {
  gathered: Gathered;
  article_number: number;
  claims: Map<number, Claim>;
  lanes: Map<number, number>;
  in_hand: number | null;
  paragraphs: GalleyParagraph[];
  starts: Map<number, number>;
  unread: Set<number>;
  nothing: Set<number>;
  initials: Map<number, string>;
  leftovers: Map<number, Range>;
  proposals: Map<string, Proposal>;
}

async function drawingOf(gathered: Gathered, in_hand: number | null, line: number): Promise<Drawing> {
  const { ground, coverage, ticks } = gathered;
  const claims = standing(gathered.claims);
  const numbers = new Map(ground.sentences.map((sentence) => [sentence.id, sentence.number]));
  const initials = new Map(gathered.initials.map((one) => [numbers.get(one.sentence_id) ?? 0, one.initials]));
  const unread = new Set(coverage.sentences.filter((one) => one.state === 'unread').map((one) => one.number));
  const leftovers = coverage.sentences.flatMap((sentence) => sentence.leftovers);
  await yieldToEventLoop();
  const proposals = proposedFrom(gathered, line);
  const { parts, sentences } = ground;
  const marks = { parts, sentences, claims, ticks, leftovers, proposals, unread, initialled: initials };
  const paragraphs = await galleyInTurns(ground.text, marks);
  return {
    gathered,
    article_number: gathered.article.number,
    claims: new Map(claims.map((claim) => [claim.number, claim])),
    lanes: lanesOf(paragraphs.flatMap((paragraph) => paragraph.segments)),
    in_hand,
    paragraphs,
    starts: new Map(ground.sentences.map((sentence) => [sentence.number, sentence.start])),
    unread,
    nothing: new Set(coverage.sentences.filter((one) => one.state === 'nothing').map((one) => one.number)),
    initials,
    leftovers: new Map(leftovers.flatMap((one) => [[one.start, one] as const])),
    proposals: new Map(proposals.map((one) => [placeOf(one), one])),
  };
}

async function galleyInTurns(text: string, marks: GalleyMarks): Promise<GalleyParagraph[]> {
  const steps = galleyInSteps(text, marks);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await yieldToEventLoop();
  }
}

async function drawParagraph(drawing: Drawing, paragraph: GalleyParagraph, only: number | undefined): Promise<Html> {
  const pieces: Html[] = [];
  let drawn_since = 0;
  for (const stretch of stretchesOf(paragraph)) {
    const drawn: Html[] = [];
    for (const segment of stretch.segments) {
      if (++drawn_since % AT_A_TIME === 0) await yieldToEventLoop();
      drawn.push(drawSegment(drawing, segment));
    }
    const words = joinHtml(drawn);
    if (stretch.sentence === null) {
      if (only === undefined) pieces.push(words);
    } else if (only === undefined) pieces.push(drawSentence(drawing, stretch.sentence, words));
    else if (only === stretch.sentence) pieces.push(words);
  }
  return joinHtml(pieces);
}

function stretchesOf(paragraph: GalleyParagraph): { sentence: number | null; segments: GalleySegment[] }[] {
  const stretches: { sentence: number | null; segments: GalleySegment[] }[] = [];
  for (const segment of paragraph.segments) {
    const last = stretches.at(-1);
    if (last?.sentence === segment.sentence) last.segments.push(segment);
    else stretches.push({ sentence: segment.sentence, segments: [segment] });
  }
  return stretches;
}

function drawSentence(drawing: Drawing, number: number, words: Html): Html {
  const initials = drawing.initials.get(number);
  const kind = drawing.unread.has(number) ? ' unread' : drawing.nothing.has(number) ? ' nothing' : '';
  const covers = wouldCover(drawing.gathered, number);
  const data_covers = covers.length > 0 && html` data-covers="${covers.join(', ')}"`;
  const address = url('sentence', { id: drawing.article_number, number });
  const margin =
    initials === undefined
      ? html`<a class="in-margin" href="${address}"><bdi><span class="visually-hidden">Sentence </span>${number}</bdi></a>`
      : html`<a class="in-margin initials" href="${address}" title="Nothing to check: ${initials}"><bdi>${initials}<span class="visually-hidden">, sentence ${number}, nothing to check</span></bdi></a>`;
  return html`<span class="sentence${kind}" id="sentence-${number}" data-sentence="${number}" data-start="${drawing.starts.get(number)}"${data_covers}>${margin}${words}</span>`;
}

function drawSegment(drawing: Drawing, segment: GalleySegment): Html {
  let drawn = proposed(drawing, segment, drawWords(drawing, segment));
  const inner = segment.claims.at(-1);
  const isSeen = segment.text.trim() !== '';
  if (inner !== undefined && isSeen) drawn = linked(drawing, inner, html`${drawn}${signOf(drawing, segment, inner)}`);
  for (const number of [...segment.claims].reverse()) {
    const sign = number === inner ? null : signOf(drawing, segment, number);
    drawn = marked(drawing, { number, segment }, html`${drawn}${sign && linked(drawing, number, sign)}`);
  }
  return drawn;
}

function drawWords(drawing: Drawing, segment: GalleySegment): Html {
  if (segment.leftover_kind !== null) {
    const { start, end } = drawing.leftovers.get(segment.start) ?? segment;
    const always = segment.leftover_kind === 'placeholder' ? ' always' : '';
    return html`<span class="leftover${always}" data-start="${start}" data-end="${end}">${segment.text}</span>`;
  }
  if (segment.tick_id === null || segment.text.trim() === '') return html`${segment.text}`;
  return html`<span class="tick">${segment.text}<span class="sign" dir="ltr"><span class="visually-hidden"> ticked</span><span aria-hidden="true">✓</span></span></span>`;
}

/** What nobody has taken yet: dashed, with a sign after its last word that leads to its reasons. */
function proposed(drawing: Drawing, segment: GalleySegment, words: Html): Html {
  let drawn = words;
  for (const place of [...segment.proposals].reverse()) {
    const proposal = drawing.proposals.get(placeOf(place));
    if (proposal === undefined) continue;
    const { start, end, sentence, reasons } = proposal;
    const address = `${url('sentence', { id: drawing.article_number, number: sentence })}#proposal-${placeOf(place)}`;
    const sign =
      segment.end === end &&
      html`<a class="sign" dir="ltr" href="${address}"><span aria-hidden="true">+</span><span class="visually-hidden"> proposed: ${reasons.join(', ')}</span></a>`;
    drawn = html`<span class="proposed" data-start="${start}" data-end="${end}">${drawn}${sign}</span>`;
  }
  return drawn;
}

function linked(drawing: Drawing, number: number, words: Html): Html {
  const address = `${url('claim', { id: drawing.article_number, number })}#claim`;
  const current = number === drawing.in_hand && html` aria-current="true"`;
  return html`<a href="${address}"${current}>${words}</a>`;
}

function signOf(drawing: Drawing, segment: GalleySegment, number: number): Html | null {
  const claim = drawing.claims.get(number);
  if (claim === undefined || !segment.ends.includes(number)) return null;
  const { sign, label } = markOf(claim);
  return html`<span class="sign" dir="ltr">${number}${sign}<span class="visually-hidden"> ${label}</span></span>`;
}

function marked(drawing: Drawing, at: { number: number; segment: GalleySegment }, words: Html): Html {
  const { number, segment } = at;
  const claim = drawing.claims.get(number);
  if (claim === undefined) return words;
  const lane = Math.min(drawing.lanes.get(number) ?? 0, 2);
  const classes = [
    'claim',
    markOf(claim).colour,
    claim.verdict !== null && claim.state !== 'closed' && 'provisional',
    number === drawing.in_hand && 'on',
    lane > 0 && `lane-${lane}`,
    segment.starts.includes(number) && 'begins',
    segment.ends.includes(number) && 'ends',
  ];
  return html`<mark class="${classes.filter(Boolean).join(' ')}" data-claim="${number}">${words}</mark>`;
}
