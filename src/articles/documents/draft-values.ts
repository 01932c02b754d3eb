// A draft as the form of a new article holds it. Pure.
import type { PartRole } from '../tables.ts';
import { fieldsOfParts } from '../version-parts.ts';
import type { Draft } from './draft.ts';

/** What the fields of the form of a new article hold, by name. */
export function valuesOfDraft(draft: Draft) {
  const of = (role: PartRole) => draft.parts.filter((part) => part.role === role).map(({ text }) => text);
  const [dated_on = '', dated_time = ''] = draft.dated_on.split('T');
  return {
    ...fieldsOfParts(of),
    captions: of('caption').join('\n'),
    credits: of('credit').join(' '),
    byline: draft.byline,
    outlet: draft.outlet,
    url: draft.url,
    language: draft.language,
    dated_on,
    dated_time,
    dated_zone: draft.dated_zone,
    writer_notes: draft.writer_notes,
  };
}
