// A format in which something leaves the desk as a file, one object in a register. Pure.
import { NotFound } from '#src/errors.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { type Audience, fileName } from './audience.ts';

export interface FileFormat<Model, Seal = unknown> {
  /** As it stands in addresses, behind --format and at the end of the file's name: `csv`. */
  name: string;
  /** As it stands on pages: `CSV`. */
  label: string;
  media_type: string;
  /** For whom there are such files. */
  audiences: readonly Audience[];
  /** The tables of a format that holds one in a file. The first is meant where none is named. */
  tables?: readonly string[];
  /** The Content-Security-Policy for what `write` gives of the same model. */
  policy?(model: Model, seal?: Seal): Promise<string>;
  /** `seal` is what stands beside a signed model, because no model holds its own hash; a draft has none. */
  write(model: Model, table?: string, seal?: Seal): AsyncIterable<Uint8Array>;
}

/** What a person chose of a register. */
export interface FormatChosen<Model, Seal = unknown> {
  format: FileFormat<Model, Seal>;
  table?: string;
}

/** Which file is wanted, as an address or a command says it. */
export interface FileWanted {
  format: string;
  /** Says nothing for a format without tables. */
  table?: string | undefined;
  audience: Audience;
}

/** The format that is wanted. NotFound where there is none, no such table in it, or none for this audience. */
export function chooseFormat<Model, Seal = unknown>(
  formats: readonly FileFormat<Model, Seal>[],
  { format: name, table: named, audience }: FileWanted,
): FormatChosen<Model, Seal> {
  const format = formats.find((one) => one.name === name);
  if (!format?.audiences.includes(audience)) throw new NotFound();
  if (format.tables === undefined) return { format };
  const table = named === undefined ? format.tables[0] : format.tables.find((one) => one === named);
  if (table === undefined) throw new NotFound();
  return { format, table };
}

/** The file, called by `name` and what sort of file it is. Nothing is written before its pieces are read. */
export async function writeFile<Model, Seal = unknown>(
  { format, table }: FormatChosen<Model, Seal>,
  model: Model,
  { name, audience, seal }: { name: string; audience: Audience; seal?: Seal },
): Promise<OutgoingFile> {
  const { media_type } = format;
  const file_name = fileName(name, audience, `${table === undefined ? '' : `-${table}`}.${format.name}`);
  const policy = await format.policy?.(model, seal);
  return { file_name, media_type, ...(policy && { policy }), pieces: format.write(model, table, seal) };
}

export interface FileOffered {
  label: string;
  format: string;
  /** Undefined where the format has none, or it is the one that is meant anyway. */
  table: string | undefined;
}

/** Every file of a register for this audience, in its order: what a page lists. */
export function filesOffered(
  formats: readonly Omit<FileFormat<never>, 'write' | 'policy'>[],
  audience: Audience,
): FileOffered[] {
  return formats
    .filter(({ audiences }) => audiences.includes(audience))
    .flatMap(({ name: format, label, tables = [undefined] }) =>
      tables.map((table, index) => ({
        label: table === undefined ? label : `${label}, ${table}`,
        format,
        table: index === 0 ? undefined : table,
      })),
    );
}
