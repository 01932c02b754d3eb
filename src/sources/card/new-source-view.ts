// The page model of a new source, and the form that adds one elsewhere.
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { onlyDesk } from '#src/people/only-desk.ts';
import { may } from '#src/people/permissions.ts';
import { readSourceLine } from '../line/source-line.ts';
import { PROXIMITIES, typeOptions } from './view.ts';

export interface AddSource {
  /** The desks of which the person may keep the library. */
  desks: Option[];
  desk: string;
  types: Option[];
  proximities: Option[];
  /** What the form begins with. */
  values: Record<string, string>;
  /** Only the line, or the whole form. */
  is_whole: boolean;
}

/**
 * The page on which a source is written down before any claim needs it. A `line` that was pasted, an address above all,
 * fills in what it says of itself.
 */
export function newSourcePage(
  desks: DeskFound[],
  { desk, line = '' }: { desk: string; line?: string },
  refused?: RefusedForm,
): PageFrame & { add_source: AddSource } {
  return {
    title: 'Add a source',
    nav: 'sources',
    where: onlyDesk(desks),
    width: 'narrow',
    add_source: { ...newSourceView(desks, { wanted: desk, is_whole: true }), values: valuesOfLine(line) },
    ...refused,
  };
}

function valuesOfLine(line: string): Record<string, string> {
  const read = line === '' ? null : readSourceLine(line);
  if (read === null || read.refused !== '') return { source_line: line };
  const { title, url: address, publisher, type } = read;
  return address === '' ? { source_line: line } : { source_line: title, url: address, publisher, type };
}

export function newSourceView(
  desks: DeskFound[],
  { wanted, is_whole }: { wanted: string; is_whole: boolean },
): AddSource {
  const open = desks.filter((desk) => may(desk.role, 'keep_sources'));
  return {
    desks: open.map(({ slug, name }) => ({ value: slug, label: name })),
    desk: open.find((desk) => desk.slug === wanted)?.slug ?? open[0]?.slug ?? '',
    types: [{ value: '', label: 'as the line says' }, ...typeOptions()],
    proximities: PROXIMITIES,
    values: {},
    is_whole,
  };
}
