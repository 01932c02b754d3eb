// From paragraphs to a draft: the headline, the captions, the words a note belongs to. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { itemAt } from '#src/item-at.ts';
import { normalised } from '#src/piled-marks.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { PartText } from '../article.ts';
import type { Block } from './block.ts';
import type { CommentSaid, ProposedSource } from './draft.ts';
import type { LeftOut } from './left-out.ts';
import { inThreads } from './threads.ts';
import { nameUnplaced } from './unplaced.ts';

/** A footnote, endnote or comment, by its id. */
export interface Note {
  text: string;
  url: string;
  /** "Footnote", or whose comment it is. */
  title: string;
  comment?: CommentSaid;
}

export interface Assembled {
  parts: PartText[];
  proposed_sources: ProposedSource[];
}

interface AssembledWith {
  headline?: string;
  /** Is told the notes that stand on no words of the text. */
  left_out?: LeftOut;
}

const TITLE_LENGTH = 160;

/**
 * The parts that these paragraphs make up. The headline is the one given, else the first heading of the first rank that
 * stands before any text; a heading that repeats it goes.
 */
export function assembleParts(
  blocks: Block[],
  notes: ReadonlyMap<string, Note>,
  { headline = '', left_out }: AssembledWith = {},
): Assembled {
  const rest = [...blocks];
  const parts: PartText[] = [];
  const proposed_sources: ProposedSource[] = [];
  const titleOf = titlesOf();
  const add = (role: PartText['role'], some: Block[]) => {
    if (some.length === 0) return;
    const { text, starts } = joined(some);
    for (const [at, block] of some.entries())
      for (const proposed_source of proposedOn(block, notes, titleOf))
        proposed_sources.push({
          ...proposed_source,
          part: parts.length,
          start: proposed_source.start + itemAt(starts, at),
          end: proposed_source.end + itemAt(starts, at),
        });
    parts.push({ role, text });
  };
  const heading = takeHeadline(rest, headline);
  if (heading) add('headline', [heading]);
  else if (headline !== '') parts.push({ role: 'headline', text: cleanLine(headline) });
  const those = (role: Block['role']) => rest.filter((one) => one.role === role);
  add('standfirst', those('standfirst'));
  add(
    'body',
    rest.filter(({ role }) => !APART.has(role)),
  );
  for (const role of ['pull_quote', 'box'] as const) for (const one of runsOf(rest, role)) add(role, one);
  for (const caption of those('caption')) add('caption', [{ ...caption, text: caption.text.replaceAll('\n', ' ') }]);
  if (left_out) nameUnplaced(blocks, notes, left_out);
  return { parts, proposed_sources: inThreads(proposed_sources) };
}

/** What stands in parts of its own. */
const APART: ReadonlySet<string> = new Set(['standfirst', 'caption', 'box', 'pull_quote']);

/** The paragraphs of this role that follow one another: each run is a part, its paragraphs lines of it. */
function runsOf(blocks: Block[], role: Block['role']): Block[][] {
  const runs: Block[][] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.role !== role) continue;
    const before = blocks[at - 1];
    if (before?.role === role && before.rank === block.rank) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** Takes the heading that is the headline out of the paragraphs. */
function takeHeadline(rest: Block[], headline: string): Block | undefined {
  const firstText = rest.findIndex(({ role, text }) => role !== 'heading' && role !== 'caption' && text.length > 60);
  const before = firstText < 0 ? rest.length : firstText;
  const at = rest.findIndex(({ role, rank, text }, place) =>
    headline === ''
      ? role === 'heading' && rank === 1 && place <= before
      : role === 'heading' && isSame(text, headline),
  );
  return at < 0
    ? undefined
    : rest.splice(at, 1).map((block) => ({ ...block, text: block.text.replaceAll('\n', ' ') }))[0];
}

function isSame(a: string, b: string): boolean {
  const fold = (text: string) =>
    normalised(text, 'NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return fold(a) === fold(b);
}

/** One text with an empty line between paragraphs; the items of a list are lines of one. */
function joined(blocks: Block[]): { text: string; starts: number[] } {
  let text = '';
  let last: Block | undefined;
  const starts: number[] = [];
  for (const block of blocks) {
    if (last) text += isLine(last) && isLine(block) ? '\n' : '\n\n';
    starts.push(text.length);
    text += block.text;
    last = block;
  }
  return { text, starts };
}

/** Items of lists, rows of tables and lines of a box are lines of one paragraph. */
function isLine({ role }: Block): boolean {
  return role === 'item' || role === 'box' || role === 'pull_quote';
}

type Proposed = Omit<ProposedSource, 'part'>;

/** A note as it is called; one to which a text refers ten thousand times is read once. */
function titlesOf(): (note: Note) => string {
  const known = new Map<Note, string>();
  return (note) => {
    const title = known.get(note) ?? titleOfNote(note);
    known.set(note, title);
    return title;
  };
}

function titleOfNote({ text, title }: Note): string {
  const line = cleanLine(text);
  return cutAtWord(title === '' ? line : `${title}: ${line}`, TITLE_LENGTH);
}

function proposedOn(block: Block, notes: ReadonlyMap<string, Note>, titleOf: (note: Note) => string): Proposed[] {
  const ofLinks = block.links.map(({ start, end, url, title }) => ({
    start,
    end,
    url,
    title: cleanLine(title) || hostOf(url),
    note: '',
  }));
  const sentenceUpTo = sentencesUpTo(block.text);
  const begins = new Map(block.begins.toReversed().map(({ id, at }) => [id, at]));
  const ofNotes = block.references.flatMap(({ at, id }): Proposed[] => {
    const note = notes.get(id);
    if (note === undefined) return [];
    const begin = begins.get(id);
    const words = begin !== undefined && begin < at ? { start: begin, end: at } : sentenceUpTo(at);
    const { comment, url, text } = note;
    return words ? [{ ...words, title: titleOf(note), url, note: text, ...(comment ? { comment } : {}) }] : [];
  });
  return [...ofLinks, ...ofNotes].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where there are several notes in a longer sentence, a later one stands on the end of it. */
const LONGEST_SENTENCE = 1000;

/**
 * A note stands behind what it is about: the words of the sentence as far as the sign. Of signs in their order each is read
 * from the sentence before on: to read the whole paragraph for each would take its square.
 */
function sentencesUpTo(text: string): (at: number) => { start: number; end: number } | undefined {
  let from = 0;
  return (at) => {
    if (at < from) from = 0;
    const last = sentencesOf(text.slice(from, at)).at(-1);
    // Before the first words it can only be about what follows.
    if (last === undefined) return sentencesOf(text)[0];
    const words = { start: from + last.start, end: from + last.end };
    const latest = at - LONGEST_SENTENCE;
    from = words.start >= latest ? words.start : latest + text.slice(latest, at).indexOf(' ') + 1;
    return words;
  };
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? url;
}
