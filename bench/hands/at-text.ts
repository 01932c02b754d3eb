// What somebody sees at the workbench: words in hand, suggestions, what is left, the claim.
import type { Page } from 'playwright-core';
import type { Printed } from '#src/browser/word-list.ts';

export interface Place {
  start: number;
  end: number;
}

export interface Seen {
  /** Words in hand: selected, or found by `u` or `p`. */
  in_hand: Place | null;
  suggestions: Place[];
  left: (Place & { is_leftover: boolean; is_always: boolean; words: string })[];
  /** The sentences of each paragraph. */
  paragraphs: Printed[][];
  /** `start`: where its words begin; null where they are gone. */
  claim: { number: number; state: string; is_key: boolean; asks_said: boolean; start: number | null } | null;
}

export function seenAt(page: Page): Promise<Seen> {
  return page.evaluate(LOOK) as Promise<Seen>;
}

/** Where these words stand in the text; throws where they do not, or more than once. */
export function placeOf({ paragraphs }: Seen, words: string): Place {
  const found = paragraphs.flatMap((sentences) => {
    const text = textOf(sentences);
    const at = text.words.indexOf(words);
    return at === -1 ? [] : [{ start: text.start + at, end: text.start + at + words.length }];
  });
  const [place, ...more] = found;
  if (place === undefined || more.length > 0) throw new Error(`“${words}” stands ${found.length} times in the text.`);
  return place;
}

/** The sentences of the paragraph in which it stands. */
export function paragraphOf({ paragraphs }: Seen, { start }: Place): Printed[] {
  return paragraphs.find((some) => some.some((one) => one.start <= start && start < one.start + one.text.length)) ?? [];
}

/** With the white space between sentences, which no sentence holds. */
function textOf(sentences: readonly Printed[]): { start: number; words: string } {
  const start = sentences[0]?.start ?? 0;
  let words = '';
  for (const sentence of sentences) words = words.padEnd(sentence.start - start) + sentence.text;
  return { start, words };
}

const LOOK = `(() => {
  const outside = '.sign, .in-margin, .visually-hidden';
  const textOf = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT,
      (node) => node.parentElement.closest(outside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    let text = '';
    while (walker.nextNode()) text += walker.currentNode.data;
    return text;
  };
  const placeOf = (element) => {
    const start = Number(element.dataset.start);
    return { start, end: element.dataset.end === undefined ? start + textOf(element).length : Number(element.dataset.end) };
  };
  const startOf = (number) => {
    const mark = document.querySelector('.text mark[data-claim="' + number + '"]');
    const sentence = mark?.closest('.sentence[data-start]');
    if (!sentence) return null;
    const before = document.createRange();
    before.setStart(sentence, 0);
    before.setEndBefore(mark);
    const copy = document.createElement('span');
    copy.append(before.cloneContents());
    for (const extra of copy.querySelectorAll(outside)) extra.remove();
    return Number(sentence.dataset.start) + copy.textContent.length;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const panel = document.querySelector('#claim[data-number]');
  const places = all('.text .suggested[data-start]').map(placeOf);
  const at_hand = document.querySelector('.text .at-hand');
  return {
    in_hand: at_hand ? placeOf(at_hand) : null,
    suggestions: [...new Map(places.map((one) => [one.start + '-' + one.end, one])).values()]
      .sort((a, b) => a.start - b.start || b.end - a.end),
    left: all('.text .sentence.unread, .text .leftover').map((one) => ({ ...placeOf(one), words: textOf(one),
      is_leftover: one.matches('.leftover'), is_always: one.matches('.always') })),
    paragraphs: all('.text .paragraph').map((paragraph) =>
      [...paragraph.querySelectorAll('.sentence[data-start]')].map((one) => ({ start: Number(one.dataset.start), text: textOf(one) }))),
    claim: panel && { number: Number(panel.dataset.number), state: panel.dataset.state,
      is_key: panel.querySelector('.key') !== null, start: startOf(panel.dataset.number), asks_said: panel.querySelector('input[name="attribution_verdict"]') !== null },
  };
})()`;
