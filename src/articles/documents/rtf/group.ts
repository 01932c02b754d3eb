// What holds within a group of a rich text file. Pure.
import type { Destination } from './destinations.ts';
import { NEW_PARAGRAPH, type Paragraph } from './paragraphs.ts';
import { type Looks, PLAIN } from './rtf-words.ts';

export interface Group {
  destination: Destination;
  looks: Looks;
  paragraph: Paragraph;
  /** How many letters behind one of Unicode say the same again. */
  repeats: number;
  /** What is to be done where the group ends, if it began something. */
  end?: () => void;
}

/** Around all others. */
export const FIRST_GROUP: Group = { destination: 'text', looks: PLAIN, paragraph: NEW_PARAGRAPH, repeats: 1 };
