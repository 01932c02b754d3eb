// Words that are told apart, and whether each of them is in the article, in its notes, or named as left out.
import assert from 'node:assert/strict';
import type { Draft } from '#src/articles/documents/draft.ts';

const WORD = /w[a-z]{2}q/g;

/** Words for one document, each but once: those that are printed, and those that are not. */
export class SomeWords {
  readonly printed: string[] = [];
  readonly unprinted: string[] = [];
  readonly apart: string[] = [];
  /** In the order in which they came. */
  readonly all: string[] = [];
  #count = 0;

  /** So many words more; `where`: in the text, left out of it, or in notes and the like. */
  next(count: number, where: 'printed' | 'unprinted' | 'apart'): string {
    const some = Array.from({ length: count }, () => this.#one());
    this[where].push(...some);
    this.all.push(...some);
    return some.join(' ');
  }

  /** The same where these words are not printed, and whatever else is may be in the text. */
  without(some: readonly string[]): SomeWords {
    const words = new SomeWords();
    words.unprinted.push(...some);
    words.apart.push(...this.all.filter((word) => !some.includes(word)));
    return words;
  }

  #one(): string {
    const at = this.#count++;
    return `w${String.fromCharCode(97 + (Math.floor(at / 26) % 26), 97 + (at % 26))}q`;
  }
}

/** Fails where a word is nowhere, twice in the text, or in it though it is not printed. */
export function assertAllSaid(draft: Draft, words: SomeWords, of: string): void {
  const said = `of ${of}\n${JSON.stringify(draft, undefined, 1)}`;
  const text = draft.parts.map((part) => part.text).join('\n');
  const inText: string[] = text.match(WORD) ?? [];
  const named = [draft.writer_notes, draft.byline, ...draft.left_out, JSON.stringify(draft.proposed_sources)];
  const known = new Set([...inText, ...named.flatMap((one) => one.match(WORD) ?? [])]);
  for (const word of words.unprinted) assert.ok(!inText.includes(word), `${word} is not printed, ${said}`);
  assert.doesNotMatch(text, /w[a-z]{2}q7/, `a raised digit is one of its line ${said}`);
  assert.equal(new Set(inText).size, inText.length, `a word stands twice in the text ${said}`);
  const lost = [...words.printed, ...words.unprinted, ...words.apart].filter((word) => !known.has(word));
  assert.ok(
    lost.length <= draft.left_out.reduce((sum, one) => sum + uncited(one), 0),
    `${lost.join(' ')} lost ${said}`,
  );
}

/** Fails where a word that is printed is not in the text itself. */
export function assertPrinted({ parts }: Draft, { printed }: SomeWords, of: string): void {
  const text = new Set(parts.flatMap((part) => part.text.match(WORD) ?? []));
  assert.deepEqual(
    printed.filter((word) => !text.has(word)),
    [],
    of,
  );
}

const FIGURE = /[\d⁰¹²³⁴-⁹₀-₉](?:[\d,.⁰¹²³⁴-⁹₀-₉-]|[ \u00A0](?=\d{3}(?!\d)))*/g;

/** Fails where a figure is not as it is printed: each of them stands in the text, and no other but numbers of pages and notes. */
export function assertFigures({ parts, ...draft }: Draft, printed: readonly string[], of: string): void {
  const text = parts.map((part) => part.text).join('\n');
  const said = `of ${of}\n${JSON.stringify({ parts, left_out: draft.left_out }, undefined, 1)}`;
  for (const figure of printed) assert.ok(text.includes(figure), `${figure} is not in the text ${said}`);
  const others = (text.match(FIGURE) ?? [])
    .map((one) => one.replace(/[,.-]+$/, ''))
    .filter((one) => !printed.includes(one));
  assert.deepEqual(
    others.filter((one) => !/^[1¹]$/.test(one)),
    [],
    said,
  );
}

/** How many words a sentence counts beyond those that it quotes. */
function uncited(sentence: string): number {
  const counted = Number(/\(([\d,]+) words?\)\.$/.exec(sentence)?.[1]?.replaceAll(',', '') ?? 0);
  return Math.max(0, counted - (sentence.match(WORD) ?? []).length);
}
