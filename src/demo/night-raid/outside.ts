// What reaches the demo's desk from outside: documents of the writer, what is handed in, answers, a sheet.
import type { StoryOutside } from '../story-outside.ts';
import type { WritersMarks } from '../writers-file.ts';

const RECORDING = `Call with Dovan Rezhal, Mountain Front, typed from the recording. J. W.

1:12  more than 100 of our fighters are in the city
1:30  they came in over three days, in small groups
2:05  many are our brothers from the prison
2:40  (I ask how many of them.) Enough.
`;

const LIST = `Fact,Checked,Where from,Remark,Who
“Six suicide bombers and dozens of gunmen”,stands,Police captain at the cordon,He had not seen them himself,Ben Okafor
"“There were 25 of them, and 25 of them are dead,”",both sides,"Lale Ishkan, call at 15:05",Read back to her; no recording,Ben Okafor
“A curfew was declared from nine in the evening”,stands,State radio,Cut from the text in the night,
`;

export const FILED_AS = 'veshtar.docx';

/** What he says in the margin of the document that he files. */
export const FILED: Pick<WritersMarks, 'comments'> = {
  comments: [
    {
      words: 'There were 25 of them, and 25 of them are dead',
      says: 'She rang at 15:05, and I read it back to her. Notebook, page 7.',
    },
  ],
};

export const RAID_OUTSIDE: StoryOutside = {
  package: {
    by: 'ben',
    at: '16:12',
    name: 'Jonas Wrede',
    brought_at: '16:50',
    files: [
      {
        name: 'rezhal-call.txt',
        text: RECORDING,
        words: 'What he said, with the minutes. You have the recording itself.',
        about: 'more than 100 of our fighters',
      },
    ],
    contacts: [
      {
        name: 'Captain at the cordon',
        body: 'Veshtar police',
        phone: '+00 4412 907',
        about: 'Six suicide bombers',
        words: 'Ask for him by rank, after eight.',
        is_confidential: 1,
      },
      { name: 'Sela Ruun', body: 'pharmacy on the grain exchange', phone: '+00 4412 318', about: 'paragraph 5' },
    ],
    note: { words: 'The two who died in hospital since are on nobody’s list yet.', about: '46 wounded' },
    taken: { by: 'cleo', at: '16:56', name: 'Sela Ruun' },
  },
  own_facts: [
    {
      by: 'ben',
      at: '16:49',
      name: 'Lale Ishkan, governor’s office',
      note: 'These are your words as they stand in our text of tonight.',
      sentences: ['“There were 25 of them, and 25 of them are dead,”'],
      answered: {
        at: '17:08',
        answers: [
          {
            verdict: 'wrong',
            says: '25 attackers is right. That all of them are dead I had from the police, and they now count 14.',
          },
        ],
        how_known: 'I am the spokeswoman; the 14 are from the ministry.',
        may_name: 'yes',
      },
    },
  ],
  sheet: {
    by: 'ben',
    at: '17:10',
    name: 'veshtar-facts.csv',
    text: LIST,
    means: { stands: 'ok', 'both sides': 'disputed' },
  },
  next_version: {
    by: 'ada',
    at: '17:14',
    name: 'veshtar-second-version.docx',
    author: 'Jonas Wrede',
    changes: [
      { words: 'killing at least 23 people', new_words: 'killing nine police officers and civilians and 14 attackers' },
      { words: '480', new_words: '448' },
    ],
    comments: [
      { words: 'which killed 31', says: 'The court has 34. Do we say whose count it is?' },
      { words: '46 wounded', says: 'Two of them have died since. Dr Ashan, this morning.' },
    ],
  },
};
