// Where a verb of saying abroad hands nothing over: "no precisó cuántos", "sagte nicht, wann". Pure.
import type { CueAbroad } from './cues-abroad.ts';
import { type Ground, isQuotedAt, keyAt, textAt } from './noun-phrases.ts';

/** Verbs that tell something; whoever "no cree que" holds a view. */
const TELLING =
  /^(?:di(?:j|c|z|ss|t)|décl|declar|precis|préc|confirm|indic|indiqu|revel|révél|explic|expliqu|coment|comment|aclar|esclarec|detal|informo|informó|informou|respond|répond|manifest|sag|bestätig|nann|erklär|teil|mitgeteilt|gesagt|äußer|geäußert|antwort|geantwortet|gab|machte|aussag)/;

/** "No", "ne … pas", "nicht" of the verb itself. */
export function isRefusalAbroad({ reading, lexicon: { speech } }: Ground, cue: CueAbroad): boolean {
  const last = reading.tokens[cue.to - 1];
  const isTelling = [keyAt(reading, cue.at), last?.key ?? ''].some((key) => TELLING.test(key));
  if (!isTelling) return false;
  if (speech.writes_nouns_large) return isNotBehind({ reading, cue });
  let at = cue.from - 1;
  while (at >= 0 && /^(?:le|les|lo|l|me|nos|se|lhe|lhes|en|y|a|ha|han|ont)$/.test(keyAt(reading, at))) at -= 1;
  return /^(?:no|não|n|ne)$/.test(keyAt(reading, at)) && !isQuotedAt(reading, at);
}

/** "Sagte zunächst nicht, wann", "hat den Fall nicht bestätigt": before its clause ends. */
function isNotBehind({ reading, cue }: { reading: Ground['reading']; cue: CueAbroad }): boolean {
  for (let at = cue.at + 1; at < Math.min(reading.tokens.length, cue.at + 10); at += 1) {
    if (isQuotedAt(reading, at) || /^[,;:.!?]$/.test(textAt(reading, at))) return false;
    if (keyAt(reading, at) === 'nicht') return true;
  }
  return false;
}
