// Cards written as a file, a piece at a time, so that a large library is never whole in memory. Pure.
import { INTERNAL_SAID } from '../held-back/audience.ts';
import type { SourceFormat } from '../library/source-formats.ts';
import { writeBibtex } from './bibtex.ts';
import { writeCsl } from './csl.ts';
import { csvHead, writeCsvRow } from './csv.ts';
import type { CardGiven } from './reference.ts';
import { writeRis } from './ris.ts';

interface CardsFormat {
  media_type: string;
  head(with_confidential: boolean): string;
  write(card: CardGiven, with_confidential: boolean): string;
  /** What stands before the first card, and before each one behind it. */
  first: string;
  between: string;
  foot: string;
}

const NOTHING_ROUND = { head: () => '', first: '', between: '', foot: '' };

/** A new one is an entry here and a name in library/source-formats.ts. */
const FORMATS: Record<SourceFormat, CardsFormat> = {
  ris: { ...NOTHING_ROUND, media_type: 'application/x-research-info-systems; charset=utf-8', write: writeRis },
  bib: {
    ...NOTHING_ROUND,
    media_type: 'application/x-bibtex; charset=utf-8',
    head: (with_confidential) => (with_confidential ? WARNING : ''),
    write: writeBibtex,
  },
  'csl.json': {
    media_type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    head: () => '[',
    write: writeCsl,
    first: '\n',
    between: ',\n',
    foot: '\n]\n',
  },
  csv: { ...NOTHING_ROUND, media_type: 'text/csv; charset=utf-8', head: csvHead, write: writeCsvRow },
};

const WARNING = `@comment{With confidential sources. ${INTERNAL_SAID}}\n\n`;

/** What a file of this format is sent as. */
export function mediaTypeOf(format: SourceFormat): string {
  return FORMATS[format].media_type;
}

/** The pieces of a file of these cards, UTF-8 when they are encoded. */
export function* writeSources(
  format: SourceFormat,
  cards: Iterable<CardGiven>,
  with_confidential: boolean,
): Generator<string> {
  const writer = writerOf(format, with_confidential);
  yield writer.head;
  for (const card of cards) yield writer.write(card);
  yield writer.foot;
}

export interface SourceWriter {
  head: string;
  write(card: CardGiven): string;
  foot: string;
}

/** What stands before, between and behind the cards of a file. Each writer is for one file. */
export function writerOf(name: SourceFormat, with_confidential: boolean): SourceWriter {
  const format = FORMATS[name];
  let before = format.first;
  const write = (card: CardGiven) => {
    const words = `${before}${format.write(card, with_confidential)}`;
    before = format.between;
    return words;
  };
  return { head: format.head(with_confidential), write, foot: format.foot };
}
