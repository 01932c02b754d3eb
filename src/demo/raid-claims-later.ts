// The claims of the second half of the demo's article, from the hospital on, as the cast checked them. "{time}" is the hour of the act.
import type { StoryClaim } from './story.ts';

export const LATER_CLAIMS: StoryClaim[] = [
  {
    words: '46 wounded, 11 of them children',
    by: 'cleo',
    at: '15:25',
    is_key: true,
    said_by: [{ name: 'Mirel Ashan', role: 'director of the city’s main hospital' }],
    evidence: [
      {
        line: 'call Dr Mirel Ashan {time} about the wounded: 46 admitted by midnight, eleven of them under 18; two died this morning',
        reliability: 'A',
        credibility: 2,
      },
    ],
    was_it_said: 'fair_paraphrase',
    is_it_so: 'ok',
    sentence: 'Confirmed by the director herself. Two of the 46 have died since, which is for the next version.',
    judged_at: '15:31',
    offered_at: '15:33',
    end: { at: '16:28', closed_by: 'ben' },
  },
  {
    words: '14 attackers, five police officers and four civilians',
    by: 'cleo',
    at: '15:37',
    is_key: true,
    said_by: [{ name: 'Interior ministry', role: '' }],
    evidence: [
      {
        card: 'ministry',
        about: 'attribution',
        passage: 'Dead: 14 attackers, five officers of the police, four civilians',
        place: 'paragraph 3',
        reliability: 'B',
        credibility: 2,
      },
      { card: 'wire', passage: '14 assailants and nine others', note: 'Same statement: no second source.' },
    ],
    was_it_said: 'fair_paraphrase',
    is_it_so: 'ok',
    sentence: 'So the ministry says, and it adds up to 23. It counts bodies, not the two who died in hospital since.',
    judged_at: '15:40',
    offered_at: '15:41',
    end: { at: '16:29', closed_by: 'ben' },
  },
  {
    words: 'three boys carried out on a door',
    by: 'cleo',
    at: '16:05',
    kind: 'event',
    said_by: [{ name: 'Tamir', role: 'a tea seller' }],
    evidence: [
      {
        card: 'notes',
        about: 'attribution',
        passage: 'T.: three boys, carried on a door, one not moving',
        place: 'page 11',
        reliability: 'B',
        credibility: 3,
      },
    ],
    was_it_said: 'fair_paraphrase',
    is_it_so: 'author',
    sentence:
      'Only the writer spoke to him, and only he saw it. The page of the notebook is in hand; no name, no hospital record.',
    judged_at: '16:08',
    offered_at: '16:09',
    end: { at: '16:30', closed_by: 'ben' },
  },
  {
    words: 'the deadliest in Veshtar since the bombing of the grain exchange two winters ago, which killed 31',
    by: 'ben',
    at: '16:22',
    kind: 'comparison',
    said_by: [],
    evidence: [
      {
        card: 'archive',
        stance: 'against',
        passage: '34 names; three died of their wounds within the month',
        reliability: 'A',
        credibility: 1,
      },
    ],
    is_it_so: 'fixed',
    sentence:
      '31 was the count of the first night, 34 is the final list. Still the deadliest since: right with the number mended.',
    judged_at: '16:24',
    fix: {
      old_words: 'which killed 31',
      new_words: 'which killed 34',
      reason: 'Final list; 31 was the first night’s count',
    },
    offered_at: '16:25',
  },
  {
    words: 'the birthplace of the insurgency',
    by: 'cleo',
    at: '16:49',
    said_by: [],
    end: {
      at: '16:50',
      dropped_because: 'In every piece we run on Veshtar since the war began; not worth anybody’s evening.',
    },
  },
  {
    words: 'governor insists the city is calm',
    by: 'cleo',
    at: '16:54',
    kind: 'implication',
    said_by: [{ name: 'Anvar Tesh', role: 'governor' }],
    evidence: [
      {
        card: 'television',
        about: 'attribution',
        stance: 'against',
        passage: 'one appearance, at 14.02, while the shooting went on',
        place: 'minute 14:02',
      },
    ],
    judged_at: '16:56',
  },
  {
    words: 'Attacks in the province fell by a third last year',
    by: 'cleo',
    at: '17:08',
    kind: 'comparison',
  },
];
