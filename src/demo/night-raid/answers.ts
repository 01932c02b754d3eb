// What answers the sign-off checks of the demo's raid: with them an editor can sign it, two claims open.
import type { StoryAnswer } from '../story.ts';

export const RAID_ANSWERS: StoryAnswer[] = [
  {
    rule: 'R4',
    about: 'killing at least 23 people',
    by: 'ben',
    at: '17:13',
    words: 'sole source: the ministry alone counted to the end. The police log stops at 17, at 19.40.',
  },
  {
    rule: 'R4',
    about: 'the 480 prisoners who escaped through a tunnel from Veshtar’s central prison last month',
    by: 'ben',
    at: '17:13',
    words: 'sole source: the prison service, on its own prisoners.',
  },
  {
    rule: 'R4',
    about: 'at least one fired a missile into the arcade',
    by: 'cleo',
    at: '17:14',
    words: 'sole source: one resident saw it. The text says that residents say so, and the Mission was asked.',
  },
  {
    rule: 'R4',
    about: '46 wounded, 11 of them children',
    by: 'cleo',
    at: '17:14',
    words: 'sole source: the city has one hospital, and its director counted.',
  },
  {
    rule: 'R1',
    about: null,
    by: 'ada',
    at: '17:16',
    words:
      'The standfirst is rewritten once claim 7 is settled, the picture desk fills in the caption, and the last sentence is background that ran on Monday.',
  },
  {
    rule: 'R15',
    about: null,
    by: 'ada',
    at: '17:17',
    words: 'The copy desk has the list. All agreed fixes go in together at 18:00, as version 2.',
  },
];
