// What a verb abroad hands over without "que": an infinitive, a charge, a number that is reckoned with. Pure.
import type { Range } from '../text/range.ts';
import { clauseFrom } from './content-abroad.ts';
import type { CueAbroad } from './cues-abroad.ts';
import { type Ground, isQuotedAt } from './noun-phrases.ts';

/** So far behind its verb a charge or a number is looked for. */
const NEAR = 12;

const DENYING =
  /^(?:dém|nié|nie$|conteste|contesté|neg|nieg|desm[ie]nt|rechaz|rejeit|dementier|bestritt|bestreite|wies$|weist$)/;
const ANY = /^(?:toute?|tous|toutes|cualquier|toda?|qualquer|quaisquer|jede[nrs]?|jegliche[nrs]?|alle)$/;

/** "Negó haberse enriquecido", "lo acusa de haberse quedado", "schätzte den Schaden auf 2 Millionen"; null for any other verb. */
export function contentBeside(ground: Ground, cue: CueAbroad): Range | null {
  const { reading, lexicon } = ground;
  const { claiming, infinitive, charging, reckoning, at: joint } = lexicon.speech;
  const verb = reading.tokens[cue.to - 1]?.key ?? '';
  const next = reading.tokens[cue.to];
  // "A démenti tout contact", "bestritt jede Beteiligung": there was none.
  if (DENYING.test(verb) && ANY.test(next?.key ?? '')) return clauseFrom(ground, cue.to);
  if (claiming?.test(verb) && infinitive.test(next?.key ?? '')) return clauseFrom(ground, cue.to);
  if (charging?.test(verb)) return behind(ground, cue.to, (at) => lexicon.speech.of.has(reading.tokens[at]?.key ?? ''));
  if (!reckoning.test(verb)) return null;
  const isReckoned = (at: number) =>
    joint.has(reading.tokens[at]?.key ?? '') &&
    reading.figures.some(({ start }) => start === reading.tokens[at + 1]?.start);
  return behind(ground, cue.to, isReckoned) === null ? null : clauseFrom(ground, cue.to);
}

/** The clause behind the first token near the verb of which something holds. */
function behind(ground: Ground, from: number, holds: (at: number) => boolean): Range | null {
  for (let at = from; at < Math.min(ground.reading.tokens.length - 1, from + NEAR); at += 1) {
    const token = ground.reading.tokens[at];
    if (isQuotedAt(ground.reading, at) || (token?.kind === 'mark' && /^[,;:]$/.test(token.text))) return null;
    if (holds(at)) return clauseFrom(ground, at + 1);
  }
  return null;
}
