// What the words of a source tell abroad: name, office, "he" or "she", one or many. Pure.
import type { Name } from '../entities/names.ts';
import { isRole } from '../entities/names-abroad.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { contains, type Range } from '../text/range.ts';
import type { Token } from '../text/tokens.ts';
import type { Speaker } from './speaker.ts';

export type Sex = 'he' | 'she' | null;

export function merged(before: Speaker, now: Speaker): Speaker {
  const name = (now.name?.length ?? 0) >= (before.name?.length ?? 0) ? now.name : before.name;
  const role = now.role ?? before.role;
  return { name, role, printed: role === null ? (name ?? '') : `${name}, ${role}` };
}

/** "Rey" is "Tomás Rey"; "Ana Rey" is somebody else. */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase().split(' '), other.toLowerCase().split(' ')];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word) => long.includes(word));
}

/** The name of the one who speaks among those of the source: alone, behind a title, or set off by a comma. */
export function speakingName(reading: SentenceReading, source: Range, lexicon: Lexicon): Name | undefined {
  const { speech } = lexicon;
  const names = reading.names.filter(
    (name) => contains(source, name) && !speech.bodies.has(reading.tokens[name.from]?.key ?? ''),
  );
  return names.find((name) => {
    const before = reading.tokens[name.from - 1];
    const isFirst = name.start === source.start || (name.role !== null && name.role.start <= source.start + 4);
    const isBehindComma =
      before?.text === ',' &&
      before.start > source.start &&
      (isOffice(reading, source, before.start, lexicon) || isSomeone(reading, source, name));
    const isBehindRole = before !== undefined && before.start >= source.start && isRole(before, { lexicon });
    const stands = /^\s*(?:$|[,(–—])/.test(reading.text.slice(name.end, source.end));
    return (isFirst || isBehindComma || isBehindRole || isBehindNoun(reading, name, lexicon)) && stands;
  });
}

/** "Le buteur Issa Koné", "ihr Kollege Ole Petersen": a noun with its article, and a name of two words. */
function isBehindNoun({ tokens }: SentenceReading, { from, to }: Name, { speech }: Lexicon): boolean {
  const [article, noun] = [tokens[from - 2], tokens[from - 1]];
  if (to - from < 2 || noun?.kind !== 'word' || !speech.determiners.has(article?.key ?? '')) return false;
  const isThing = speech.media.test(noun.key) || speech.bodies.has(noun.key) || speech.prepositions.has(noun.key);
  return !isThing && noun.is_capital === speech.writes_nouns_large;
}

/** "Un conductor, Sergio Arnau": somebody, and a name of two words. */
function isSomeone({ tokens }: SentenceReading, { start }: Range, { from, to }: Name): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  return (
    to - from > 1 && from - first <= 3 && /^(?:una?|uma?|une|eine?|son|sa|ihre?|seine?)$/.test(tokens[first]?.key ?? '')
  );
}

/** Whether what stands before a comma holds an office: "el alcalde de Lima, Tomás Rey". */
function isOffice(reading: SentenceReading, { start }: Range, end: number, lexicon: Lexicon): boolean {
  return reading.tokens.some((token) => token.start >= start && token.end <= end && isRole(token, { lexicon }));
}

/** What stands around the name, without its article: "alcalde de Lima". */
export function roleAround(text: string, source: Range, name: Range, speech: Lexicon['speech']): string {
  const before = text.slice(source.start, name.start);
  const behind = text.slice(name.end, source.end);
  const words = `${before.trim() === '' ? behind : before}`.replace(/^[\s,]+|[\s,]+$/g, '').replace(/\s+/g, ' ');
  const [first = '', ...rest] = words.split(' ');
  const bare = speech.determiners.has(first.toLowerCase()) ? rest.join(' ') : words.replace(/^l['’]/i, '');
  const isTitle = speech.honorifics.has(bare.toLowerCase().replace(/\.$/, ''));
  return isTitle || /^\d/.test(bare)
    ? bare.replace(/^\d+(?: \p{L}+)?,? ?/u, '').replace(/^(?:\p{L}{1,4}\.?)$/u, '')
    : bare;
}

export function sexOf(tokens: readonly Token[], { speech }: Lexicon, isPerson: boolean): Sex {
  for (const { key } of tokens) {
    const told = speech.honorifics.get(key);
    if (told) return told;
  }
  if (!isPerson) return null;
  const [first] = tokens;
  if (first === undefined) return null;
  if (/(?:in|sprecherin)$/.test(first.key) && speech.writes_nouns_large && speech.role_ending?.test(first.key))
    return 'she';
  if (speech.hers.test(first.key)) return 'she';
  return speech.his.test(first.key) ? 'he' : null;
}

export function isMany(tokens: readonly Token[], { speech }: Lexicon): boolean {
  const [first] = tokens;
  if (first === undefined) return false;
  return (
    first.kind === 'number' ||
    speech.groups.has(first.key) ||
    tokens.some(({ key }) => key === speech.and) ||
    /^(?:los|las|les|des|os|unos|unas|uns|umas|varios|varias|algunos|plusieurs|certains|mehrere|viele|einige|vários|alguns|muchos|muitos|dos|deux|zwei|dois|tres|trois|drei|três)$/.test(
      first.key,
    )
  );
}
