// The page model of the form on which a list of sources is brought in.
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { onlyDesk } from '#src/people/only-desk.ts';
import { may } from '#src/people/permissions.ts';
import { FORMAT_LABELS, SOURCE_FORMATS } from '../library/source-formats.ts';

export interface ImportPage extends PageFrame {
  desks: Option[];
  desk: string;
  formats: Option[];
}

/** Where a list is brought. */
export function importPage(desks: DeskFound[], wanted: string, refused?: RefusedForm): ImportPage {
  const open = desks.filter((desk) => may(desk.role, 'keep_sources'));
  return {
    title: 'Import sources',
    nav: 'sources',
    where: onlyDesk(desks),
    width: 'narrow',
    desks: open.map(({ slug, name }) => ({ value: slug, label: name })),
    desk: open.find((desk) => desk.slug === wanted)?.slug ?? open[0]?.slug ?? '',
    formats: [
      { value: '', label: 'detect from the list' },
      ...SOURCE_FORMATS.map((format) => ({ value: format, label: FORMAT_LABELS[format] })),
    ],
    ...refused,
  };
}
