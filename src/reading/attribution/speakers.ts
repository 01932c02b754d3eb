// Speakers: from "He", "Ahmadi" or "the spokesman" to the full name and role that the text gave before.
import type { Name } from '../entities/names.ts';
import { ROLES } from '../entities/roles.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES, PREPOSITIONS } from '../text/function-words.ts';
import { withoutHidden } from '../text/hidden-letters.ts';
import { contains, type Range } from '../text/range.ts';
import { groupAtHead } from './groups.ts';
import { Namesakes } from './namesakes.ts';
import { Mentioned } from './pronouns.ts';
import type { Speaker } from './speaker.ts';

/** Remembers who was named and who spoke, from the first sentence on. */
export class SpeakerMemory {
  readonly #text: string;
  readonly #people = new Namesakes();
  readonly #mentioned = new Mentioned();

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes note of the people named in a sentence, also of those who say nothing. */
  read(reading: SentenceReading): void {
    const introduced = newcomer(reading);
    const isKnown = introduced !== null && this.#people.called(this.#text.slice(introduced.start, introduced.end));
    for (const name of reading.names) {
      if (name.is_place || (!name.role && name.to - name.from < 2)) continue;
      this.#remember(
        speakerNamed(
          this.#text,
          name,
          name.role && !isKin(reading, name) ? { start: roleStart(reading, name), end: name.role.end } : null,
        ),
      );
    }
    const found =
      introduced && isKnown === undefined
        ? this.#people.called(this.#text.slice(introduced.start, introduced.end))
        : null;
    if ((reading.quoted[0] ?? -1) < 0) this.#mentioned.introduced(found ?? null);
  }

  /** Who a source is: a short name is the full one it was given earlier; null for a pronoun that could mean anybody. */
  speakerOf(source: Range, reading: SentenceReading): Speaker | null {
    const printed = withoutEnding(withoutHidden(this.#text.slice(source.start, source.end)).replace(/\s+/g, ' '));
    if (PRONOUN.test(printed) && printed !== 'WHO')
      return this.#mentioned.meant(printed, (reading.quoted[0] ?? -1) >= 0);
    const name = speakingName(reading, source);
    const earlier = this.#sameRole(printed);
    if (!name) return earlier ?? plain(printed.replace(/, (?:who|whose|which)\s.*$/s, ''));
    const called = this.#text.slice(name.start, name.end);
    const known = this.#people.called(called, printed);
    const isShort = name.start === source.start && name.end === source.end;
    if (known && (isShort || name.role)) return known;
    if (known === null && !name.role) return null;
    return this.#remember(speakerNamed(this.#text, name, roleAround(source, name)));
  }

  /** A sentence begins: "The trust" at its head is the health trust that spoke before. */
  begins({ tokens }: SentenceReading): void {
    const hasHead = /^(?:the|its|their|his|her)$/.test(tokens[0]?.key ?? '') && tokens[1]?.kind === 'word';
    this.#mentioned.begins(hasHead ? (tokens[1]?.key ?? null) : null);
  }

  /** Takes note of whom a sentence is about in which nobody speaks: a name at its head, or behind what leads in. */
  toldOf(reading: SentenceReading): void {
    const comma =
      PREPOSITIONS.has(reading.tokens[0]?.key ?? '') || /[a-z]{2}(?:ed|ing|rn)$/.test(reading.tokens[0]?.key ?? '');
    const name = reading.names.find(
      ({ from, role }) =>
        from === 0 ||
        (from === 1 && reading.tokens[0]?.key === 'the') ||
        role?.start === reading.start ||
        (comma && reading.tokens[from - 1]?.text === ','),
    );
    const group = groupAtHead(reading);
    if (group !== null && !name) this.#mentioned.toldOf(plain(this.#text.slice(group.start, group.end)));
    const next = name && reading.tokens[name.to]?.key;
    if (!name || name.is_place || next === 'and' || reading.tokens[name.to - 1]?.is_possessive) return;
    const known = this.#people.called(this.#text.slice(name.start, name.end));
    const isNew = known === undefined && isIntroduced(reading, name);
    const speaker = isNew ? this.#remember(speakerNamed(this.#text, name, null)) : known;
    if (!speaker) return;
    this.#people.leads(speaker);
    this.#mentioned.toldOf(speaker);
  }

  spoke(speaker: Speaker, content: Range): void {
    this.#people.leads(speaker);
    if (speaker.name !== null && ITSELF.test(this.#text.slice(content.start, content.end)))
      this.#mentioned.isIt(speaker);
    this.#mentioned.spoke(speaker);
  }

  #remember(speaker: Speaker): Speaker {
    if (!speaker.name) return speaker;
    const fullest = this.#people.named(speaker);
    this.#mentioned.named(fullest);
    return fullest;
  }

  /** "The spokesman" is the one of that role who was named. */
  #sameRole(printed: string): Speaker | null {
    const role = /^the (?:\S+ )?(\S+)$/i.exec(printed)?.[1]?.toLowerCase();
    if (!role || !ROLES.has(role)) return null;
    return this.#people.inRole(role);
  }
}

/** "…, which concerns Henry Crespo, president of the caucus.": who is named last in a sentence, with an office behind. */
function newcomer(reading: SentenceReading): Name | null {
  const name = reading.names.findLast(
    ({ from, to, is_place }) => !is_place && from > 2 && to - from > 1 && reading.tokens[to]?.text === ',',
  );
  const rest = reading.tokens.slice((name?.to ?? 0) + 1);
  if (!name || rest.length > 14) return null;
  const hasOffice = rest.slice(0, 5).some(({ key }) => ROLES.has(key));
  return hasOffice && !rest.some(({ key, text }) => AUXILIARIES.has(key) || /^[;:]$/.test(text)) ? name : null;
}

/** "Omar, a 19-year-old from Tarn, …": of somebody with one name the sentence says who it is. */
function isIntroduced({ tokens }: SentenceReading, { from, to }: Name): boolean {
  const [comma, first, next] = tokens.slice(to, to + 3);
  if (from !== 0 || to !== 1 || comma?.text !== ',') return false;
  if (/^\d{1,2}$/.test(first?.text ?? '')) return next?.text === ',';
  const close = tokens.findIndex(({ text }, at) => at > to && text === ',');
  return (
    /^an?$/.test(first?.key ?? '') &&
    tokens.slice(to + 2, close).some(({ key }) => ROLES.has(key) || /^(?:year-old|man|woman|boy|girl)$/.test(key))
  );
}

/** What only a body says of itself: "it was raining" is nobody. */
const ITSELF =
  /^(?:that )?it (?:had |has |also |now )*(?:expect|plan|hope|aim|believe|regret|intend|welcome|support|take)(?:s|ed|d|ned)?\b/i;

const PRONOUN = /^(?:he|she|him|his|her|hers|i|my|me|who|they|their|them|it|its|we|our|us|you|your)$/i;

/** "I've", "they'd" are "I" and "they" with a helping verb. */
function withoutEnding(printed: string): string {
  return printed.replace(/^(i|you|he|she|it|we|they)['’](?:ll|ve|d|m|re|s)$/i, '$1');
}

function plain(printed: string): Speaker {
  return { name: null, role: null, printed };
}

/** The name of the speaker among those of the source; "Taliban" in "Taliban spokesman Ahmadi" only qualifies. */
function speakingName(reading: SentenceReading, source: Range): Name | undefined {
  // "Ida Moor, R-Ky.": the party and the state of a lawmaker are no name.
  const names = reading.names.filter(
    (name) => contains(source, name) && !/^[DIR]-\p{Lu}/u.test(reading.text.slice(name.start, name.end)),
  );
  const last = names.at(-1);
  if (last && isApposed(reading, last, source)) return last;
  const first = names[0];
  if (first && opensSource(reading, first, source) && standsAlone(reading, first, source)) return first;
  return names.find((name) => name.role && !followsOffice(reading, name, source) && standsAlone(reading, name, source));
}

/** "The mayor of Ostrel, Jana Kolb": a role, a comma, and the name that ends the source. */
function isApposed(reading: SentenceReading, name: Name, source: Range): boolean {
  const before = reading.text.slice(source.start, name.start);
  const head = /^(?:the |an? |[\p{Lu}][^,]*['’]s? )?([^,]+), $/iu.exec(before)?.[1];
  const hasRole = head
    ?.toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => ROLES.has(word));
  return hasRole === true && name.end >= source.end - 1;
}

function opensSource(reading: SentenceReading, name: Name, source: Range): boolean {
  const before = reading.text.slice(source.start, name.start);
  return name.role ? name.role.start - source.start < 5 : /^(?:the |an? )?$/i.test(before);
}

/** Ends the source, or a comma or bracket follows. */
function standsAlone(reading: SentenceReading, name: Name, source: Range): boolean {
  return /^(?:$|['’]s?$|\s*[,(—–―])/.test(reading.text.slice(name.end, source.end));
}

/** "spokesman for Kandahar governor Tooryalai Wesa": the name is that of the one who is spoken for. */
function followsOffice(reading: SentenceReading, name: Name, source: Range): boolean {
  return /\b(?:for|of|from|at|to|with)\b/.test(reading.text.slice(source.start, (name.role as Range).start));
}

/** "His wife Helen Brandt": whose wife she is, is no office. */
function isKin(reading: SentenceReading, { role }: Name): boolean {
  const at = reading.tokens.findIndex(({ start }) => start === role?.start);
  const before = reading.tokens[at - 1];
  if (!/^(?:his|her|their|my|our)$/.test(before?.key ?? '') && before?.is_possessive !== true) return false;
  return /^(?:wife|husband|son|daughter|father|mother|brother|sister|uncle|aunt|niece|nephew|cousin|widow|friend)$/.test(
    reading.tokens[at]?.key ?? '',
  );
}

/** With the name that qualifies the role: "Taliban spokesman". */
function roleStart(reading: SentenceReading, name: Name): number {
  const role = name.role as Range;
  const before = reading.names.find((each) => each.end === role.start - 1);
  return before ? before.start : role.start;
}

/** The rest of the source around the name is the role: before it, or after a comma. */
function roleAround(source: Range, name: Name): Range | null {
  if (name.start > source.start) return { start: source.start, end: name.start };
  return source.end > name.end + 2 ? { start: name.end, end: source.end } : null;
}

function speakerNamed(text: string, name: Range, roleRange: Range | null): Speaker {
  const printedName = text.slice(name.start, name.end);
  const role = roleRange ? roleIn(text.slice(roleRange.start, roleRange.end)) : '';
  const told = roleRange
    ? /^\s(?:who|whose|whom)\s.*$/is.exec(text.slice(roleRange.start, roleRange.end))?.[0]
    : undefined;
  // "Officials who asked not to be named" are not all officials.
  if (!role) return { name: printedName, role: null, printed: `${printedName}${told ?? ''}`.replace(/\s+/g, ' ') };
  const isBefore = (roleRange as Range).start < name.start && !text.slice(0, name.start).trimEnd().endsWith(',');
  return { name: printedName, role, printed: isBefore ? `${role} ${printedName}` : `${printedName}, ${role}` };
}

/** The words of a role without what is told of its bearer: "45, a teacher from Ohio who has lived in the town" is a teacher from Ohio. */
function roleIn(words: string): string {
  return words
    .replace(/^[\s,]+/, '')
    .replace(/^(?:aged )?\d{1,3}\s*(?:,|$)\s*/, '')
    .replace(/^(?:of|from) \p{Lu}.*$/u, '')
    .replace(/(?:^|,?\s)(?:who|which|whose|whom)\s.*$/is, '')
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replace(/^(?:the|an?)(?: |$)/i, '')
    .replace(/\s+/g, ' ');
}
