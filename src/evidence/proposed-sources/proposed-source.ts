// A source that a document proposes: its card, what it says of a claim, and of which claims. Pure.
import type { ProposedSourceFound } from '#src/articles/proposed-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { placedRange } from '#src/reading/text/range.ts';
import { fieldsOfLine, type SourceFields } from '#src/sources/card/source.ts';
import { readSourceLine } from '#src/sources/line/source-line.ts';
import { cleanWebAddress, siteOf, titleOfAddress } from '#src/sources/line/web-address.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';

const TITLE_LENGTH = 200;
const NOTE_LENGTH = 4000;

type Proposed = Pick<ProposedSourceFound, 'title' | 'url' | 'note'>;

export interface ProposedCard {
  fields: SourceFields;
  /** What the document says of the place in the source, and in its own words. */
  use: { passage: string; place: string; note: string };
}

/**
 * The card that a footnote, a comment or a link makes, read as a line that somebody typed would be. A call that the writer
 * made is the writer's: it becomes a statement, and nobody of the desk has asked anybody.
 */
export function cardOfProposed(proposed: Proposed): ProposedCard {
  const note = cleanText(proposed.note).slice(0, NOTE_LENGTH).toWellFormed();
  const address = cleanWebAddress(proposed.url);
  const url = address.ok ? address.url : '';
  const words = firstWords(note || proposed.title, url);
  const line = readSourceLine(words || url);
  const read = line.refused === '' ? line : { ...line, title: words, url: '' };
  const fields = fieldsOfLine({
    ...read,
    title: read.title || titleOfAddress(url) || cleanLine(proposed.title),
    type: read.contact !== null ? 'statement' : url !== '' ? 'web' : read.type,
    url: url || read.url,
    publisher: read.publisher || siteOf(url || read.url),
  });
  const said = proposed.note === '' ? 'Linked in the draft.' : `Named in the draft: ${titleForAll(proposed)}`;
  return {
    fields,
    use: {
      passage: read.passage,
      place: read.place,
      note: isSaid(proposed) ? said : [said, note].filter(Boolean).join('\n'),
    },
  };
}

/** The title without the name of whoever wrote a comment: what is noted of the use of a source is printed for everybody. */
function titleForAll({ title, note }: Proposed): string {
  const line = cleanLine(title);
  const at = line.indexOf(cleanLine(note).slice(0, FIRST_LETTERS));
  return line.startsWith('Comment by ') && at > 0 ? `Comment: ${line.slice(at)}` : line;
}

const FIRST_LETTERS = 20;

/** The title of a note says all that it says, unless it was cut. */
function isSaid({ title, note }: Proposed): boolean {
  return note === '' || cleanLine(title).endsWith(cleanLine(note));
}

/** The words of a note that are a title: without the address, as far as a card has room. '' where a link names only its site. */
function firstWords(note: string, url: string): string {
  // A footnote ends with a stop; a title does not.
  const line = cleanLine(note).replace(/(?<=[\p{L}\p{N}])\.$/u, '');
  if (url !== '' && line === siteOf(url)) return '';
  return cutAtWord(line, TITLE_LENGTH);
}

type Place = Pick<PlacedClaim, 'start' | 'end'>;

/** The claims that stand on words of the proposed source and are not dropped, the one that shares most of them first. */
export function claimsTouched<Claim extends Place & Pick<PlacedClaim, 'state'>>(
  proposed: Place,
  claims: readonly Claim[],
): Claim[] {
  return claims
    .filter((claim) => claim.state !== 'withdrawn' && shared(proposed, claim) > 0)
    .sort((a, b) => shared(proposed, b) - shared(proposed, a));
}

/** Whether evidence may be added to a claim in this state. */
export function isOpenForEvidence({ state }: Pick<PlacedClaim, 'state'>): boolean {
  return state !== 'closed' && state !== 'withdrawn';
}

function shared(one: Place, other: Place): number {
  const [here, there] = [placedRange(one), placedRange(other)];
  return here === null || there === null ? 0 : Math.min(here.end, there.end) - Math.max(here.start, there.start);
}

/** How a proposed source is named in addresses and fields: the version of its document, and its place there. */
export function nameOfProposed({
  origin_number,
  position,
}: Pick<ProposedSourceFound, 'origin_number' | 'position'>): string {
  return `${origin_number}.${position}`;
}
