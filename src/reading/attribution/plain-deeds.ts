// Verbs that also say, where they only tell what was done: "adding 20 euros", "ordered 12 trains". Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES, PREPOSITIONS } from '../text/function-words.ts';
import type { Cue } from './cues.ts';
import { isPastForm } from './inverted-subjects.ts';
import { isFinding } from './statements.ts';

/** So far behind the verb a clause shows that it has a verb of its own. */
const NEAR = 9;

/** How a verb shows that it tells of a deed: by what stands at `from`, behind it. */
type Deed = (reading: SentenceReading, from: number, cue: Cue) => boolean;

const opens =
  (words: RegExp) =>
  ({ tokens }: SentenceReading, from: number) =>
    words.test(tokens[from]?.key ?? '');
const isPrinted =
  (form: string): Deed =>
  ({ tokens }, _, { at }) =>
    tokens[at]?.key === form;
const withoutVerb: Deed = (reading, from) => !holdsVerb(reading, from);
const all =
  (...deeds: Deed[]): Deed =>
  (reading, from, cue) =>
    deeds.every((deed) => deed(reading, from, cue));

const DEEDS = new Map<string, Deed>(
  (
    [
      ['maintain demonstrate prove', withoutVerb],
      // "Added a note of caution" is said.
      [
        'add',
        (reading, from) => !holdsVerb(reading, from) && !/^(?:note|word)$/.test(reading.tokens[from + 1]?.key ?? ''),
      ],
      ['show', all(isPrinted('showing'), withoutVerb, (reading, from) => !isMeasured(reading, from))],
      ['try', isPrinted('trying')],
      ['decide', (reading, from) => opens(/^to$/)(reading, from) || isSettled(reading, from)],
      ['order demand request', (reading, from) => isCounted(reading, from)],
      ['refuse decline accept', (reading, from) => isOffered(reading, from) && !holdsTo(reading, from)],
      ['point', opens(/^at$/)],
      [
        'find',
        all(
          isPrinted('found'),
          opens(/^(?:an?|two|three|\d+)$/),
          withoutVerb,
          (reading, _, cue) => !isFinding(reading, cue),
        ),
      ],
      ['learn', all(opens(/^(?:the|an?)$/), withoutVerb)],
      ['mean', withoutVerb],
      ['invite', (reading, from) => !holdsTo(reading, from)],
      ['discuss', ({ tokens }, _, cue) => tokens[cue.from]?.key === 'last'],
      ['see', all(isSeen, (reading, from) => !holdsAs(reading, from))],
      ['view', all(isPrinted('viewed'), (reading, from) => !holdsAs(reading, from))],
      ['value', (reading, _, cue) => isPriced(reading, cue)],
      ['write', (reading, from) => isWork(reading, from)],
      ['consider', (reading, from) => /ing$/.test(reading.tokens[from]?.key ?? '') || isCase(reading, from)],
      ['plead', opens(/^(?:guilty|no)$/)],
    ] satisfies [string, Deed][]
  ).flatMap(([verbs, deed]) => verbs.split(' ').map((verb): [string, Deed] => [verb, deed])),
);

/** Whether what begins at `from` behind a cue is a thing that somebody adds, keeps, shows or orders, and nothing said. */
export function isPlainDeed(reading: SentenceReading, cue: Cue, from: number): boolean {
  if ((reading.quoted[from] ?? -1) >= 0 || isQuotedNear(reading, from)) return false;
  const opening = reading.tokens[from]?.key ?? '';
  // "Hospitals are feeling it: …".
  if (cue.verb === 'feel' && opening === 'it') return reading.tokens[from + 1]?.kind !== 'word';
  if (/^(?:that|he|she|it|they|we|there|i|how|why|whether|if|where|what|when|:)$/.test(opening)) return false;
  return DEEDS.get(cue.verb)?.(reading, from, cue) === true;
}

