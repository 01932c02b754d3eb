// What a paragraph is by the name of its style, or by its level in the outline. Pure.
import type { ParagraphKind } from './sheet.ts';

export function kindOfStyle(name: string, rank: number | undefined): ParagraphKind {
  if (/^(?:title|headline)$/i.test(name)) return 'h1';
  if (/^(?:subtitle|standfirst)$/i.test(name)) return 'standfirst';
  if (/^caption$/i.test(name)) return 'caption';
  const heading = /^heading ([1-6])$/i.exec(name)?.[1];
  if (heading !== undefined) return `h${heading}` as ParagraphKind;
  return rank === undefined ? 'text' : (`h${rank}` as ParagraphKind);
}
