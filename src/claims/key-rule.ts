// Which claims are key where nobody has said: what would hurt most to have wrong. Pure; a desk's own rule would stand in its place.
import type { PartRole } from '#src/articles/tables.ts';

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
}

/** Why these words would be a key claim, in words that follow "key:"; null where they would be none. */
export function keyReasonOf({ words, sentence_words, role, figures }: KeyGround): string | null {
  if (role === 'headline') return 'the headline';
  // "Wounded at least 24 people": the number is marked without the verb that makes it one of casualties.
  const around = figures.length > 0 ? sentence_words : words;
  if (CASUALTIES.test(around)) return 'casualties';
  if (ACCUSATIONS.test(words)) return 'an accusation';
  if (figures.some(({ unit }) => unit !== null && MONEY_UNIT.test(unit)) || MONEY_WORDS.test(words)) return 'money';
  return HEALTH.test(words) ? 'health' : null;
}
