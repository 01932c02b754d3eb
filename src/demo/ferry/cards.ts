// The sources of the demo's article about the ferry; one of them is confidential.
import type { Card } from '../card.ts';

export type FerryCard = 'register' | 'harbour_police' | 'hospital' | 'inspector' | 'brenna' | 'ships';

export const FERRY_CARDS: Record<FerryCard, Card> = {
  register: {
    source_line: 'https://harbour.example/tolme/certificates Harbour authority of Tolme, register of certificates',
    type: 'document',
    publisher: 'Harbour authority of Tolme',
    proximity: 'primary',
  },
  harbour_police: {
    source_line: 'Harbour police of Tolme, report of the evening',
    type: 'document',
    publisher: 'Harbour police of Tolme',
    proximity: 'primary',
  },
  hospital: {
    source_line: 'District hospital of Tolme, press line',
    type: 'call',
    proximity: 'primary',
    interest: 'None that we can see.',
  },
  inspector: {
    source_line: 'Sanna Voske, surveyor of hulls since the spring',
    type: 'person',
    proximity: 'primary',
    interest: 'Has argued for stricter rules for years.',
    is_confidential: 1,
    alias: 'an inspector of the harbour authority',
    anonymity_reason: 'Would lose the post for having spoken to a newspaper.',
    granted_by: 'Ada Lind',
  },
  brenna: {
    source_line: 'Brenna Lines, statement on the Alva',
    type: 'statement',
    publisher: 'Brenna Lines',
    url: 'https://brenna-lines.example/press/alva',
    proximity: 'primary',
    interest: 'It is the one accused.',
  },
  ships: {
    source_line: 'Ships of the Tolme crossing, handbook',
    type: 'document',
    publisher: 'Tolme Maritime Society',
    proximity: 'secondary',
  },
};
