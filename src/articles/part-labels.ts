// What the parts of an article are called, on the desk and in its reports.
import type { PartRole } from './tables.ts';

export const PART_LABELS: Record<PartRole, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  body: 'Text',
  caption: 'Caption',
  credit: 'Credit',
  pull_quote: 'Pull quote',
  box: 'Box',
};
