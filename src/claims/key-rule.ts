// Which claims are key: what would hurt most to have wrong, as far as the article's profile wants it. Pure.
import type { ArticleTable, PartRole } from '#src/articles/tables.ts';
import { type KeySort, keySortsIn } from '#src/people/profiles/profile.ts';
import type { ProfileTable } from '#src/people/tables.ts';
import type { Lexicon } from '#src/reading/lexicons/lexicon.ts';
import { lexiconOf } from '#src/reading/lexicons/lexicons.ts';
import { readsAsEnglish } from '#src/reading/text/languages.ts';
import { type Range, rangeAt, rangesTouching } from '#src/reading/text/range.ts';

const CASUALTIES =
  /\b(?:dead|deaths?|die[sd]?|dying|killed|kills?|killing|wounded|wounding|injured|injur(?:y|ies)|casualt(?:y|ies)|drown(?:ed|ing)?|victims?|fatalit(?:y|ies)|massacred?|missing|survivors?)\b/i;
const ACCUSATIONS =
  /\b(?:accus\w+|alleg\w+|blam\w+|charged with|arrest\w*|convict\w*|guilty|fraud\w*|corrupt\w*|brib\w+|murder\w*|rap(?:ed?|ist)|assault\w*|abus\w+|harass\w*|tortur\w+|embezzl\w+|stole|stolen|theft|lied|lying|cover(?:ed)?[- ]up|illegal\w*|unlawful\w*|crimes?|criminal\w*|traffick\w+|launder\w+|negligen\w+)\b/i;
const HEALTH =
  /\b(?:vaccin\w+|virus\w*|infect\w+|disease\w*|cancer\w*|epidemic|pandemic|outbreak|cholera|measles|malaria|cur(?:ed?|es)|doses?|overdos\w+|side effects?|symptoms?|toxic\w*|poison\w*|pregnan\w+|suicidal|mental health)\b/i;
const MONEY_UNIT =
  /^(?:[$€£¥₹]|[A-Z]{3}$|dollars?|euros?|pounds?|crowns?|francs?|rupees?|rupiah|yen|yuan|roubles?|pesos?|rials?|dirhams?|lira)/;
const MONEY_WORDS =
  /[$€£¥₹]\s?\d|\b\d[\d.,]*\s?(?:[a-z]+\s)?(?:dollars?|euros?|pounds sterling|crowns?|francs?|rupees?|yen|yuan|roubles?|pesos?)\b/i;

export interface KeyGround {
  words: string;
  sentence_words: string;
  role: PartRole;
  figures: readonly { unit: string | null }[];
  /** The language of the words. */
  language?: string | undefined;
}

/** The sorts of claim that are key in an article. */
export type Keys = ReadonlySet<KeySort>;

const REASONS: Record<KeySort, string> = {
  headline: 'the headline',
  casualties: 'casualties',
  accusations: 'an accusation',
  legal: 'beside an accusation, for Legal',
  money: 'money',
  health: 'health',
};

/** The words of a range with the sentences that they touch and the part they stand in, as the rule looks at them. */
export function keyGroundAt(
  ground: { text: string; parts: readonly (Range & { role: PartRole })[]; sentences: readonly Range[] },
  range: Range,
  { figures, language }: Pick<KeyGround, 'figures' | 'language'>,
): KeyGround {
  const { text, parts, sentences } = ground;
  const touched = rangesTouching(sentences, range);
  const { start } = touched[0] ?? range;
  const { end } = touched.at(-1) ?? range;
  const role = rangeAt(parts, range.start)?.role ?? 'body';
  return {
    words: text.slice(range.start, range.end),
    sentence_words: text.slice(start, end),
    role,
    figures,
    language,
  };
}

/** What the article's profile suggests as key; what it wants for Legal counts only where Legal has to see the article. */
export function keysOf(
  profile: Pick<ProfileTable, `key_${KeySort}`>,
  { needs_legal }: Pick<ArticleTable, 'needs_legal'>,
): Keys {
  return new Set(keySortsIn(profile).filter((sort) => sort !== 'legal' || needs_legal === 1));
}

/** Every sort of key claim that these words are, whatever a profile makes of it, in the order in which a reason is said. */
export function keySortsOf({ words, sentence_words, role, figures, language }: KeyGround): KeySort[] {
  const lexicon = lexiconOf(language);
  if (lexicon) return sortsAbroad({ words, sentence_words, role, figures }, lexicon);
  if (!readsAsEnglish(language)) return plainSortsOf({ words, role });
  // "Wounded at least 24 people": the number is marked without the verb that makes it one of casualties.
  const around = figures.length > 0 ? sentence_words : words;
  const isMoney = figures.some(({ unit }) => unit !== null && MONEY_UNIT.test(unit)) || MONEY_WORDS.test(words);
  const found: [KeySort, boolean][] = [
    ['headline', role === 'headline'],
    ['casualties', CASUALTIES.test(around)],
    ['accusations', ACCUSATIONS.test(words)],
    // A name or a sum beside an accusation is what a court would read with it.
    ['legal', ACCUSATIONS.test(sentence_words)],
    ['money', isMoney],
    ['health', HEALTH.test(words)],
  ];
  return found.flatMap(([sort, is_so]) => (is_so ? [sort] : []));
}

/** The same by the words of another language's table. */
function sortsAbroad({ words, sentence_words, role, figures }: KeyGround, { worth }: Lexicon): KeySort[] {
  const has = (text: string, sort: RegExp) =>
    (text.toLowerCase().match(/[\p{L}-]+/gu) ?? []).some((word) => sort.test(word));
  const around = figures.length > 0 ? sentence_words : words;
  const isMoney = figures.some(
    ({ unit }) => unit !== null && (MONEY_UNIT.test(unit) || worth.money.test(unit.toLowerCase())),
  );
  const found: [KeySort, boolean][] = [
    ['headline', role === 'headline'],
    ['casualties', has(around, worth.harm)],
    ['accusations', has(words, worth.accusations)],
    ['legal', has(sentence_words, worth.accusations)],
    ['money', isMoney || plainSortsOf({ words, role }).includes('money')],
    ['health', has(words, worth.health)],
  ];
  return found.flatMap(([sort, is_so]) => (is_so ? [sort] : []));
}

/** In a language whose words are not known here: the German "die" is nobody's death. */
function plainSortsOf({ words, role }: Pick<KeyGround, 'words' | 'role'>): KeySort[] {
  const money: KeySort[] = /[$€£¥₹]\s?\d|\d\s?[$€£¥₹]/.test(words) ? ['money'] : [];
  return role === 'headline' ? ['headline', ...money] : money;
}

/** Why words of these sorts are suggested as key, in words that follow "key:"; null where the profile wants none of them. */
export function keyReason(sorts: readonly KeySort[], keys: Keys): string | null {
  const sort = sorts.find((one) => keys.has(one));
  return sort === undefined ? null : REASONS[sort];
}

/** Why these words are suggested as key; null where they are not. */
export function keyReasonOf(ground: KeyGround, keys: Keys): string | null {
  return keyReason(keySortsOf(ground), keys);
}
