// Cards written as a file, a piece at a time, so that a large library is never whole in mind. Pure.
import { INTERNAL_SAID } from '../held-back/audience.ts';
import type { SourceFormat } from '../library/source-formats.ts';
import { writeBibtex } from './bibtex.ts';
import { writeCsl } from './csl.ts';
import { csvHead, writeCsvRow } from './csv.ts';
import type { CardGiven } from './reference.ts';
import { writeRis } from './ris.ts';

export const MEDIA_TYPES: Record<SourceFormat, string> = {
  ris: 'application/x-research-info-systems; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  'csl.json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

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
export function writerOf(format: SourceFormat, with_confidential: boolean): SourceWriter {
  if (format === 'ris') return { head: '', write: writeRis, foot: '' };
  if (format === 'bib') return { head: with_confidential ? WARNING : '', write: writeBibtex, foot: '' };
  if (format === 'csv')
    return { head: csvHead(with_confidential), write: (card) => writeCsvRow(card, with_confidential), foot: '' };
  let separator = '\n';
  const write = (card: CardGiven) => {
    const item = `${separator}${writeCsl(card)}`;
    separator = ',\n';
    return item;
  };
  return { head: '[', write, foot: '\n]\n' };
}

const WARNING = `@comment{With confidential sources. ${INTERNAL_SAID}}\n\n`;
