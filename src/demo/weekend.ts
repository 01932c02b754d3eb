// The small article of the other desk, which the first desk does not see.
import type { ArticleTyped } from '#src/articles/commands.ts';
import type { Story } from './story.ts';

export const KEEPER_ARTICLE: ArticleTyped = {
  headline: 'The last winter of the Skarvø light',
  body: `
For 41 years Marta Holm has climbed the 98 steps of the Skarvø lighthouse every evening, although the lamp has lit itself since the spring she arrived.

“Somebody should be in when it goes on,” she says. In April the coastal service will lock the door and leave the tower to the gulls and a camera.

The light was built after the loss of the brig Fortuna, with all 17 hands, on the reef below. It is the last on this coast with a keeper.
`.trim(),
  byline: 'Astrid Lunde',
  outlet: 'Weekend magazine',
  language: 'en-GB',
  asked_by: 'Emil Novak',
  asked_why: 'Cover story',
};

export const KEEPER: Story = {
  claims: [
    { words: 'For 41 years', by: 'emil', at: '15:30', kind: 'number', said_by: [] },
    {
      words: 'with all 17 hands',
      by: 'emil',
      at: '15:32',
      said_by: [],
      evidence: [{ line: 'Parish register of Skarvø, burials, p. 112: “seventeen from the brig”' }],
      judged_at: '15:41',
    },
    { words: 'the last on this coast with a keeper', by: 'emil', at: '15:33', said_by: [] },
  ],
  ticks: [{ words: 'Marta Holm', by: 'emil', at: '15:31', note: 'letter in her own hand' }],
  initials: [],
  contacts: [],
};
