// Who said what in a text of another language than English, paragraph by paragraph. Pure.
import type { ParagraphReading } from '../entities/paragraph-reading.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { isEmpty, overlaps, type Range, trimRange } from '../text/range.ts';
import { withApposition } from './appositions.ts';
import { type Attribution, attributionOf, linked, unclaimed } from './attributed.ts';
import { cuesAbroad } from './cues-abroad.ts';
import { type Phrase, phraseFrom } from './noun-phrases.ts';
import { passagesAbroad } from './passages-abroad.ts';
import { pointingBack } from './points-back.ts';
import { SpeakersAbroad } from './speakers-abroad.ts';
import type { PassageAbroad } from './subjects-abroad.ts';

/** A paragraph that a dash opens is what somebody says. */
const DIALOGUE = /^[—–―]\s?(?=\p{L}|[¿¡])/u;
/** "Alcalde Rey: «No»". */
const LABEL = /^(\p{Lu}[\p{L}.'’-]*(?: (?:de|del|la|du|da|do|von|\p{Lu}[\p{L}.'’-]*)){0,5}):\s+(?=[«„“"‚‘])/u;
/** The subjunctive of what is handed on: "Es habe zwölf Tote gegeben." */
const HANDED_ON =
  /^(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|gebe|gehe|komme|bleibe|stehe|liege|brauche|wisse|lasse|nehme|sehe|lägen|stünden|kämen|hätten|gäben)$/;

export class VoicesAbroad {
  readonly #text: string;
  readonly #lexicon: Lexicon;
  readonly #memory: SpeakersAbroad;
  #opened: Attribution | null = null;

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text;
    this.#lexicon = lexicon;
    this.#memory = new SpeakersAbroad(text, lexicon);
  }

  /** The attributions of the next paragraph. */
  in(paragraph: ParagraphReading): Attribution[] {
    const { quotations, start, end } = paragraph;
    const found: Attribution[] = [];
    const isDialogue = DIALOGUE.test(this.#text.slice(start, start + 4));
    const label = labelled(this.#text, paragraph);
    const [first] = paragraph.sentences;
    if (label && first) found.push(this.#heard(label, first));
    else if (this.#opened) found.push({ ...this.#opened, content: quotations[0] ?? { start, end } });
    for (const reading of paragraph.sentences) {
      const passages = passagesAbroad(reading, quotations, this.#lexicon).filter(
        (each) => !found.some((one) => label && one.content.start <= each.cue.start && each.cue.end <= one.content.end),
      );
      for (const passage of passages) found.push(this.#heard(passage, reading));
      if (passages.length > 0) continue;
      const handed = this.#handedOn(paragraph, reading, isDialogue ? undefined : found.at(-1));
      if (handed) found.push(handed);
      else this.#memory.read(reading, this.#subjectOf(reading));
    }
    this.#opened = found.findLast((each) => isEmpty(each.content)) ?? null;
    const said = found.filter((each) => !isEmpty(each.content));
    if (isDialogue) said.push(...restOfDialogue(this.#text, paragraph, said));
    // Quotations that no verb claims are those of the one who speaks before in their paragraph.
    const alone = quotations.filter((quotation) => standsAlone(paragraph, quotation));
    said.push(...unclaimed(this.#text, alone, { found: said, carried: null }));
    return linked(said);
  }

  /** What a sentence without a verb of saying hands on: the one before it, or its own words in the voice of the last speaker. */
  #handedOn(
    { sentences }: ParagraphReading,
    reading: SentenceReading,
    last: Attribution | undefined,
  ): Attribution | null {
    const before = sentences[sentences.indexOf(reading) - 1];
    const back = before ? pointingBack(reading, withoutStop(this.#text, before), this.#lexicon) : null;
    if (back) return this.#heard(back, reading);
    if (!last || last.chain.length === 0) return null;
    const cue = handedOn(reading, this.#lexicon);
    return cue && { ...last, cue, content: withoutStop(this.#text, reading) };
  }

  /** What a sentence begins with, where that can be somebody. */
  #subjectOf(reading: SentenceReading): Phrase | null {
    const ground = { reading, lexicon: this.#lexicon };
    const phrase = phraseFrom(ground, 0);
    return phrase && withApposition(ground, phrase);
  }

  #heard(passage: PassageAbroad, reading: SentenceReading): Attribution {
    const speaker = this.#memory.speakerOf(passage.source, reading, passage.sex);
    return attributionOf(passage, speaker, passage.is_dropped);
  }
}

/** No other words stand in the sentences of a quotation: else they say whose it is, though nobody here could read it. */
function standsAlone({ sentences }: ParagraphReading, quotation: Range): boolean {
  return sentences.every(
    (reading) =>
      !overlaps(reading, quotation) ||
      reading.tokens.every((token, at) => (reading.quoted[at] ?? -1) >= 0 || token.kind === 'mark'),
  );
}

function withoutStop(text: string, { start, end }: Range): Range {
  let to = end;
  while (to > start && /[.!?\s]/.test(text.charAt(to - 1))) to -= 1;
  return { start, end: to };
}

/** The verb of a sentence that hands on what somebody said, though nobody is named in it. */
function handedOn(reading: SentenceReading, { speech }: Lexicon): Range | null {
  if (!speech.writes_nouns_large) return null;
  if (cuesAbroad(reading, speech).length > 0) return null;
  const at = reading.tokens.findIndex((token, index) => HANDED_ON.test(token.key) && (reading.quoted[index] ?? -1) < 0);
  const token = reading.tokens[at];
  const isPlain = at > 0 && !reading.tokens.slice(0, at).some(({ key }) => /^(?:wenn|ob|als|ich|was|es\s)$/.test(key));
  const isCondition = reading.tokens.some(({ key }) =>
    /^(?:wenn|falls|sofern|würden?|könnten?|gern|gerne|lieber)$/.test(key),
  );
  if (token && /^(?:hätten|lägen|stünden|kämen|gäben)$/.test(token.key) && isCondition) return null;
  return token && isPlain ? { start: token.start, end: token.end } : null;
}

/** "—… —dijo el alcalde—. …": what goes on behind the one who speaks. */
function restOfDialogue(text: string, { end }: Range, said: readonly Attribution[]): Attribution[] {
  const [only] = said;
  if (only === undefined || said.some(({ speaker }) => speaker !== only.speaker)) return [];
  const from = Math.max(only.cue.end, only.source?.end ?? 0, ...said.map(({ content }) => content.end));
  const dash = /^[^—–―.]{0,40}[—–―][.,;:]?\s*/.exec(text.slice(from, from + 60))?.[0].length;
  const content = trimRange(text, { start: from + (dash ?? 0), end });
  return dash === undefined || isEmpty(content) ? [] : [{ ...only, content }];
}

function labelled(text: string, { start, end, quotations }: ParagraphReading): PassageAbroad | null {
  const found = LABEL.exec(text.slice(start, Math.min(end, start + 90)));
  const label = found?.[1];
  if (!found || label === undefined) return null;
  const colon = start + label.length;
  const content = quotations.find((each) =>
    overlaps(each, { start: start + found[0].length, end: start + found[0].length + 1 }),
  );
  return content
    ? {
        source: { start, end: colon },
        cue: { start: colon, end: colon + 1 },
        content,
        is_act: false,
        is_dropped: false,
      }
    : null;
}
