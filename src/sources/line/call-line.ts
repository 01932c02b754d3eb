// "call Sorov 15:40: six bombers" taken apart: how, with whom, when, what was asked and what was said. Pure.
import { hasClock, timeAnywhere, timeAtEnd, timeAtStart } from './spoken-time.ts';

/** How the desk asked, as the first word of such a line says it. */
export type AskedHow = 'call' | 'message' | 'letter' | 'visit';

export interface ContactLine {
  /** How the desk asked; null for a statement, for which nobody was asked. */
  how: AskedHow | null;
  title: string;
  name: string;
  at_words: string;
  put: string;
  said: string;
}

interface Lead {
  pattern: RegExp;
  how: AskedHow | null;
  /** What the card is called: null takes the words as they were typed. */
  noun: string | null;
  preposition: string;
  /** Only with "with", "to" or "from" after it: the word alone means something else too often. */
  wantsPreposition?: true;
}

const LEADS: Lead[] = [
  {
    pattern: /^(?:called|calling|phone|phoned|telephoned?|rang|tel\.?|spoke|talked)$/i,
    how: 'call',
    noun: 'Call',
    preposition: 'with',
  },
  {
    pattern: /^(?:(?:tele)?phone |video |zoom |skype |whatsapp |signal )?(?:call|interview)$/i,
    how: 'call',
    noun: null,
    preposition: 'with',
  },
  { pattern: /^(?:interviewed)$/i, how: 'call', noun: 'Interview', preposition: 'with' },
  { pattern: /^(?:e-?mailed|mailed)$/i, how: 'message', noun: 'Email', preposition: 'with' },
  { pattern: /^(?:texted|messaged)$/i, how: 'message', noun: 'Message', preposition: 'with' },
  {
    pattern: /^(?:e-?mail|mail|message|sms|(?:text|whatsapp|signal|telegram|voice) message)$/i,
    how: 'message',
    noun: null,
    preposition: 'from',
  },
  { pattern: /^text$/i, how: 'message', noun: 'Text', preposition: 'from', wantsPreposition: true },
  { pattern: /^letter$/i, how: 'letter', noun: null, preposition: 'from' },
  { pattern: /^(?:visit|visited)$/i, how: 'visit', noun: 'Visit', preposition: 'to' },
  { pattern: /^(?:meeting|met)$/i, how: 'visit', noun: 'Meeting', preposition: 'with', wantsPreposition: true },
  { pattern: /^(?:(?:press|written|official|public) )?statement$/i, how: null, noun: null, preposition: 'from' },
];

const SHAPE =
  /^(?:(?:i|we)\s)?((?:(?:tele)?phone|video|zoom|skype|whatsapp|signal|telegram|voice|text|press|written|official|public)\s(?=call|interview|message|statement))?([\p{L}-]+\.?)(?:\s(with|to|from|by))?\s(?=\S)/iu;
const NOT_A_NAME =
  /^(?:for|of|on|in|about|as|and|no\.?|nr\.?|log|logs|list|records?|cent(?:re|er)s?|transcript|data|report|board)(?![\p{L}\p{N}])|^[^\p{L}]*$/iu;
const SEPARATOR = /(?<!\d)[:：]|[:：](?!\d\d(?!\d))/u;
const OPENING_QUOTE = /(?<=[\s,])["“”„«]/u;
const DASH = /\s[–—-]+\s/u;
const EDGES = /^[\s,;:：.()–—-]+|[\s,;:：(–—-]+$/gu;
const ASKED = /(?:^|[\s,]+)(?:about|re:?|asked (?:about|whether|if))\s+(.+)$/iu;

/** The parts of a line that begins with such a word, or null where it is a title like any other ("Call for papers"). */
export function readContactLine(line: string): ContactLine | null {
  const early = timeAtStart(line);
  const words = early === null ? line : early.after;
  const shape = SHAPE.exec(words);
  if (shape === null || /^letters? to the editor(?![\p{L}\p{N}])/iu.test(words)) return null;
  const [whole, modifier = '', word = '', preposition] = shape;
  const lead = LEADS.find((one) => one.pattern.test(modifier + word));
  const rest = words.slice(whole.length);
  if (lead === undefined || (lead.wantsPreposition && preposition === undefined) || NOT_A_NAME.test(rest)) return null;
  const parts = partsOf(rest, early?.time ?? '');
  if (NOT_A_NAME.test(parts.name) || !isConvincing(lead, parts, preposition)) return null;
  const noun = lead.noun ?? capitalised(modifier + word);
  const title = [`${noun} ${preposition?.toLowerCase() ?? lead.preposition} ${parts.name}`, parts.at_words]
    .filter(Boolean)
    .join(', ');
  return { how: lead.how, title, name: parts.name, at_words: parts.at_words, put: parts.put, said: parts.said };
}

interface Parts {
  name: string;
  at_words: string;
  put: string;
  said: string;
  /** Stood something between the two that told them apart? */
  separated: boolean;
}

function partsOf(rest: string, early: string): Parts {
  const { head, said, separated } = splitAtSeparator(rest);
  if (separated) return { ...partsOfHead(head, early), said: trimmed(said), separated };
  const timed = early === '' ? timeAnywhere(head) : null;
  if (timed !== null) return { ...partsOfHead(timed.before, timed.time), said: trimmed(timed.after), separated };
  const dash = DASH.exec(head);
  if (dash === null) return { ...partsOfHead(head, early), said: '', separated };
  const after = head.slice(dash.index + dash[0].length);
  return { ...partsOfHead(head.slice(0, dash.index), early), said: trimmed(after), separated: true };
}

/** "Sorov 15:40 about the bombers", "Sorov about the bombers, 15:40": name, time and question, in either order. */
function partsOfHead(head: string, known_time: string): Pick<Parts, 'name' | 'at_words' | 'put'> {
  const asked = ASKED.exec(head);
  let name = asked === null ? head : head.slice(0, asked.index);
  let put = asked?.[1] ?? '';
  let at_words = known_time;
  const late = at_words === '' ? timeAtEnd(put) : null;
  if (late !== null && late.before !== '') ({ before: put, time: at_words } = late);
  const early = at_words === '' ? timeAtEnd(name) : null;
  if (early !== null) ({ before: name, time: at_words } = early);
  return { name: name.replace(EDGES, ''), at_words, put: put.replace(EDGES, '') };
}

function splitAtSeparator(rest: string): { head: string; said: string; separated: boolean } {
  const separator = SEPARATOR.exec(rest);
  const quote = OPENING_QUOTE.exec(rest);
  if (quote !== null && (separator === null || quote.index < separator.index))
    return { head: rest.slice(0, quote.index).replace(EDGES, ''), said: rest.slice(quote.index), separated: true };
  if (separator === null) return { head: rest.replace(EDGES, ''), said: '', separated: false };
  return {
    head: rest.slice(0, separator.index).replace(EDGES, ''),
    said: rest.slice(separator.index + 1),
    separated: true,
  };
}

/** Without "with" or "from", a colon, an hour, or a short capitalised name has to show that it is a contact and not a title. */
function isConvincing(lead: Lead, parts: Parts, preposition: string | undefined): boolean {
  if (preposition !== undefined || parts.separated || hasClock(parts.at_words)) return true;
  return lead.how === 'call' && parts.name.split(' ').length <= 4 && !/^\p{Ll}/u.test(parts.name);
}

function trimmed(said: string): string {
  return said.replace(/^[\s,;:：]*(?:[–—-]+\s)?/u, '').trim();
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
