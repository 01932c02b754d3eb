// Verbs that also say, where they only tell what was done: "adding 20 euros", "maintained a policy". Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES } from '../text/function-words.ts';
import type { Cue } from './cues.ts';
import { isPastForm } from './inverted-subjects.ts';

/** So far behind the verb a clause shows that it has a verb of its own. */
const NEAR = 9;

/** Whether what begins at `from` behind a cue is a thing that somebody adds, keeps, shows or pleads, and nothing said. */
export function isPlainDeed(reading: SentenceReading, cue: Cue, from: number): boolean {
  if ((reading.quoted[from] ?? -1) >= 0 || isQuotedNear(reading, from)) return false;
  const opening = reading.tokens[from]?.key ?? '';
  if (/^(?:that|he|she|it|they|we|there|i|how|why|whether|if|where|what|when|:)$/.test(opening)) return false;
  if (/^(?:add|maintain|demonstrate|prove)$/.test(cue.verb)) return !holdsVerb(reading, from);
  if (cue.verb === 'show')
    return reading.tokens[cue.at]?.key === 'showing' && !holdsVerb(reading, from) && !isMeasured(reading, from);
  if (cue.verb === 'consider') return opening.endsWith('ing');
  return cue.verb === 'plead' && /^(?:guilty|no)$/.test(opening);
}

/** "Cannot defend his record", "could not accept it": what somebody is unable to do. */
export function isUnable(reading: SentenceReading, cue: Cue): boolean {
  return reading.tokens
    .slice(cue.from, cue.at)
    .some(({ key }) => /^(?:cannot|can't|couldn't|can’t|couldn’t)$/.test(key));
}

/** "Showing her ahead 3 points". */
function isMeasured({ tokens, figures }: SentenceReading, from: number): boolean {
  const [first, last] = [tokens[from], tokens[Math.min(tokens.length - 1, from + NEAR)]];
  return figures.some(({ start }) => first && last && first.start <= start && start <= last.end);
}

function isQuotedNear({ quoted, tokens }: SentenceReading, from: number): boolean {
  return [1, 2, 3, 4, 5].some((step) => (quoted[from + step] ?? -1) >= 0 && tokens[from + step - 1]?.kind === 'word');
}

/** A verb stands behind the first words, before any mark. */
function holdsVerb({ tokens }: SentenceReading, from: number): boolean {
  for (let at = from + 1; at < Math.min(tokens.length, from + NEAR); at++) {
    const token = tokens[at];
    if (!token || /^[,.;:]$/.test(token.text) || /^(?:to|who|which|that|when|while|for|because)$/.test(token.key))
      return false;
    if (AUXILIARIES.has(token.key) || isPastForm(token)) return true;
  }
  return false;
}
