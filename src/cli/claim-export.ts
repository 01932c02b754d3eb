// `claim export`: writes the claims of an article as a spreadsheet.
import { getArticle } from '#src/articles/store.ts';
import { writeClaimSheet } from '#src/sheets/leaving/files.ts';
import { SHEET_FORMATS } from '#src/sheets/leaving/formats.ts';
import { command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { writePieces } from './files.ts';

const FORMATS = SHEET_FORMATS.map(({ name }) => name);

export const claimExport = command({
  words: 'ARTICLE',
  summary: 'Write the claims of an article as a spreadsheet (CSV, Excel, OpenDocument) that can be added again.',
  details: 'It is for the desk: notes may name confidential sources.',
  options: {
    format: { type: 'string', value: 'FORMAT', help: `${FORMATS.join(', ')}; csv by default.` },
    out: { type: 'string', value: 'FILE', help: 'The file to write; by default standard output.' },
    ...AS,
  },
  async run({ values, words: [id = ''] }) {
    const format = values.format ?? 'csv';
    if (!FORMATS.includes(format))
      throw new WrongUse(`There is no format "${format}". Choose one of ${FORMATS.join(', ')}.`);
    await atDesk(values.as, async (ctx) => {
      const article = await orSay(`There is no article ${id}.`, getArticle(ctx, id));
      await writePieces(values.out, (await writeClaimSheet(ctx, article, format)).pieces);
    });
  },
});
