// Whom the demo's raid accuses: one may still reply, one was not offered a reply yet.
import type { StoryAccused } from '../story.ts';

export const RAID_ACCUSED: StoryAccused[] = [
  {
    name: 'Joint Mission',
    role: 'the 14-nation force in the country',
    accusation: 'One of its helicopters fired a missile into a shopping arcade.',
    about: 'at least one fired a missile into the arcade',
    by: 'cleo',
    at: '15:54',
  },
  {
    name: 'Anvar Tesh',
    role: 'governor',
    accusation: 'He told the city that it was calm while it was under attack.',
    about: 'declared the city “completely calm.”',
    by: 'ben',
    at: '16:19',
  },
];
