// Where accounts of the demo's raid differ: how many came, how many died, who led it.
import type { StoryQuestion } from '../story.ts';

export const RAID_QUESTIONS: StoryQuestion[] = [
  {
    point: 'How many fighters came into the city?',
    about: '“more than 100 of our fighters” had entered the city',
    by: 'ben',
    at: '15:48',
    accounts: [
      {
        about: '“There were 25 of them, and 25 of them are dead,”',
        party_name: 'Lale Ishkan',
        party_role: 'spokeswoman for Governor Anvar Tesh',
        value: '25',
        quote: 'There were 25 of them, and 25 of them are dead.',
      },
      {
        card: 'police_log',
        party_name: 'Veshtar police',
        party_role: '',
        value: 'about two dozen armed men',
        quote: 'about two dozen armed men',
      },
      {
        card: 'ministry',
        party_name: 'Interior ministry',
        party_role: '',
        value: 'at least 14 fighters',
        quote: '14 attackers were killed',
      },
      {
        card: 'notes',
        party_name: 'residents',
        party_role: '',
        value: 'between 30 and 60 fighters',
        quote: 'thirty, the baker says; twice that, says the pharmacist',
      },
      { card: 'mission', party_name: 'Joint Mission', party_role: '', value: 'declined to say', quote: '' },
    ],
    settled: {
      at: '15:49',
      rule: 'unresolved',
      sentence:
        'Only the Front says more than 100. Nobody independent counted, and the officials’ figures are estimates.',
    },
    copy: { at: '15:49', words: 'Insurgents claim more than 100 fighters, officials speak of two dozen.' },
  },
  {
    point: 'How many people were killed?',
    about: 'killing at least 23 people',
    by: 'ben',
    at: '15:53',
    accounts: [
      {
        card: 'television',
        party_name: 'Anvar Tesh',
        party_role: 'governor',
        value: 'nobody',
        as_of: '{yesterday} 14:02',
        quote: 'Nobody has come to harm, and the city is calm.',
      },
      {
        card: 'police_log',
        party_name: 'Veshtar police',
        party_role: '',
        value: 'at least 9 dead',
        as_of: '{yesterday} 16:30',
        quote: '9 bodies at the gate and in the arcade, more expected',
      },
      {
        card: 'police_log',
        party_name: 'Veshtar police',
        party_role: '',
        value: 'at least 17 dead',
        as_of: '{yesterday} 19:40',
        quote: '17 by now',
      },
      {
        card: 'wire',
        party_name: 'Corvane News Agency',
        party_role: '',
        value: 'about 20 dead',
        as_of: '{yesterday} 20:15',
        quote: 'around 20 dead, according to a security official',
      },
      {
        card: 'recording',
        party_name: 'Dovan Rezhal',
        party_role: 'spokesman for the Mountain Front',
        value: 'more than 40 dead',
        as_of: '{yesterday} 20:50',
        quote: 'more than forty of theirs are dead',
      },
      {
        card: 'ministry',
        party_name: 'Interior ministry',
        party_role: '',
        value: '23 dead',
        as_of: '{yesterday} 21:30',
        quote: 'Dead: 14 attackers, five officers of the police, four civilians',
      },
    ],
    settled: {
      at: '15:54',
      rule: 'prefer',
      preferred: 'Interior ministry',
      sentence:
        'The ministry counted, and says who they were. Two of the wounded have died since, so the copy says “at least”.',
    },
    copy: {
      at: '15:54',
      reason: 'The Front’s “more than forty” cannot be checked, and says nothing of whom it counts.',
    },
  },
  {
    point: 'Who led the operation?',
    about: 'police special units led the operation',
    by: 'cleo',
    at: '16:53',
    accounts: [
      {
        card: 'police_log',
        party_name: 'Veshtar police',
        party_role: '',
        value: 'the Mission, from 15.10 on',
        quote: '15.10 command handed to Mission liaison officer',
      },
      {
        card: 'notes',
        party_name: 'An officer at the cordon',
        party_role: 'unnamed, to the writer',
        value: '“Whoever had a radio.”',
        quote: '',
      },
    ],
    settled: {
      at: '17:04',
      rule: 'unresolved',
      sentence: 'The Mission and the police log say different things, and the Mission has not explained it.',
    },
    copy: {
      at: '17:04',
      reason: 'Waits for the Mission’s answer; the sentence names the Mission as the one that says so.',
    },
  },
];
