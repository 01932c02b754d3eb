// How a text writes its words: one written small elsewhere is no name.

export type Vocabulary = {
  /** Whether the text writes this word small somewhere. */
  isWrittenSmall(key: string): boolean;
  /** Whether the text writes it with a capital where no sentence starts. */
  isWrittenLarge(key: string): boolean;
};

const WORD = /\p{L}[\p{L}\p{M}]*/uy;
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
  const vocabulary = new LookedUp(text);
  latest = [{ text, vocabulary }, ...latest.slice(0, 1)];
  return vocabulary;
}

/** Words are looked for one by one until the looks are as long as the text so many times: to list all words costs as much. */
const LISTED_AFTER = 6;
/** To begin a look costs as much as so many letters of it. */
const BEGUN = 4_000;

/** Whoever reads one sentence asks for a few words, whoever reads all of them for most: then they are listed. */
class LookedUp implements Vocabulary {
  readonly #text: string;
  readonly #known = new Map<string, boolean>();
  #listed: Vocabulary | undefined;
  #looked = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isWrittenSmall(key: string): boolean {
    return this.#listed?.isWrittenSmall(key) ?? this.#ask(key, 'isWrittenSmall');
  }

  isWrittenLarge(key: string): boolean {
    return this.#listed?.isWrittenLarge(key) ?? this.#ask(key, 'isWrittenLarge');
  }

  #ask(key: string, how: keyof Vocabulary): boolean {
    const name = `${how} ${key}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (!/^[a-z]+$/.test(key) || this.#looked > LISTED_AFTER * this.#text.length) {
      this.#listed = listed(this.#text);
      return this.#listed[how](key);
    }
    const at = placeOf(this.#text, key, how);
    this.#looked += BEGUN + (at ?? this.#text.length);
    this.#known.set(name, at !== null);
    return at !== null;
  }
}

/** Where the word stands like this, the first time, or null. Of a word of plain letters alone: others have spellings of their own. */
function placeOf(text: string, key: string, how: keyof Vocabulary): number | null {
  const like = new RegExp(`(?<!\\p{L}\\p{M}*)${key}(?![\\p{L}\\p{M}])`, how === 'isWrittenSmall' ? 'gu' : 'giu');
  for (let found = like.exec(text); found; found = like.exec(text)) {
    const [word] = found;
    if (word === key ? how === 'isWrittenSmall' : isLarge(text, { word, key, at: found.index })) return found.index;
  }
  return null;
}

function isLarge(text: string, { word, key, at }: { word: string; key: string; at: number }): boolean {
  return word.toLowerCase() === key && !maySentenceStartAt(text, at);
}

function listed(text: string): Vocabulary {
  const small = new Set<string>();
  const large = new Set<string>();
  for (let at = 0; at < text.length; ) {
    const end = wordEnd(text, at);
    if (end > at) {
      const word = text.slice(at, end);
      const key = word.toLowerCase();
      if (word === key) small.add(key);
      else if (!maySentenceStartAt(text, at)) large.add(key);
    }
    at = Math.max(end, at + 1);
  }
  return { isWrittenSmall: (key) => small.has(key), isWrittenLarge: (key) => large.has(key) };
}

/** Where the word that begins at a letter ends; the place itself where none begins. Plain letters are told by their codes. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (isPlainLetter(text.charCodeAt(end))) end += 1;
  if (end === text.length || text.charCodeAt(end) < 128) return end;
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function maySentenceStartAt(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return at < 2 || /^\s*$/.test(before) || SENTENCE_MAY_START_AFTER.test(before);
}
