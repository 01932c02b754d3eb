// A file of sources read as a whole, its entries handed over by the hundred. For a process of its own.
import { RuleBroken } from '#src/errors.ts';
import { firstOf } from '../../counted.ts';
import type { SourceFormat } from '../library/source-formats.ts';
import { readBibtex } from './bibtex.ts';
import type { Found } from './card-read.ts';
import { readCsl } from './csl.ts';
import { readCsv } from './csv.ts';
import type { Column } from './csv-columns.ts';
import { decodeSources, guessFormat } from './decode.ts';
import { isEndnoteXml, risOfEndnoteXml } from './endnote-xml.ts';
import { type Entry, entryOf } from './entry.ts';
import { isPubmedXml, risOfPubmedXml } from './pubmed-xml.ts';
import { readRis } from './ris.ts';
import { isEndnote, isPubmed, risOfEndnote, risOfPubmed } from './tagged-lists.ts';

export interface SourcesGiven {
  name: string;
  bytes: Uint8Array;
  /** What the person said it is; left out where the desk is to find out. */
  format?: SourceFormat | undefined;
}

/** What is known of the file as a whole, when all of it was read. */
export interface FileRead {
  format: SourceFormat;
  /** Sentences about the file: its letters, what stands outside entries. */
  remarks: string[];
  /** Of a table, what its columns were taken for. */
  columns: Column[];
}

export type PieceRead = { entries: Entry[] } | { file: FileRead } | { refused: string };

const MOST_ENTRIES = 50_000;
/** On the file as a whole. */
const MOST_REMARKS = 20;
const PIECE = 200;

/** The entries, in pieces, and at the end what there is to say of the file; or why it cannot be read. */
export function* readSources(given: SourcesGiven): Generator<PieceRead> {
  try {
    yield* read(given);
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    yield { refused: error.message };
  }
}

function* read({ bytes, name, format: wanted }: SourcesGiven): Generator<PieceRead> {
  const { text, note } = decodeSources(bytes);
  const format = wanted ?? guessFormat(text, name);
  const file: FileRead = { format, remarks: note === '' ? [] : [note], columns: [] };
  let entries: Entry[] = [];
  let count = 0;
  for (const found of foundIn(text, file)) {
    if ('remark' in found) {
      file.remarks.push(found.remark);
      continue;
    }
    count += 1;
    if (count > MOST_ENTRIES) {
      file.remarks.push(sayTooMany(found.entry.line));
      break;
    }
    entries.push(entryOf(found.entry));
    if (entries.length < PIECE) continue;
    yield { entries };
    entries = [];
  }
  if (count === 0 && file.remarks.length <= (note === '' ? 0 : 1)) file.remarks.push('There is no entry in this file.');
  yield { entries };
  const remarks = firstOf(file.remarks, MOST_REMARKS, (more) => `And ${more} more remarks like these.`);
  yield { file: { ...file, remarks } };
}

function foundIn(text: string, file: FileRead): Generator<Found> {
  if (file.format === 'ris') return readRis(asRis(text));
  if (file.format === 'bib') return readBibtex(text);
  if (file.format === 'csl.json') return readCsl(text);
  return readCsv(text, (columns) => {
    file.columns = columns;
  });
}

/** What says the same as RIS under other names is read as RIS. */
function asRis(text: string): string {
  if (isPubmed(text)) return risOfPubmed(text);
  if (isEndnoteXml(text)) return risOfEndnoteXml(text);
  if (isPubmedXml(text)) return risOfPubmedXml(text);
  return isEndnote(text) ? risOfEndnote(text) : text;
}

function sayTooMany(line: number): string {
  return `The desk takes ${MOST_ENTRIES.toLocaleString('en')} entries at a time. What begins on line ${line} was not read: import it as a separate file.`;
}
