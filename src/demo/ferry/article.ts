// The second article of the demo. Places, people and ships in it are invented, and one year is wrong.
import type { ArticleTyped } from '#src/articles/commands.ts';

export const FERRY_ARTICLE: ArticleTyped = {
  headline: 'Ferry that struck the pier of Tolme had no valid certificate',
  standfirst: 'The operator was told twice to take the ship out of service, an inspector says.',
  body: `
PORT TOLME — The ferry Alva, which struck the pier of Tolme in fog with 212 people on board, had sailed for nine days without a valid safety certificate, the register of the harbour authority shows.

Thirty-one passengers were hurt, none of them badly, the district hospital said.

An inspector of the authority said that the operator, Brenna Lines, had been told twice this month to take the ship out of service. “They were told, and they sailed,” said the inspector, who asked not to be named for fear of losing the post.

Brenna Lines said that the certificate “was being renewed in the ordinary way” and that the ship had been safe at every moment.

The Alva, built in 1987, is the oldest ship on the crossing.
`.trim(),
  byline: 'Signe Vang',
  outlet: 'Halden Wire',
  url: 'https://wire.halden.example/tolme-ferry',
  language: 'en',
  place: 'Port Tolme',
  asked_by: 'Ada Lind',
  asked_why: 'It accuses a company, and rests in part on somebody whom we do not name',
  needs_legal: true,
};