/** "Decide the case": as a ruling or a vote does. */
function isSettled({ tokens }: SentenceReading, from: number): boolean {
  const noun = tokens[from + 1]?.key ?? '';
  return (
    /^(?:the|its|their)$/.test(tokens[from]?.key ?? '') && /^(?:case|fate|match|race|winner|outcome|title)$/.test(noun)
  );
}

/** "Saw their pains fall", "visitors can see 30 coins": analysts who "see 3% growth" reckon with it. */
function isSeen(reading: SentenceReading, from: number, cue: Cue): boolean {
  const [verb, helper, opening] = [cue.at, cue.from, from].map((at) => reading.tokens[at]?.key ?? '');
  if (verb === 'saw') return /^(?:the|an?|two|three|their|its)$/.test(opening ?? '');
  return (
    verb === 'see' &&
    /^(?:can|could)$/.test(helper ?? '') &&
    (isCounted(reading, from) || /^(?:the|an?)$/.test(opening ?? ''))
  );
}

/** "Valuing the firm at £9m", "the deal valued it at £9m": a price says so, and nobody. */
function isPriced({ tokens }: SentenceReading, cue: Cue): boolean {
  if (tokens[cue.at]?.key === 'valuing') return true;
  return /^(?:deal|offer|bid|listing|sale|price|stock|shares|round|flotation|merger|takeover|funding|transaction)$/.test(
    tokens[cue.from - 1]?.key ?? '',
  );
}

/** "Considered the matter": as courts and councils do. */
function isCase({ tokens }: SentenceReading, from: number): boolean {
  if (!/^(?:the|an?|its|their|his|her)$/.test(tokens[from]?.key ?? '')) return false;
  const noun = [1, 2, 3].find((step) =>
    /^(?:matter|case|appeal|request|application|petition|bill|proposals?|options?|evidence|plans?|motion|legislation)$/.test(
      tokens[from + step]?.key ?? '',
    ),
  );
  if (noun === undefined) return false;
  const next = tokens[from + noun + 1];
  return next === undefined || next.kind === 'mark' || PREPOSITIONS.has(next.key);
}

/** "Ordered 12 trains", "demanded £40". */
function isCounted({ tokens, figures }: SentenceReading, from: number): boolean {
  const first = tokens[from];
  return figures.some(({ start, end }) => first !== undefined && start <= first.start && first.start < end);
}

/** "Invited him to speak", "refused a request to leave". */
function holdsTo({ tokens }: SentenceReading, from: number): boolean {
  const rest = tokens.slice(from, from + NEAR);
  const stop = rest.findIndex(({ text }) => /^[,.;:]$/.test(text));
  return (stop < 0 ? rest : rest.slice(0, stop)).some(({ key }) => key === 'to' || key === 'that');
}

/** "Refused three offers", "declined the award". */
function isOffered(reading: SentenceReading, from: number): boolean {
  const words = reading.tokens.slice(from, from + 5);
  return words.some(({ key }) =>
    /^(?:offers?|bids?|awards?|prizes?|invitations?|jobs?|payments?|gifts?|posts?|roles?|medals?|honours?|knighthoods?)$/.test(
      key,
    ),
  );
}

/** "Saw it as a chance". */
function holdsAs({ tokens }: SentenceReading, from: number): boolean {
  return tokens.slice(from, from + NEAR).some(({ key }) => key === 'as');
}

/** "Wrote songs about him": a work, and not what it says. */
function isWork({ tokens }: SentenceReading, from: number): boolean {
  if (PREPOSITIONS.has(tokens[from]?.key ?? '') || /^(?:his|her|their|its|my|our)$/.test(tokens[from]?.key ?? ''))
    return false;
  return tokens
    .slice(from, from + 3)
    .some(({ key }) =>
      /^(?:songs?|books?|plays?|novels?|poems?|poetry|plans?|essays?|cheques?|checks?|music|lyrics|scripts?|software|code)$/.test(
        key,
      ),
    );
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
