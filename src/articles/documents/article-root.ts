// Where the article stands on a page, and what stands in it that is none of it. Pure.
import type { Flow } from './flow.ts';
import type { LeftOut } from './left-out.ts';
import { type Element, type Page, spacedText } from './markup.ts';

const CONSENT_NAME = /(?:^|[\s_-])(?:consent\w*|cookies?|cookie\w*|gdpr|cmp|onetrust|didomi|privacy)(?=[\s_-]|$)/i;
const CONSENT_WORDS = /cookies?|consent|privacy|partners/i;
const CLUTTER_NAME =
  /(?:^|[\s_-])(?:share|sharing|social|newsletter|subscribe|subscription|related|recommend\w*|read-?more|readmore|more-?stories|most-?read|promo\w*|advert\w*|ads?|sponsor\w*|breadcrumbs?|comments?|tags?|toolbar|pagination|paywall|outbrain|taboola)(?=[\s_-]|$)/i;
const BOX_NAME =
  /(?:^|[\s_-])(?:fact-?box|facts|info-?box|sidebar-?box|key-?points|at-a-glance|explainer)(?=[\s_-]|$)/i;
const PULL_QUOTE_NAME = /(?:^|[\s_-])pull-?quotes?(?=[\s_-]|$)/i;
const LONGEST_NOTICE = 400;

/** Takes notices about cookies off the page, wherever they stand. */
export function removeConsent(page: Page, left_out: LeftOut): void {
  for (const element of page.querySelectorAll('[class], [id]')) {
    if (!CONSENT_NAME.test(nameOf(element)) || !CONSENT_WORDS.test(element.textContent)) continue;
    if (element.querySelector('article, main') || countWords(element) > LONGEST_NOTICE) continue;
    left_out.add('Notices about cookies and consent', spacedText(element));
    element.remove();
  }
}

/**
 * The element that the page itself names as the article: the one with the headline, or the only one; undefined where it
 * names none, or several.
 */
export function namedArticle(page: Page): Element | undefined {
  const named = [...page.querySelectorAll('article, [itemprop~="articleBody"], [role="article"]')];
  const outermost = named.filter((one) => !named.some((other) => other !== one && other.contains(one)));
  const withWords = outermost.filter((one) => countWords(one) > 0);
  const withHeadline = withWords.filter((one) => one.querySelector('h1') !== null);
  if (withHeadline.length === 1) return withHeadline[0];
  return withWords.length === 1 ? withWords[0] : undefined;
}

/** Takes out of the article what is around it elsewhere: menus, shares, teasers; and marks its boxes and pull quotes. */
export function removeClutter(root: Element, left_out: LeftOut): void {
  const all = countWords(root);
  for (const element of root.querySelectorAll('nav, [role="navigation"], [class], [id]')) {
    const name = nameOf(element);
    if (PULL_QUOTE_NAME.test(name)) element.setAttribute('data-part', 'pull_quote');
    else if (BOX_NAME.test(name)) element.setAttribute('data-part', 'box');
    const isMenu = element.localName === 'nav' || element.getAttribute('role') === 'navigation';
    if (!isMenu && !CLUTTER_NAME.test(name)) continue;
    // What holds the headline, or a good part of the article, is the article, whatever it is called.
    if (element.querySelector('h1') || countWords(element) > all * 0.4) continue;
    left_out.add('Menus, shares and teasers in the article', spacedText(element));
    element.remove();
  }
}

type Block = Flow['blocks'][number];

/**
 * The paragraphs of an article that are its text, of all that stand in it: those that a reader found (`known`), and what
 * reads like text: sentences, figures, whatever stands in a box. The rest is named.
 */
export function textAmong(blocks: Block[], known: ReadonlySet<string>, left_out: LeftOut): Block[] {
  const isText = blocks.map((block) => known.has(keyOf(block)) || readsLikeText(block));
  return blocks.filter((block, at) => {
    const isKept = isText[at] === true || (block.role === 'heading' && isText[at + 1] === true);
    if (!isKept) left_out.add('Lines in the article that read like buttons or links', block.text);
    return isKept;
  });
}

/** What was left out between the first and the last paragraph that was taken. */
export function nameBetween(blocks: Block[], taken: ReadonlySet<string>, left_out: LeftOut): void {
  const kept = blocks.map((block) => taken.has(keyOf(block)));
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  for (const [at, block] of blocks.entries())
    if (at > first && at < last && !kept[at]) left_out.add('Between the paragraphs', block.text);
}

/** By which a paragraph is known again after another reader has read it. */
export function keyOf({ text }: Pick<Block, 'text'>): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

function countWords(element: Element): number {
  let words = 0;
  const count = (node: { nodeType: number; localName: string; textContent: string; childNodes: Iterable<never> }) => {
    if (node.nodeType === 3) words += node.textContent.split(/\s+/).filter(Boolean).length;
    else if (!['script', 'style', 'noscript', 'template', 'head'].includes(node.localName))
      for (const child of node.childNodes) count(child);
  };
  count(element as never);
  return words;
}

function readsLikeText(block: Block): boolean {
  if (block.role === 'box' || block.role === 'pull_quote' || block.role === 'caption') return true;
  const linked = block.links.reduce((sum, { start, end }) => sum + end - start, 0);
  const isLink = linked >= block.text.length * 0.8;
  if (isLink && (block.role === 'item' || block.role === 'heading')) return false;
  return /[.!?…]["”’»)]?$/.test(block.text) || /\d/.test(block.text) || block.text.split(/\s+/).length >= 6;
}

function nameOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id ?? ''}`;
}
