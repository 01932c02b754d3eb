// Parts of speech of English words, by wink-nlp, which is loaded when the first sentence asks for them.
import { createRequire } from 'node:module';
import type { Range } from '../text/range.ts';
import type { Token } from '../text/tokens.ts';

/** Universal parts of speech; SPACE and X are what the tagger says of what it does not know. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** The tags of the tokens of a sentence, one each, in order. */
export type Tagger = (text: string, sentence: Range, tokens: readonly Token[]) => Tag[];

type Tagging = { words: string[]; spaces: string[]; tags: Tag[] };

let tagged: ((text: string) => Tagging) | undefined;

/** Loaded once, by whoever reads texts in a thread of its own: it takes some 150 ms and 30 MB. */
function load(): (text: string) => Tagging {
  const require = createRequire(import.meta.url);
  const winkNLP = require('wink-nlp') as typeof import('wink-nlp').default;
  const model = require('wink-eng-lite-web-model') as typeof import('wink-eng-lite-web-model').default;
  const nlp = winkNLP(model, ['pos']);
  const { its } = nlp;
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    return {
      words: tokens.out(its.value) as string[],
      spaces: tokens.out(its.precedingSpaces) as string[],
      tags: tokens.out(its.pos) as Tag[],
    };
  };
}

/** The tagger of English. Where it cuts a word in two ("officials'"), the tag of the first part counts. */
export const tagEnglish: Tagger = (text, sentence, tokens) => {
  tagged ??= load();
  const { words, spaces, tags } = tagged(text.slice(sentence.start, sentence.end));
  const found: Tag[] = [];
  let [at, start, end] = [-1, sentence.start, sentence.start];
  for (const token of tokens) {
    while (end <= token.start && at + 1 < words.length) {
      at += 1;
      start = end + (spaces[at]?.length ?? 0);
      end = start + (words[at]?.length ?? 0);
    }
    found.push(start <= token.start && token.start < end ? (tags[at] ?? 'X') : 'X');
  }
  return found;
};
