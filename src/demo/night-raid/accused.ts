// Whom the demo's raid accuses: one may still reply, one does not want to.
import type { StoryAccused } from '../story.ts';

export const RAID_ACCUSED: StoryAccused[] = [
  {
    name: 'Joint Mission',
    role: 'the 14-nation force in the country',
    accusation: 'One of its helicopters fired a missile into a shopping arcade.',
    about: 'at least one fired a missile into the arcade',
    by: 'cleo',
    at: '15:54',
    copy: { at: '17:10', reason: 'No answer yet. Whatever comes by 17:30 goes into the text.' },
  },
  {
    name: 'Anvar Tesh',
    role: 'governor',
    accusation: 'He told the city that it was calm while it was under attack.',
    about: 'declared the city “completely calm.”',
    by: 'ben',
    at: '16:19',
    copy: { at: '16:42', reason: 'He does not want to comment; the text has the figures of his office.' },
  },
];
