// What kind of source a title speaks of, guessed from its words; a person can always say otherwise. Pure.
import type { SourceType } from '../tables.ts';

const SIGNS: { type: SourceType; words: RegExp }[] = [
  {
    type: 'wire',
    words:
      /\b(?:AFP|AP|DPA|dpa|EFE|ANSA|TASS|Reuters)\b|\b(?:[Ww]ire|[Nn]ewswire|[Aa]gency) (?:copy|report|story|service)\b|\b[Nn]ewswire\b/,
  },
  { type: 'statement', words: /\b(?:statement|communiqu[eé]|press release|briefing|press conference|declaration)\b/i },
  {
    type: 'image',
    words:
      /\b(?:photo(?:graph)?s?|pictures?|images?|video|footage|recording|audio|podcast|satellite|clip|film|broadcast|television|tape|radio(?! log))\b|\.(?:jpe?g|png|gif|webp|heic|mp[34]|m4a|mov|wav)\b/i,
  },
  {
    type: 'data',
    words:
      /\b(?:data|dataset|database|statistics|census|spreadsheet|survey|poll|register|tables?)\b|\.(?:csv|xlsx?|ods|json)\b/i,
  },
  {
    type: 'document',
    words:
      /\b(?:report|letter|memo(?:randum)?|minutes|ruling|judg(?:e)?ment|court|law|act|bill|filing|indictment|transcript|contract|log(?:book)?|bulletin|book|paper|study|accounts|order|directive|treaty|file|note|notes|certificate|handbook|notebook|diary|archive)\b|\.(?:pdf|docx?|odt|rtf|txt)\b/i,
  },
  {
    type: 'person',
    words:
      /\b(?:(?:eye)?witness(?:es)?|our (?:own )?(?:reporter|correspondent|photographer)|neighbou?r|resident|survivor)\b/i,
  },
];

/** The first kind whose words the title holds; `other` where none does. */
export function guessType(title: string): SourceType {
  return SIGNS.find((sign) => sign.words.test(title))?.type ?? 'other';
}
