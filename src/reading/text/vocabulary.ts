// How a text writes its words: one written small elsewhere is no name.

export type Vocabulary = {
  /** Whether the text writes this word small somewhere. */
  isWrittenSmall(key: string): boolean;
  /** Whether the text writes it with a capital where no sentence starts. */
  isWrittenLarge(key: string): boolean;
};

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const SENTENCE_MAY_START_AFTER = /[.!?…:"“”'‘’([{\n\r•*]/;

let latest: { text: string; vocabulary: Vocabulary }[] = [];

/**
 * The vocabulary of a text. The latest two are kept, because a text is asked for it once a sentence, and two versions of
 * one by turns.
 */
export function vocabularyOf(text: string): Vocabulary {
  const known = latest.find((one) => one.text === text);
  if (known) {
    // The very string is kept: two of the same letters would else be compared letter by letter, sentence after sentence.
    known.text = text;
    return known.vocabulary;
  }
  const small = new Set<string>();
  const large = new Set<string>();
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const word = found[0];
    const key = word.toLowerCase();
    if (word === key) small.add(key);
    else if (!maySentenceStartAt(text, found.index)) large.add(key);
  }
  const vocabulary = {
    isWrittenSmall: (key: string) => small.has(key),
    isWrittenLarge: (key: string) => large.has(key),
  };
  latest = [{ text, vocabulary }, ...latest.slice(0, 1)];
  return vocabulary;
}

function maySentenceStartAt(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return at < 2 || /^\s*$/.test(before) || SENTENCE_MAY_START_AFTER.test(before);
}
