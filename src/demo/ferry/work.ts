// What the cast does with the article about the ferry: checked, cleared, signed, and corrected.
import type { Story } from '../story.ts';
import { FERRY_CLAIMS } from './claims.ts';
import { FERRY_COPIES } from './saved-copies.ts';

const REPLY =
  'Brenna Lines said that the certificate “was being renewed in the ordinary way” and that the ship had been safe at every moment.';

export const FERRY: Story = {
  copies: FERRY_COPIES,
  claims: FERRY_CLAIMS,
  ticks: [
    { words: 'The ferry Alva, which struck the pier of Tolme', by: 'ben', at: '9:20', note: 'harbour police, page 1' },
    { words: 'the operator, Brenna Lines,', by: 'ben', at: '10:02', note: 'register, column of owners' },
    { words: 'Brenna Lines said that', by: 'ben', at: '10:12', note: 'its statement' },
    { words: 'The Alva,', by: 'cleo', at: '10:16', note: 'register' },
  ],
  initials: [{ words: 'PORT TOLME —', by: 'ben', at: '9:17' }],
  contacts: [
    {
      at: '9:40',
      by: 'ben',
      about: 'had sailed for nine days without a valid safety certificate',
      name: 'Brenna Lines, press office',
      how: 'message',
      put: 'The register has the Alva without a certificate for nine days, and we are told of two letters. Is that so, and why did she sail?',
      until: '10:30',
      answer: 'Sent the statement. Asked again about the letters: “We have nothing to add.”',
    },
  ],
  queries: [
    {
      about: 'with 212 people on board',
      by: 'ben',
      at: '9:24',
      to_whom: 'writer',
      question: 'Does your 212 include the crew?',
      answered: { at: '9:25', name: 'Signe Vang', answer: 'Yes, all who were on board.' },
    },
  ],
  accused: [
    {
      name: 'Brenna Lines',
      role: 'the operator',
      accusation: 'It had a ship sail for nine days without a certificate, after it was told twice to take her out.',
      about: 'had sailed for nine days without a valid safety certificate',
      by: 'ben',
      at: '9:39',
      copy: { at: '10:14', words: REPLY },
    },
  ],
  legal: [
    {
      about: 'had been told twice this month to take the ship out of service',
      held: { at: '10:19', by: 'cleo', reason: 'An accusation that rests on one person, whom we do not name.' },
      cleared: {
        at: '10:38',
        by: 'frida',
        line: 'May stand as it is: the line was asked, had an hour, and does not deny the letters.',
      },
    },
    { about: null, cleared: { at: '10:48', by: 'frida', line: 'Read in full. Nobody is named who need not be.' } },
  ],
  answers: [
    {
      rule: 'R4',
      about: 'had been told twice this month to take the ship out of service',
      by: 'ben',
      at: '10:30',
      words: 'sole source: the one who spoke to us. Two letters were shown, and not left with us.',
    },
    {
      rule: 'R7',
      about: 'had been told twice this month to take the ship out of service',
      by: 'ben',
      at: '10:31',
      words:
        'looked for evidence against in the register and in the statement of Brenna Lines; neither speaks of letters.',
    },
    {
      rule: 'R9',
      about: '“They were told, and they sailed,”',
      by: 'ben',
      at: '10:32',
      words: 'heard by Ben Okafor, who noted it and read it back.',
    },
  ],
  let_stand: [{ at: '11:05', by: 'ada', words: 'They were told, and they sailed.' }],
  ran: { at: '11:20', by: 'ada' },
  signed: [
    {
      at: '11:32',
      by: 'ada',
      open: [],
      reason: '',
      sent: [
        { at: '11:40', to_whom: 'Harbour authority of Tolme', how: 'mail' },
        { at: '11:45', to_whom: 'Brenna Lines, press office', how: 'mail' },
      ],
    },
  ],
  complaints: [
    {
      at: '13:20',
      by: 'cleo',
      received: '13:05',
      complainant: 'Brenna Lines, press office',
      reach: 'press@brenna-lines.example',
      about: 'built in 1987',
      words: 'The Alva, built in 1987',
      says: 'The Alva was built in 1991. Her sister ship, which gave the class its year, is of 1987 and was sold long ago.',
      decided: {
        at: '14:05',
        by: 'ada',
        outcome: 'corrected',
        line: 'They are right. Page 14 gives the year of the class; the yard’s list has the Alva herself in 1991.',
        answer: 'Thank you. You are right about the year; the article has been corrected.',
        correction: { was_words: 'built in 1987', right_words: 'built in 1991', since: '14:20' },
      },
    },
  ],
};
