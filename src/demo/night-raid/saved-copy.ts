// The one saved copy of the demo: the ministry's statement as Ben pasted it.
// Two passages stand in it word for word; of a third the desk noted other words than it has.
import type { StoryCopy } from '../story.ts';

export const RAID_COPIES: StoryCopy[] = [
  {
    at: '15:07',
    by: 'ben',
    card: 'ministry',
    text: `
Interior ministry
Statement no. 208, {yesterday}, 21.30

In the early afternoon, armed men attacked public buildings in Veshtar. The police answered at once and were masters of the situation at every hour.

The assault was opened by several suicide attackers at the gate of the governor’s compound. Others took up positions in an unfinished building opposite, from which they fired at the headquarters of the police.

Dead: 14 attackers, five officers of the police, four civilians. The ministry bows before the fallen. All 14 of the attackers were killed by the special units of the police; none got away.

The wounded are cared for in the hospital of the city. Work in the offices resumes on the next working day.
`.trim(),
  },
];
