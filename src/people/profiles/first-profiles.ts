// The profiles a new desk starts with, from the quickest look to the longest.
import { KEY_SORTS, type KeySort, type ProfileKind } from './profile.ts';

type Checklists = Partial<Record<ProfileKind, string[]>>;

export interface ProfileSeed {
  name: string;
  keys: readonly KeySort[];
  checklists: Checklists;
  is_default: boolean;
}

const DAILY = {
  number: [
    'Who counted, when, and how?',
    'The same unit, period and place as in the source?',
    'Do headline and captions say the same number?',
  ],
  quotation: [
    'Hear the recording or read the transcript; else ask somebody who heard it.',
    'Is the speaker named with the right name and title?',
    'Does what was left out change the sense?',
  ],
  event: ['Two who were there, or one and a document.', 'When did it happen, by whose clock?'],
  name: ['Spelled as its bearer spells it.', 'Do title and role still hold today?'],
  date: ['Does the weekday fit the date?', 'Counted from the day on which the article runs?'],
  place: ['Find it on a map: is it where the article says it is?'],
  comparison: ['Like with like: the same measure, the same period?', 'Who says “first”, “most” or “only”?'],
  implication: ['What will a reader take from it, and does the article show that?'],
  image: ['Who took it, where and when? Look for earlier uses.', 'Does the caption say what is seen, and no more?'],
} satisfies Checklists;

const BREAKING: Checklists = {
  number: ['Who counted, and when?', 'Does the headline say the same number?'],
  quotation: ['Who heard it?'],
  event: ['Who was there? Else say who says so.'],
  name: ['Spelled as its bearer spells it.'],
  image: ['Is it from today, and from there?'],
};

const FEATURE: Checklists = {
  ...DAILY,
  quotation: [...DAILY.quotation, 'Does the speaker know that these words will run?'],
  event: [...DAILY.event, 'A scene that the writer did not see: whose memory is it?'],
};

const INVESTIGATION: Checklists = {
  ...DAILY,
  number: [...DAILY.number, 'Keep the working: another person must get the same number.'],
  event: [...DAILY.event, 'Is there a document, and is a copy of it kept?'],
  implication: [
    ...DAILY.implication,
    'Was everyone it accuses asked, with time to answer, and does the copy carry the answer?',
  ],
};

export const FIRST_PROFILES: readonly ProfileSeed[] = [
  {
    name: 'Breaking',
    keys: ['headline', 'casualties', 'accusations', 'legal'],
    checklists: BREAKING,
    is_default: false,
  },
  { name: 'Daily', keys: KEY_SORTS, checklists: DAILY, is_default: true },
  {
    name: 'Feature',
    keys: ['headline', 'casualties', 'accusations', 'health', 'legal'],
    checklists: FEATURE,
    is_default: false,
  },
  { name: 'Investigation', keys: KEY_SORTS, checklists: INVESTIGATION, is_default: false },
];
