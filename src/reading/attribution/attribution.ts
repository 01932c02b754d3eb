// Who said what: every attributed passage with its source, its cue and the speaker's full name.
import { itemAt } from '#src/item-at.ts';
import { type ParagraphReading, paragraphReadingsOf } from '../entities/paragraph-reading.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import type { Sentence } from '../sentences/sentences.ts';
import { tagEnglish } from '../tagging/english-tagger.ts';
import { readsAsEnglish } from '../text/languages.ts';
import { contains, isEmpty, type Range } from '../text/range.ts';
import { type Attribution, attributionOf, linked, unclaimed } from './attributed.ts';
import { labelledPassages } from './labels.ts';
import type { Passage } from './passage.ts';
import { passagesIn } from './passages.ts';
import type { Speaker } from './speaker.ts';
import { SpeakerMemory } from './speakers.ts';
import { VoicesAbroad } from './voices-abroad.ts';

/** The attributions of a text in the order of its paragraphs. `sentences` are those of the whole text. */
export function attributionsOf(text: string, sentences: readonly Sentence[], language?: string): Attribution[] {
  const voices = voicesOf(text, language);
  if (!voices) return [];
  const attributions: Attribution[] = [];
  for (const paragraph of paragraphReadingsOf(text, sentences, language)) attributions.push(...voices.in(paragraph));
  return attributions;
}

/** Who hears the voices of a text; null where nobody knows its words. */
export function voicesOf(text: string, language?: string): Voices | VoicesAbroad | null {
  const lexicon = lexiconOf(language);
  if (lexicon) return new VoicesAbroad(text, lexicon);
  return readsAsEnglish(language) ? new Voices(text) : null;
}

/** Hears the voices of a text paragraph by paragraph, in order, and remembers who spoke. */
class Voices {
  readonly #text: string;
  readonly #memory: SpeakerMemory;
  /** Whose quotation the paragraph before left open, or who spoke there last. */
  #carried: Attribution | null = null;

  /** A quotation was begun that is not closed yet; captions and the like may stand in between. */
  #isOpen = false;
  /** Who was announced at the end of the paragraph before ("The mayor said:"). */
  #opened: Attribution | null = null;

  /** What those said of whom nobody knows who they are. */
  readonly #unclear: Range[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#memory = new SpeakerMemory(text);
  }

  /** The attributions of the next paragraph. */
  in(paragraph: ParagraphReading): Attribution[] {
    const { quotations } = paragraph;
    const found: Attribution[] = [];
    const labels = labelledPassages(this.#text, paragraph);
    found.push(...labels.map((label) => this.#heard(label, itemAt(paragraph.sentences, 0))));
    if (labels.length === 0 && this.#opened)
      found.push({ ...this.#opened, content: { start: paragraph.start, end: paragraph.end } });
    for (const reading of paragraph.sentences) {
      this.#memory.begins(reading);
      const passages = passagesIn(reading, quotations, tagEnglish);
      for (const passage of passages) found.push(this.#heard(passage, reading));
      this.#memory.read(reading);
      if (passages.every(({ is_act }) => is_act)) this.#memory.toldOf(reading);
    }
    this.#opened = found.findLast((each) => isEmpty(each.content)) ?? null;
    const said = found.filter((each) => !isEmpty(each.content));
    said.push(
      ...unclaimed(this.#text, quotations, {
        found: said,
        carried: standsAlone(this.#text, paragraph) ? this.#carried : null,
        isOthers: (quotation, speaking) => tellsOfAnother(paragraph, quotation, speaking),
      }),
    );
    const isOpen = quotations.length > 0 ? quotations.at(-1)?.is_closed === false : this.#isOpen;
    this.#carried = said.findLast((each) => each.source) ?? (this.#isOpen ? this.#carried : null);
    this.#isOpen = isOpen;
    return linked(said);
  }

  /** "Clinton told them that she": one of two Clintons, and so is she. */
  #isOfUnclear(source: Range): boolean {
    const last = this.#unclear.at(-1);
    return (
      last !== undefined && contains(last, source) && /^(?:s?he)$/i.test(this.#text.slice(source.start, source.end))
    );
  }

  #heard(passage: Passage, reading: SentenceReading): Attribution {
    const source = passage.source && !this.#isOfUnclear(passage.source) ? passage.source : null;
    const meant = source ? this.#memory.speakerOf(source, reading) : null;
    if (source && meant === null) this.#unclear.push(passage.content);
    const speaker = isAnswered(this.#text, passage, meant) ? null : meant;
    if (speaker) this.#memory.spoke(speaker, passage.content);
    return attributionOf(passage, speaker);
  }
}

/** “It is wrong,” the minister said. “Did he?” she asked: whoever asks is as likely another as the one just quoted. */
function isAnswered(text: string, { source, cue }: Passage, speaker: Speaker | null): boolean {
  const [who, verb] = [source, cue].map((range) => (range ? text.slice(range.start, range.end) : ''));
  return speaker?.name === null && /^(?:he|she|they)$/i.test(who ?? '') && /^ask(?:s|ed)$/.test(verb ?? '');
}

/** "Moor shot past the press: “…”" behind what Kolb said: the sentence begins with another, whatever its verb means. */
function tellsOfAnother({ sentences }: ParagraphReading, quotation: Range, { speaker }: Attribution): boolean {
  const reading = sentences.find(({ start, end }) => start <= quotation.start && quotation.start < end);
  const isOpened = reading?.text.slice(0, quotation.start).trimEnd().endsWith(':') === true;
  const head = reading?.names.find(
    ({ from, role, is_place }) =>
      !is_place && (from === 0 || role?.start === reading.start || (isOpened && from < FAR)),
  );
  if (!reading || !head || head.start >= quotation.start) return false;
  const last = reading.tokens[head.to - 1]?.text.replace(/['’]s?$/, '') ?? '';
  return speaker?.includes(last) !== true;
}

/** "The keeper, Ivan Rossi, was more modest: “…”": so far into a sentence its subject has a name. */
const FAR = 6;

/** Where more lines stand beneath a quotation, somebody else may have signed it there. */
function standsAlone(text: string, { start, end }: Range): boolean {
  return !text.slice(start, end).includes('\n');
}
