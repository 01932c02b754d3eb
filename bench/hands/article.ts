// The article of the evening, as it is pasted into the form: the demo's own, the plan's, or a file's.
import { raidArticle } from '#src/demo/night-raid/article.ts';
import type { Plan } from './plan.ts';

export interface Article {
  headline: string;
  standfirst: string;
  body: string;
  captions: string[];
}

/** A file: its first line is the headline, the rest the text. */
export function articleIn(text: string): Article {
  const [headline = '', ...rest] = text.trim().split('\n');
  return { headline: headline.trim(), standfirst: '', body: rest.join('\n').trim(), captions: [] };
}

/** What the plan brings itself, or the article of the demo as it would have come on a Saturday. */
export function articleOf({ article }: Plan): Article {
  if (article) return { captions: [], ...article, standfirst: article.standfirst ?? '' };
  const { headline, standfirst, body, captions } = raidArticle('Saturday');
  return { headline, standfirst, body, captions };
}

/** All that can be marked in it, with empty lines between. */
export function wholeText({ headline, standfirst, body, captions }: Article): string {
  return [headline, standfirst, body, ...captions].filter((part) => part !== '').join('\n\n');
}

/** The body and the other parts after these changes. */
export function changed(article: Article, changes: readonly { old: string; new: string }[]): Article {
  const through = (words: string) => changes.reduce((now, one) => now.replace(one.old, one.new), words);
  const { headline, standfirst, body, captions } = article;
  return {
    headline: through(headline),
    standfirst: through(standfirst),
    body: through(body),
    captions: captions.map(through),
  };
}
