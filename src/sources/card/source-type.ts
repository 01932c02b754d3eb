// The kinds of sources, and what they are called. Pure.
import type { SourceType } from '../tables.ts';

export const SOURCE_TYPES = [
  'web',
  'call',
  'statement',
  'document',
  'person',
  'wire',
  'data',
  'image',
  'other',
] as const satisfies SourceType[];

export const SOURCE_TYPE_LABELS: Record<SourceType, string> = {
  web: 'web page',
  call: 'call, message or visit',
  statement: 'statement',
  document: 'document',
  person: 'person',
  wire: 'wire copy',
  data: 'data',
  image: 'picture or recording',
  other: 'other',
};
