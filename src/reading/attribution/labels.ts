// Speakers that no verb announces: "MAYOR: It is late", "“It is late.” — Ilse Maren".
import { itemAt } from '#src/item-at.ts';
import type { ParagraphReading } from '../entities/paragraph-reading.ts';
import { ROLES } from '../entities/roles.ts';
import { type Range, trimRange } from '../text/range.ts';
import { vocabularyOf } from '../text/vocabulary.ts';
import type { Passage } from './passage.ts';

const LABEL =
  /^["“”]?(?:(?:And |But )?[Ff]rom (?:the )?)?(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,5} ?(?:\([^()]{1,40}\))?):\s+(?=\S)/u;
const SIGNATURE = /["”’]\s*([—–―]|--?)\s*(\p{Lu}[^"“”\n]{2,80}?)[.\s]*$/u;

const FROM = /^((?:(?:and|but|then|now|next|this|another|also|later),? )?from )([^:"“”,\n]{2,60}):\s+(?=["“„«‘'])/iu;

/** Words with a colon that announce something else than a speaker. */
const NO_SPEAKER =
  /^(?:images?|photos?|photograph|pictures?|video|illustration|credits?|sources?|notes?|editors?|updates?|correction|related|see also|read more|by|date|subject|to|from|re|question|answer|step|part|chapter|breaking|exclusive|live|watch|opinion|analysis|review|clarification|the latest|fact.?check|disclosure|spoiler|warning|reminder|tip|ps|p\.s\.)\b/i;

/** A source of one word that is no name but speaks in headlines. */
const SPEAKING_WORD =
  /^(?:poll|report|study|survey|police|officials?|minister|mayor|president|governor|lawyer|judge|experts?)$/i;

/** How much of a paragraph a label can take. */
const LONGEST = 100;

/** The passages of a paragraph that a label in front, or a signature behind a line, hands to somebody. */
export function labelledPassages(text: string, paragraph: ParagraphReading): Passage[] {
  const label = labelled(text, paragraph);
  if (label) return [label];
  const handed = handedOver(text, paragraph) ?? placedSpeaker(text, paragraph);
  if (handed) return [handed];
  return linesOf(text, paragraph).flatMap((line) => signed(text, line) ?? []);
}

/** The lines that begin as a quotation; a paragraph mostly is one. */
function linesOf(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = [];
  for (let from = start; from < end; ) {
    const stop = text.indexOf('\n', from);
    const line = trimRange(text, { start: from, end: stop < 0 || stop > end ? end : stop });
    const before = lines.at(-1);
    // The signature stands on a line of its own.
    if (/^["“”‘'«]/.test(text.charAt(line.start))) lines.push(line);
    else if (/^(?:[—–―]|--)/.test(text.slice(line.start, line.start + 2)) && before && isRightAbove(text, before, line))
      before.end = line.end;
    from = stop < 0 ? end : stop + 1;
  }
  return lines;
}

function isRightAbove(text: string, { end }: Range, { start }: Range): boolean {
  return text.slice(end, start).trim() === '';
}

function labelled(text: string, { start, end, quotations }: ParagraphReading): Passage | null {
  const opening = text.slice(start, Math.min(end, start + LONGEST));
  const found = opening.includes(':') ? LABEL.exec(opening) : null;
  const label = found?.[1];
  if (
    !found ||
    !label ||
    NO_SPEAKER.test(label) ||
    !namesSpeaker(text, label, /^["“„«‘']/.test(text.slice(start + found[0].length, start + found[0].length + 1)))
  )
    return null;
  const from = start + found[0].indexOf(label);
  const colon = from + label.length;
  const quoted = quotations.find((each) => each.start === start + found[0].length && each.is_closed);
  return {
    source: trimRange(text, { start: from, end: colon }),
    cue: { start: colon, end: colon + 1 },
    content: trimRange(text, { start: colon + 1, end: quoted?.end ?? end }),
    is_act: false,
  };
}

/** "Then, from coach Ida Moor: “…”", "This from the mayor: “…”": before a quotation, somebody with a name or an office. */
function handedOver(text: string, { start, end, quotations }: ParagraphReading): Passage | null {
  const found = FROM.exec(text.slice(start, Math.min(end, start + LONGEST)));
  const [whole = '', lead = '', source = ''] = found ?? [];
  const quotation = quotations.find((each) => each.start === start + whole.length);
  const isSomebody = /\p{Lu}/u.test(source) || source.split(/\s+/).some((word) => ROLES.has(word.toLowerCase()));
  if (!found || !quotation || !isSomebody) return null;
  const from = start + lead.length;
  const colon = from + source.length;
  return {
    source: { start: from, end: colon },
    cue: { start: colon, end: colon + 1 },
    content: { start: quotation.start, end: quotation.end },
    is_act: false,
  };
}

const PLACED = /^ (?:(?:is|was) )?(?:in|on|at|from|outside|near) [^:"“”.]{2,50}:\s+(?=["“„«])/u;

/** "Our reporter Ida Moor is in Carlisle: “…”", "Home secretary Jane Poole on the leak: “…”". */
function placedSpeaker(text: string, { start, quotations, sentences }: ParagraphReading): Passage | null {
  const [first] = sentences;
  const name = first?.names.find(({ role, is_place }) => role && !is_place);
  if (!first || !name?.role || name.role.start - start > LEAD) return null;
  const found = PLACED.exec(text.slice(name.end, name.end + LONGEST));
  const quotation = quotations.find((each) => each.start === name.end + (found?.[0].length ?? 0));
  if (!found || !quotation) return null;
  const colon = name.end + found[0].trimEnd().length - 1;
  return {
    source: { start: name.role.start, end: name.end },
    cue: { start: colon, end: colon + 1 },
    content: { start: quotation.start, end: quotation.end },
    is_act: false,
  };
}

/** Before the office stand the hour of a live page and "our" at most. */
const LEAD = 12;

function namesSpeaker(text: string, label: string, quotes: boolean): boolean {
  if (SPEAKING_WORD.test(label)) return true;
  if (/^(?:Said|Says|Added|Adds|Asked|Wrote) /.test(label)) return false;
  if (label.includes(' '))
    return quotes || ROLES.has(label.split(' ')[0]?.toLowerCase() ?? '') || isKnownElsewhere(text, label);
  const isShouted = label.length > 3 && label === label.toUpperCase();
  if (isShouted && !quotes && isDateline(text, label)) return false;
  const vocabulary = vocabularyOf(text);
  const key = label.toLowerCase();
  return isShouted || (vocabulary.isWrittenLarge(key) && !vocabulary.isWrittenSmall(key));
}

/** "NAGPUR: The state will …": a town in capitals at the head of a report; who speaks in an interview does so again. */
function isDateline(text: string, label: string): boolean {
  const first = text.indexOf(`${label}:`);
  return (
    first < DATELINE_REACH && !text.includes(`\n${label}:`, first + label.length) && !ROLES.has(label.toLowerCase())
  );
}

/** So far into a text its dateline stands, behind headline and standfirst. */
const DATELINE_REACH = 400;

/** The last word of a label that is a name stands elsewhere in the text, too. */
function isKnownElsewhere(text: string, label: string): boolean {
  const last =
    label
      .replace(/ ?\(.*$/, '')
      .split(' ')
      .at(-1) ?? '';
  const isShouted = label === label.toUpperCase();
  return isShouted || text.indexOf(last, text.indexOf(label) + label.length) >= 0;
}

function signed(text: string, { start, end }: Range): Passage | null {
  const floor = Math.max(start, end - LONGEST);
  const found = SIGNATURE.exec(text.slice(floor, end));
  const name = found?.[2];
  if (!found || !name) return null;
  const dash = floor + found.index + found[0].indexOf(itemAt(found, 1));
  const from = floor + found.index + found[0].lastIndexOf(name);
  return {
    source: { start: from, end: from + name.length },
    cue: { start: dash, end: dash + itemAt(found, 1).length },
    content: { start, end: floor + found.index + 1 },
    is_act: false,
  };
}
