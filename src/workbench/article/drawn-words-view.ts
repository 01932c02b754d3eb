// The words of a paragraph as the workbench draws them: marks, ticks, leftovers and suggestions.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { placeOf, type Suggestion } from '#src/claims/analysis/suggestion.ts';
import type { GalleyParagraph, GalleySegment } from '#src/galley/segments.ts';
import { type Html, html, joinHtml } from '#src/http/html.ts';
import { insertedBehind } from '#src/http/kept-markup.ts';
import { needed } from '#src/item-at.ts';
import { url } from '#src/paths.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { Claim } from '../claim.ts';
import { type WorkbenchView, wouldCover } from '../gather-article.ts';
import { markOf } from '../marks.ts';
import { isProvisional, type SentenceLying } from './text-stretches.ts';

/** So many stretches of words are drawn at a time: a large text takes a while, and others have their turn in between. */
export const AT_A_TIME = 500;

export interface Drawing {
  gathered: WorkbenchView;
  article_number: number;
  claims: Map<number, Claim>;
  lanes: Map<number, number>;
  /** By number, those that are drawn. */
  sentences: Map<number, SentenceLying>;
  leftovers: Map<number, Range>;
  suggestions: Map<string, Suggestion>;
}

/** The words of a paragraph with all that lies on them, or those of one sentence only. */
export async function drawParagraph(
  drawing: Drawing,
  paragraph: GalleyParagraph,
  only: number | undefined,
): Promise<Html> {
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
    } else if (only === undefined) pieces.push(drawSentence(drawing, { number: stretch.sentence, paragraph }, words));
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

type InParagraph = { number: number; paragraph: GalleyParagraph };

function drawSentence(drawing: Drawing, at: InParagraph, words: Html): Html {
  const { number } = at;
  const { state, start } = needed(drawing.sentences.get(number), 'sentence that is drawn');
  const kind = state === 'read' ? '' : ` ${state}`;
  const covers = wouldCover(drawing.gathered, number);
  const data_covers = covers.length > 0 && html` data-covers="${covers.join(', ')}"`;
  return html`<span class="sentence${kind}" id="sentence-${number}" data-start="${start}"${data_covers}>${numberOf(drawing, at)}${words}</span>`;
}

/** In the margin the first sentence of a paragraph with its last ("4–6"); the others' numbers stand before their words. */
function numberOf(drawing: Drawing, { number, paragraph }: InParagraph): Html {
  const { initials, state } = needed(drawing.sentences.get(number), 'sentence that is drawn');
  const { first_sentence, last_sentence } = paragraph;
  const is_first = number === first_sentence;
  const last = is_first && last_sentence > number && html`<span aria-hidden="true">–${last_sentence}</span>`;
  const unread = state === 'unread' && html`<span class="visually-hidden">, not read yet</span>`;
  const said =
    initials === undefined
      ? html`<span class="visually-hidden">Sentence </span>${number}${last}${unread}`
      : html`<span aria-hidden="true">${number}${last} </span><b>${initials}</b><span class="visually-hidden">, sentence ${number}, nothing to check</span>`;
  const title = initials !== undefined && html` title="Nothing to check: ${initials}"`;
  const classes = ['in-margin', !is_first && 'verse', initials !== undefined && 'initials'];
  const address = url('sentence', { id: drawing.article_number, number });
  return html`<a class="${classes.filter(Boolean).join(' ')}" href="${address}"${title}><bdi>${said}</bdi></a>`;
}

function drawSegment(drawing: Drawing, segment: GalleySegment): Html {
  let drawn = suggested(drawing, segment, drawWords(drawing, segment));
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
    return html`<span class="leftover${always}" data-start="${start}" data-end="${end}">${segment.text}${segment.end === end && html`<span class="visually-hidden"> (unchecked)</span>`}</span>`;
  }
  if (segment.tick_id === null || segment.text.trim() === '') return html`${segment.text}`;
  return html`<span class="tick">${segment.text}<span class="sign" dir="ltr"><span class="visually-hidden"> ticked</span><span aria-hidden="true">✓</span></span></span>`;
}

/** What nobody has taken yet: dashed, with a sign after its last word that leads to its reasons. */
function suggested(drawing: Drawing, segment: GalleySegment, words: Html): Html {
  if (segment.suggestions.length === 0) return words;
  let drawn = words;
  for (const place of segment.suggestions.toReversed()) {
    const suggestion = drawing.suggestions.get(placeOf(place));
    if (suggestion === undefined) continue;
    const { start, end, sentence, reasons } = suggestion;
    const address = `${url('sentence', { id: drawing.article_number, number: sentence })}#suggestion-${placeOf(place)}`;
    const sign =
      segment.end === end &&
      html`<a class="sign" dir="ltr" href="${address}"><span aria-hidden="true">+</span><span class="visually-hidden"> suggested: ${reasons.join(', ')}</span></a>`;
    drawn = html`<span class="suggested" data-start="${start}" data-end="${end}">${drawn}${sign}</span>`;
  }
  return drawn;
}

function linked(drawing: Drawing, number: number, words: Html): Html {
  // Words in a link that is dragged about cannot be selected.
  return html`<a href="${url('claim', { id: drawing.article_number, number })}" draggable="false">${words}</a>`;
}

/**
 * The drawn words (as UTF-8) with one claim of theirs in hand, in pieces. Nothing that somebody typed holds a quotation mark in them, so
 * that what is looked for is found in tags alone.
 */
export function withInHand(drawn: readonly Buffer[], claim: { article_number: number; number: number }): Buffer[] {
  const mark = `<mark data-claim="${claim.number}"`;
  let marked = insertedBehind(drawn, `${mark} class="claim `, 'on ');
  marked = insertedBehind(marked, `${mark} data-begins class="claim `, 'on ');
  // Where it begins it is opened: addresses of claims end in this.
  marked = insertedBehind(marked, `${mark} data-begins`, ' id="words"');
  return insertedBehind(
    marked,
    `<a href="${url('claim', { id: claim.article_number, number: claim.number })}"`,
    ' aria-current="true"',
  );
}

function signOf(drawing: Drawing, segment: GalleySegment, number: number): Html | null {
  const claim = drawing.claims.get(number);
  if (claim === undefined || !segment.ends.includes(number)) return null;
  const { sign, label } = markOf(claim);
  const said = [`claim ${number}`, label, claim.is_key === 1 && 'key'].filter(Boolean).join(', ');
  return html`<span class="sign" dir="ltr"><span aria-hidden="true">${number}${sign}</span><span class="visually-hidden">, ${said}</span></span>`;
}

function marked(drawing: Drawing, at: { number: number; segment: GalleySegment }, words: Html): Html {
  const { number, segment } = at;
  const claim = drawing.claims.get(number);
  if (claim === undefined) return words;
  const lane = Math.min(drawing.lanes.get(number) ?? 0, 2);
  const classes = [
    'claim',
    markOf(claim).colour,
    isProvisional(claim) && 'provisional',
    lane > 0 && `lane-${lane}`,
    segment.starts.includes(number) && 'begins',
    segment.ends.includes(number) && 'ends',
  ];
  const begins = segment.starts.includes(number) && html` data-begins`;
  return html`<mark data-claim="${number}"${begins} class="${classes.filter(Boolean).join(' ')}">${words}</mark>`;
}
