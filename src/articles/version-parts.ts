// A version as a form shows it, part by part, and back from the form to parts. Pure.
import { cleanLine } from '#src/text-fields.ts';
import type { PartText } from './article.ts';
import type { PartRole, PartTable } from './tables.ts';

/** The words of each part; of captions one each, of pull quotes and boxes all, with an empty line between two. */
export interface PartsTyped {
  headline?: string;
  standfirst?: string;
  body: string;
  pull_quotes?: string;
  boxes?: string;
  captions?: string[];
  credits?: string;
}

/** The parts that were typed, in the order in which they are stored. */
export function partTextsIn(typed: PartsTyped): PartText[] {
  return [
    { role: 'headline', text: cleanLine(typed.headline ?? '') },
    { role: 'standfirst', text: typed.standfirst ?? '' },
    { role: 'body', text: typed.body },
    ...several('pull_quote', typed.pull_quotes),
    ...several('box', typed.boxes),
    ...(typed.captions ?? []).map((text) => ({ role: 'caption' as const, text })),
    { role: 'credit', text: typed.credits ?? '' },
  ];
}

/** The parts of a version as they would be typed. */
export function partsTypedOf(text: string, parts: readonly PartTable[]): Required<PartsTyped> {
  const of = (role: PartRole) =>
    parts.filter((part) => part.role === role).map((part) => text.slice(part.start, part.end));
  return { ...fieldsOfParts(of), captions: of('caption').map(cleanLine), credits: of('credit').join('\n\n') };
}

/** What the fields of a form hold of each part; captions and credits, which no two forms hold alike, are left to the caller. */
export function fieldsOfParts(of: (role: PartRole) => string[]) {
  return {
    headline: of('headline').join(' '),
    standfirst: of('standfirst').join('\n\n'),
    body: of('body').join('\n\n'),
    pull_quotes: of('pull_quote').join('\n\n'),
    boxes: of('box').join('\n\n'),
  };
}

function several(role: PartRole, text = ''): PartText[] {
  return text.split(/\n\s*\n/).map((words) => ({ role, text: words }));
}
