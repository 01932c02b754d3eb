// Asking by one key: about selected words, the claim in hand, or the article.
import type { Aim } from './aim.ts';
import { leaveOff } from './left-to-read.ts';
import { goTo } from './swap.ts';

const FORMS = {
  queries: '#claim textarea[name="question"]',
  fixes: '#claim input[name="new_words"]',
} as const;

export type Asking = keyof typeof FORMS;

/** The field of the claim in hand in which it is asked; null where words are aimed at, or no claim is in hand. */
export function fieldFor(asking: Asking, aim: Aim | null): string | null {
  return aim === null && document.querySelector(FORMS[asking]) ? FORMS[asking] : null;
}

/** Opens the page on which it is asked, with these words filled in. */
export function askOnItsPage(asking: Asking, aim: Aim | null): Promise<boolean> | false {
  const article = document.querySelector<HTMLElement>('#workbench')?.dataset.article;
  if (!article) return false;
  const range = aim && { start: String(aim.start), end: String(aim.end), version: aim.version };
  const words = range ? { ...range, from_text: '1' } : {};
  const claim = aim ? document.querySelector<HTMLElement>('#workbench .beside')?.dataset.claim : undefined;
  const in_hand = aim ? document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number : undefined;
  const list = aim ? new URLSearchParams(location.search).get('list') : null;
  const query = new URLSearchParams({
    ...words,
    ...(claim && isInClaim(claim) ? { claim } : {}),
    ...(in_hand ? { in_hand } : {}),
    ...(list ? { list } : {}),
  });
  if (aim) leaveOff(article, aim.start);
  // With words the page puts the cursor into its form, which browsers do not do beside a fragment.
  return goTo(`/articles/${article}/${asking}${query.size > 0 ? `?${query}` : '#ask'}`);
}

/** Whether the selection lies in the words of the claim in hand. */
function isInClaim(number: string): boolean {
  const selection = window.getSelection();
  const inside = (node: Node | null | undefined) =>
    (node instanceof Element ? node : node?.parentElement)?.closest(`mark[data-claim="${number}"]`) != null;
  return inside(selection?.anchorNode) && inside(selection?.focusNode);
}
