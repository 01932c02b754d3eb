// Words of a list of references without the markup and entities that other programs leave in them. Pure.
import { createRequire } from 'node:module';
import { lowered, raised } from '#src/articles/documents/raised.ts';

const TAG = /<(\/?)(i|b|u|em|strong|small|span|sup|sub|scp|sc|(?:jats|mml):\w+)(?:\s[^<>]*)?>/gi;

/** As a reader sees them: 10⁶ for 10<sup>6</sup>, & for &amp;. What is no tag of a text stays. */
export function plainWords(words: string): string {
  const raisedWords = words
    .replace(/<sup(?:\s[^<>]*)?>([^<>]*)<\/sup>/gi, (_, inner: string) => raised(inner))
    .replace(/<sub(?:\s[^<>]*)?>([^<>]*)<\/sub>/gi, (_, inner: string) => lowered(inner));
  const bare = raisedWords.replace(TAG, '');
  return /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/i.test(bare) ? unescaped(bare) : bare;
}

type Unescape = (text: string) => string;
let entities: Unescape | undefined;

function unescaped(text: string): string {
  entities ??= (createRequire(import.meta.url)('markdown-it') as () => { utils: { unescapeAll: Unescape } })().utils
    .unescapeAll;
  return entities(text.replaceAll('\\', '\\\\'));
}
