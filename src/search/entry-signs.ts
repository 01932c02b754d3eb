// The signs of an entry of the index, which are no words: its desk, who may see it, its kind, speakers. Pure.
import { wordsOf } from './words.ts';

/** Of what those see who look from outside. */
export const OPEN = facet('for', 'everybody');

/** One sign of an entry, which no word can be: words are letters and digits alone. */
export function facet(of: 'for' | 'desk' | 'kind' | 'state' | 'verdict' | 'by' | 'pair', value: string): string {
  return `§${of}§${value.replaceAll(/[-_ ]/g, '')}`;
}

export function deskFacet(desk_id: string): string {
  return facet('desk', desk_id);
}

/** Each word of a speaker's name. */
export function speakerFacets(name: string): string[] {
  return wordsOf(name).map(({ key }) => facet('by', key));
}
