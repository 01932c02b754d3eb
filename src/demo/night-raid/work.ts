// What the cast does with the demo's article, besides its claims.
import type { Story } from '../story.ts';
import { RAID_ACCUSED } from './accused.ts';
import { RAID_ANSWERS } from './answers.ts';
import { LATER_CLAIMS } from './claims-later.ts';
import { MIDDLE_CLAIMS } from './claims-middle.ts';
import { OPENING_CLAIMS } from './claims-opening.ts';
import { RAID_OUTSIDE } from './outside.ts';
import { RAID_QUERIES } from './queries.ts';
import { RAID_QUESTIONS } from './questions.ts';
import { RAID_COPIES } from './saved-copy.ts';

export const RAID: Story = {
  claims: [...OPENING_CLAIMS, ...MIDDLE_CLAIMS, ...LATER_CLAIMS],
  ticks: [
    { words: 'VESHTAR', by: 'ben', at: '15:08', note: 'he called from there' },
    { words: 'Gunmen storm Veshtar', by: 'ben', at: '15:08', note: 'as the first paragraph' },
    { words: 'southern city of Veshtar on {day}', by: 'ben', at: '15:10', note: 'atlas; statement no. 208' },
    { words: 'for ten hours', by: 'ben', at: '15:27', note: 'police log, 12.38 to 22.40' },
    {
      words: 'Within minutes, gunmen had taken the upper floors of a half-built shopping arcade opposite',
      by: 'ben',
      at: '15:28',
      note: 'police log, page 1',
    },
    { words: 'told Halden Wire by telephone', by: 'ben', at: '15:13', note: 'recording' },
    { words: 'in the past three days', by: 'ben', at: '15:14', note: 'recording, minute 2' },
    { words: 'Two of its helicopters', by: 'cleo', at: '15:23', note: 'notebook, page 9' },
    {
      words: 'A spokesman for the Mountain Front, Dovan Rezhal',
      by: 'ben',
      at: '15:13',
      note: 'names himself on the recording',
    },
    { words: 'Lale Ishkan', by: 'ben', at: '15:16', note: 'spelled it herself on the phone' },
    { words: 'a spokeswoman for Governor Anvar Tesh', by: 'ben', at: '15:16', note: 'governor’s site, staff page' },
    { words: 'Mr Tesh', by: 'ben', at: '15:17', note: 'governor’s site' },
    { words: 'state television', by: 'ben', at: '15:17', note: 'seen it' },
    { words: 'The Joint Mission,', by: 'cleo', at: '15:20', note: 'house style' },
    { words: '“a supporting role”', by: 'cleo', at: '15:22', note: 'press release, paragraph 2, word for word' },
    { words: 'Dr Mirel Ashan', by: 'cleo', at: '15:31', note: 'spelled it on the phone' },
    {
      words: '“We counted the explosions until we stopped counting,”',
      by: 'cleo',
      at: '16:06',
      note: 'notebook, page 11',
    },
    { words: 'The interior ministry counted 23 dead', by: 'cleo', at: '15:40', note: 'statement no. 208; adds up' },
    { words: 'said Tamir', by: 'cleo', at: '16:06', note: 'notebook, page 11' },
    {
      words: 'Smoke over the governor’s compound',
      by: 'cleo',
      at: '16:58',
      note: 'matches the gate in our pictures of last year',
    },
    {
      words: 'It came four months before foreign troops are due to hand over security in the province',
      by: 'cleo',
      at: '17:02',
      note: 'the Mission’s own calendar',
    },
    {
      words: 'Commanders have long held up Veshtar, a city of 600,000',
      by: 'cleo',
      at: '17:03',
      note: 'census; our own reports of two years',
    },
    { words: 'according to the Joint Mission', by: 'cleo', at: '17:09', note: 'figures of the year, p. 6' },
    {
      words: 'Police officers carry a wounded man past the shuttered grain exchange.',
      by: 'cleo',
      at: '16:59',
      note: 'seen in the original, with the sign of the exchange',
    },
  ],
  copies: RAID_COPIES,
  accused: RAID_ACCUSED,
  questions: RAID_QUESTIONS,
  queries: RAID_QUERIES,
  initials: [
    { words: 'Nobody in the old market needed to be told', by: 'cleo', at: '16:05' },
    { words: 'Figures for the dead and wounded were still in dispute', by: 'cleo', at: '15:36' },
    { words: 'The governor’s office put the number far lower.', by: 'ben', at: '15:15' },
  ],
  origins: [
    {
      card: 'radio',
      from: 'ministry',
      by: 'cleo',
      at: '15:43',
      note: 'Read out from statement no. 208, as the announcer says.',
    },
  ],
  answers: RAID_ANSWERS,
  outside: RAID_OUTSIDE,
  contacts: [
    {
      at: '16:21',
      by: 'ben',
      about: 'declared the city “completely calm.”',
      name: 'Anvar Tesh, through his spokeswoman',
      how: 'call',
      put: 'He called the city calm at 14.02, while his own gate was on fire. What did he know then?',
      until: '16:45',
      answer: 'He does not want to comment.',
    },
    {
      at: '15:55',
      by: 'cleo',
      about: 'at least one fired a missile into the arcade',
      name: 'Joint Mission, press office',
      how: 'message',
      put: 'Did one of your helicopters fire into the arcade? With what, when, on whose order?',
      until: '17:30',
      answer: '',
    },
    {
      at: '16:11',
      by: 'ben',
      about: 'Six suicide bombers and dozens of gunmen',
      name: 'Jonas Wrede (writer)',
      how: 'call',
      put: 'Who gave you six?',
      until: '',
      answer: 'A police captain at the cordon, who must not be named. He had not seen them himself.',
    },
    {
      at: '16:18',
      by: 'ben',
      about: null,
      name: 'Mayor’s office of Veshtar',
      how: 'call',
      put: 'Was the mayor’s office hit, and was anybody hurt in it?',
      until: '',
      answer: '',
    },
    {
      at: '16:57',
      by: 'cleo',
      about: 'police special units led the operation',
      name: 'Major Hanne Colt, Joint Mission',
      how: 'call',
      put: 'The police log has your liaison officer in command from 15.10. Who led?',
      until: '17:45',
      answer: '',
    },
  ],
};
