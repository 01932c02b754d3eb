// A stretch of a text with the words that were looked for marked in it. Pure.
import { type Html, html, joinHtml } from '#src/http/html.ts';
import { type Place, placesOf, type Term } from './typed.ts';

/** How many letters of a text are shown, and how many of them before the first word that was found. */
const SHOWN = 180;
const BEFORE = 60;
/** Of a longer text, only what stands around the words is looked at. */
const LOOKED_THROUGH = 4_000;

/** The whole of a short text, marked. */
export function marked(text: string, terms: readonly (readonly Term[])[]): Html {
  return joined(text, placesIn(text, terms));
}

/** Whether any of the terms stands in the text. */
export function hasAny(text: string, terms: readonly (readonly Term[])[]): boolean {
  return placesIn(text, terms).length > 0;
}

/** The stretch of the text in which most of the terms stand, marked; its beginning where none does. */
export function snippet(text: string, terms: readonly (readonly Term[])[]): Html {
  const part = text.length <= LOOKED_THROUGH ? text : around(text, terms);
  const places = placesIn(part, terms);
  const first = bestOf(places);
  const start = first <= BEFORE ? 0 : wordStart(part, first - BEFORE);
  const end = Math.min(part.length, wordEnd(part, start + SHOWN));
  const within = places.filter((place) => place.start >= start && place.end <= end);
  const shown = part.slice(start, end).replaceAll(/\s/g, ' ');
  const moved = within.map((place) => ({ start: place.start - start, end: place.end - start }));
  const is_cut = { before: start > 0 || part !== text, after: end < part.length || part !== text };
  return html`${is_cut.before && '… '}${joined(shown, moved)}${is_cut.after && ' …'}`;
}

function placesIn(text: string, terms: readonly (readonly Term[])[]): Place[] {
  const all = placesOf(terms.flat(), text)
    .flat()
    .sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return all.filter((place) => {
    if (place.start < end) return false;
    end = place.end;
    return true;
  });
}

/** Where the stretch begins that has most places. */
function bestOf(places: readonly Place[]): number {
  let best = { start: 0, count: 0 };
  for (const { start } of places) {
    const count = places.filter((place) => place.start >= start && place.end <= start + SHOWN - BEFORE).length;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/** Some of a long text around the first of the words as it stands there; all words of it would take too long to read. */
function around(text: string, terms: readonly (readonly Term[])[]): string {
  const folded = text.toLowerCase();
  const at = terms
    .flat()
    .map(({ keys }) => placeOfKey(folded, keys[0] ?? ''))
    .filter((place) => place >= 0);
  const first = Math.max(0, Math.min(...(at.length > 0 ? at : [0])) - BEFORE * 2);
  return text.slice(wordStart(text, first), first + LOOKED_THROUGH).toWellFormed();
}

function placeOfKey(text: string, key: string): number {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return at;
  return -1;
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 30).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at, at + 30).search(/\s/);
  return space < 0 ? at : at + space;
}

function joined(text: string, places: readonly Place[]): Html {
  const pieces: (Html | string)[] = [];
  let end = 0;
  for (const place of places) {
    pieces.push(text.slice(end, place.start), html`<mark>${text.slice(place.start, place.end)}</mark>`);
    end = place.end;
  }
  return joinHtml([...pieces, text.slice(end)]);
}
