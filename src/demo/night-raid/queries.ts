// What the desk asks about the demo's raid: of the writer and of the editor, by telephone.
import type { StoryQuery } from '../story.ts';

export const RAID_QUERIES: StoryQuery[] = [
  {
    about: '“There were 25 of them, and 25 of them are dead,”',
    by: 'ben',
    at: '15:33',
    to_whom: 'writer',
    question: 'Did she say this to you, or on the radio? Do you have it recorded?',
    answered: {
      at: '15:47',
      name: 'Jonas Wrede',
      answer: 'To me, on the phone at 15:05. No recording, but I read it back to her.',
    },
  },
  {
    about: 'the deadliest in Veshtar since the bombing of the grain exchange two winters ago, which killed 31',
    by: 'ben',
    at: '16:35',
    to_whom: 'writer',
    question: 'Where does the 31 come from? The final list of the court has 34.',
    answered: { at: '16:43', name: 'Jonas Wrede', answer: 'From the agency, that night. Take the court’s.' },
  },
  {
    about: 'governor insists the city is calm',
    by: 'cleo',
    at: '16:57',
    to_whom: 'editor',
    question: 'The headline gives the governor the last word. Do we want that with 23 dead?',
    answered: { at: '17:01', name: 'Ada Lind', answer: 'With the dead right below it, yes. But not “insists”.' },
  },
];
