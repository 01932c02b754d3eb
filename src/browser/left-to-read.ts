// Goes through what is left to read, one by one, and says what it comes to.
import { pointAt } from './aim.ts';
import { say } from './live-region.ts';
import { textNodesOf } from './selection.ts';
import { couldNot } from './setbacks.ts';

const LONGEST_SAID = 90;

/** Where in the text it goes on, and beside which claim it was last: from another claim in hand it starts anew. */
let from: number | null = null;
let beside: string | undefined;

/** Where somebody left the text for another page, so that it goes on there when they come back to it. */
const LEFT_AT = 'left-to-read';

/** Remembers it for the page that comes back to this article. */
export function leaveOff(article: string, start: number): void {
  sessionStorage.setItem(LEFT_AT, `${article} ${start}`);
}

function comeBack(): void {
  const [article, start] = (sessionStorage.getItem(LEFT_AT) ?? '').split(' ');
  sessionStorage.removeItem(LEFT_AT);
  if (!start || article !== document.querySelector<HTMLElement>('#workbench')?.dataset.article) return;
  from = Number(start);
  beside = document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number;
}

comeBack();

/** Goes on behind what was just done there. */
export function leftOff(start: number): void {
  from = start - 1;
}

/**
 * Goes to the next sentence that nobody read, or the next leftover: behind the one before, or from the sentence of the claim
 * that has come in hand since. After the last comes the first.
 */
export function pointAtNext(said_before = ''): void {
  const claim = document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number;
  if (claim !== beside && claim !== undefined) from = startOf(claim) ?? from;
  beside = claim;
  const left = [...document.querySelectorAll<HTMLElement>('.text .sentence.unread, .text .leftover')];
  const next = left.find((element) => from === null || Number(element.dataset.start) > from) ?? left[0];
  pointAt(next ? [next] : []);
  if (!next) {
    couldNot(`${said_before} Nothing is left to read.`.trim());
    return;
  }
  from = Number(next.dataset.start);
  say(`${said_before} ${whatIs(next)}`.trim(), true);
}

/** Just before the sentence in which the claim begins. */
function startOf(claim: string): number | null {
  const mark = document.querySelector(`.text mark[data-claim="${claim}"]`);
  const sentence = mark?.closest<HTMLElement>('.sentence[data-start]');
  return sentence ? Number(sentence.dataset.start) - 1 : null;
}

function whatIs(element: HTMLElement): string {
  const words = textNodesOf(element)
    .map((node) => node.data)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const said = words.length > LONGEST_SAID ? `${words.slice(0, LONGEST_SAID)} …` : words;
  if (element.matches('.leftover.always')) return `Still to be filled in: “${said}”. Only a new version can do that.`;
  if (element.matches('.leftover'))
    return `Unchecked: “${said}”. Press . to tick it, or select around it with the arrows.`;
  return `Not read yet: “${said}”. Press a digit, c, . or x; the arrows select words of it.`;
}
