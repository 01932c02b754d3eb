// The sources of the demo's desk: cards, each made by one line and what was typed beside it.
import type { Card } from './card.ts';
import { FERRY_CARDS, type FerryCard } from './ferry/cards.ts';

/** The cards of the raid. */
type RaidCard =
  | 'recording'
  | 'ministry'
  | 'police_log'
  | 'prisons'
  | 'television'
  | 'mission'
  | 'wire'
  | 'archive'
  | 'notes'
  | 'radio';

export type CardName = RaidCard | FerryCard;

const CARDS: Record<RaidCard, Card> = {
  recording: {
    source_line: 'Recording of Rezhal’s call with Jonas Wrede',
    type: 'document',
    author: 'Jonas Wrede',
    proximity: 'primary',
    interest: 'A party to the fighting; has overstated its numbers before.',
  },
  ministry: {
    source_line: 'Interior ministry, statement no. 208',
    type: 'statement',
    publisher: 'Interior ministry',
    url: 'https://interior.example/statements/208',
    proximity: 'primary',
    interest: 'The police are its own.',
  },
  police_log: {
    source_line: 'Veshtar police, incident log',
    type: 'document',
    publisher: 'Veshtar police',
    proximity: 'primary',
  },
  prisons: {
    source_line: 'https://prisons.example/veshtar/inquiry-tunnel.pdf Prison service, report on the tunnel',
    type: 'document',
    publisher: 'Prison service',
    proximity: 'primary',
  },
  television: {
    source_line: 'State television, midday programme of the day',
    type: 'image',
    publisher: 'State television',
    proximity: 'primary',
  },
  mission: {
    source_line: 'https://joint-mission.example/press/veshtar-0914 Joint Mission, press release on Veshtar',
    publisher: 'Joint Mission',
    proximity: 'primary',
    interest: 'Hands over the province in four months.',
  },
  wire: {
    source_line: 'Corvane News Agency, Veshtar lead, take 3',
    type: 'wire',
    publisher: 'Corvane News Agency',
    proximity: 'secondary',
  },
  archive: {
    source_line: 'Our own archive: final list of the dead of the grain exchange',
    type: 'document',
    proximity: 'secondary',
  },
  notes: {
    source_line: 'Jonas Wrede’s notebook, photographed pages',
    type: 'document',
    author: 'Jonas Wrede',
    proximity: 'primary',
  },
  radio: {
    source_line: 'State radio, bulletin at ten in the evening',
    type: 'image',
    publisher: 'State radio',
    proximity: 'secondary',
  },
};

/** What bears no date, or another one than the day of the raid. */
const UNDATED: readonly string[] = ['prisons', 'archive', 'ships', 'inspector'];

/** The cards of one article by their names; `yesterday` is the day of the events as a date: "21 November 2026". */
export function cardsOf(article: 'raid' | 'ferry', yesterday: string): Partial<Record<CardName, Card>> {
  const cards = Object.entries(article === 'raid' ? CARDS : FERRY_CARDS);
  return Object.fromEntries(
    cards.map(([name, card]) => (UNDATED.includes(name) ? [name, card] : [name, { ...card, dated_on: yesterday }])),
  );
}
