// Speakers: from "He", "Ahmadi" or "the spokesman" to the full name and role that the text gave before.
import type { Name } from '../entities/names.ts';
import { ROLES } from '../entities/roles.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { contains, type Range } from '../text/range.ts';

/** `printed` is what a reader would write down: role and name. `name` is null for "a source", "US and Nato commanders". */
export type Speaker = { name: string | null; role: string | null; printed: string };

/** Remembers who was named and who spoke, from the first sentence on. */
export class SpeakerMemory {
  readonly #text: string;
  readonly #byLastName = new Map<string, Speaker>();
  #last: Speaker | null = null;
  #lastNamed: Speaker | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes note of the people named in a sentence, also of those who say nothing. */
  read(reading: SentenceReading): void {
    for (const name of reading.names) {
      if (name.is_place || (!name.role && name.to - name.from < 2)) continue;
      this.#remember(
        speakerNamed(this.#text, name, name.role ? { start: roleStart(reading, name), end: name.role.end } : null),
      );
    }
  }

  /** Who a source is. A pronoun is whoever spoke last; a short name is the full one it was given earlier. */
  speakerOf(source: Range, reading: SentenceReading): Speaker {
    const printed = withoutEnding(this.#text.slice(source.start, source.end).replace(/\s+/g, ' '));
    if (/^(?:he|she|him|his|her|i|my|who)$/i.test(printed)) return this.#last ?? this.#lastNamed ?? plain(printed);
    if (/^(?:they|their|it|its|we|our)$/i.test(printed))
      return this.#last && !this.#last.name ? this.#last : plain(printed);
    const name = speakingName(reading, source);
    const earlier = this.#sameRole(printed);
    if (!name) return earlier ?? plain(printed);
    const known = this.#byLastName.get(lastWord(this.#text.slice(name.start, name.end)));
    const isShort = name.start === source.start && name.end === source.end;
    if (known && (isShort || name.role)) return known;
    return this.#remember(speakerNamed(this.#text, name, roleAround(source, name)));
  }

  spoke(speaker: Speaker): void {
    this.#last = speaker;
  }

  #remember(speaker: Speaker): Speaker {
    if (!speaker.name) return speaker;
    const key = lastWord(speaker.name);
    const known = this.#byLastName.get(key);
    const isFuller = !known || speaker.name.length > (known.name?.length ?? 0) || (!known.role && speaker.role);
    if (isFuller) this.#byLastName.set(key, speaker);
    this.#lastNamed = this.#byLastName.get(key) ?? speaker;
    return this.#lastNamed;
  }

  /** "The spokesman" is the one of that role who was named. */
  #sameRole(printed: string): Speaker | null {
    const role = /^the (?:\S+ )?(\S+)$/i.exec(printed)?.[1]?.toLowerCase();
    if (!role || !ROLES.has(role)) return null;
    return [...this.#byLastName.values()].findLast((speaker) => speaker.role?.toLowerCase().includes(role)) ?? null;
  }
}

/** "I've", "they'd" are "I" and "they" with a helping verb. */
function withoutEnding(printed: string): string {
  return printed.replace(/^(i|you|he|she|it|we|they)['’](?:ll|ve|d|m|re|s)$/i, '$1');
}

function plain(printed: string): Speaker {
  return { name: null, role: null, printed };
}

function lastWord(name: string): string {
  return name.toLowerCase().split(/\s+/).at(-1) ?? name;
}

/** The name of the speaker among those of the source; "Taliban" in "Taliban spokesman Ahmadi" only qualifies. */
function speakingName(reading: SentenceReading, source: Range): Name | undefined {
  const names = reading.names.filter((name) => contains(source, name));
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
  const role = roleRange
    ? text
        .slice(roleRange.start, roleRange.end)
        .replace(/^[\s,]+|[\s,]+$/g, '')
        .replace(/^(?:the|an?)(?: |$)/i, '')
        .replace(/\s+/g, ' ')
    : '';
  if (!role) return { name: printedName, role: null, printed: printedName };
  const isBefore = (roleRange as Range).start < name.start && !text.slice(0, name.start).trimEnd().endsWith(',');
  return { name: printedName, role, printed: isBefore ? `${role} ${printedName}` : `${printedName}, ${role}` };
}
