// Subjects of a verb of saying that are nobody's words: an opening, the weather.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { overlaps, type Range } from '../text/range.ts';
import { THINKING_FORMS } from '../text/speech-verbs.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';

const words = (text: string) => new Set(text.split(' '));

/** Before an order or a run-up: "So tell me", "Please say", "Look, I ask you". */
const OPENINGS = words('and but or so then now well look listen please oh yes no okay ok just again always never do');

/** Things of the sky and the ground that are said to speak only in stories. */
const WEATHER = words(
  'wind winds breeze gale rain rains drizzle snow hail frost ice fog mist storm storms thunder lightning sun sunshine sky skies cloud clouds sea seas waves tide heat cold drought weather night dawn dusk darkness silence',
);

/** With these in the present or ahead, "I" announces what comes; it hands over nobody else's words. */
const RUN_UPS = words('say tell ask add repeat answer mention note remind stress admit warn argue suggest assure');

/** Who can mean something; a rule or a sign that means it only leads to it. */
const PEOPLE = /^(?:he|she|they|we|i|you|who)(?:['’]\p{L}+)?$/u;
/** What calls for something without a voice. */
const RULES = /^(?:protocols?|procedures?|guidelines?|standards?|recipes?|forecasts?)$/;

const FIRST_PERSON = /^(?:i|we)(?:'(?:ll|d|ve|m|re))?$/;

/** Whether the subject of a cue speaks for nobody, so that what follows is in the voice of the sentence itself. */
export function isNoSpeaker(reading: SentenceReading, source: Range, cue: Cue): boolean {
  const [first, ...others] = reading.tokens.filter((token) => overlaps(source, token) && token.kind !== 'mark');
  const last = others.at(-1) ?? first;
  if (!first || !last) return true;
  if (/^let(?:'s)?$/.test(first.key) && !(first.is_capital && first.start > reading.start)) return true;
  if (isWeather(last) || isReader(reading, first)) return true;
  if (cue.verb === 'mean' && !PEOPLE.test(first.key)) return true;
  if (cue.verb === 'call' && cue.to > cue.at + 1 && RULES.test(last.key)) return true;
  if (others.length > 0) return false;
  return OPENINGS.has(first.key) || THINKING_FORMS.has(first.key) || isRunUp(reading, first, cue);
}

/** "Do you know where it is?": whoever reads it is asked. */
function isReader({ tokens }: SentenceReading, { key, start }: Token): boolean {
  if (key !== 'you' || tokens.at(-1)?.text !== '?') return false;
  const at = tokens.findIndex((token) => token.start === start);
  return at === 1 && /^(?:do|did|are|have|can|could|would|will|don't|didn't)$/.test(tokens[0]?.key ?? '');
}

/** "The wind", not "Lord Wind". */
export function isWeather(token: Token | undefined): boolean {
  return token !== undefined && !token.is_capital && WEATHER.has(token.key);
}

/** "I tell you", "I'll say this", "I can say": not "I said", which somebody may look up. */
function isRunUp(reading: SentenceReading, first: Token, cue: Cue): boolean {
  const isNow = reading.tokens[cue.at]?.key === cue.verb;
  const isPast = reading.tokens.slice(cue.from, cue.at).some(({ key }) => /^(?:did|didn't)$/.test(key));
  return FIRST_PERSON.test(first.key) && RUN_UPS.has(cue.verb) && isNow && !isPast;
}
