// `article erase`: the words of an article and of its reports, for good.
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { say } from './terminal.ts';

export const articleErase = command({
  words: 'ARTICLE',
  summary: 'Erase the words of an article, by its number or id, and of its signed reports, for good.',
  details:
    'The texts of all versions, what ran, their documents and both models of every report go. Numbers, hashes, signatures\nand the log stay, and "verify" tells an erasure from a text that somebody took away.',
  options: {
    reason: { type: 'string', value: 'TEXT', help: 'Why. It stays in the log. Required.' },
    ...AS,
  },
  async run({ values, words: [article = ''] }) {
    const { reason } = values;
    if (reason === undefined) throw new WrongUse('--reason is missing: it is kept when the words are erased.');
    await atDesk(values.as, async (ctx) => {
      const none = `There is no article ${article}, or none that may be read here.`;
      const done = await orSay(none, eraseArticle(ctx, article, { reason }));
      if (done === null) say(`Article ${article} was already erased.`);
      else say(`Erased: ${done.versions} versions and ${done.reports} reports of article ${article}.`);
    });
  },
});
