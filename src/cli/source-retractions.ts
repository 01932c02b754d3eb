// `source retractions`: a list of retracted papers, of any length, read from a file while the desk runs.
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { counted } from '#src/counted.ts';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { importList } from '#src/sources/retractions/import-commands.ts';
import { CommandFailed, command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { printJson } from './print.ts';
import { say, sayError } from './terminal.ts';

export const sourceRetractions = command({
  words: 'FILE',
  summary: 'Import a retraction list (the CSV of Retraction Watch, or a DOI on each line) for a desk.',
  details:
    'Sources with a DOI in it are marked, and claims that rest on a paper retracted in it go back to “check again”. Lists that\nare there already stay as they are. A file packed with gzip is read, too. What could not be read is said on standard error.',
  options: {
    desk: { type: 'string', value: 'SLUG', help: 'The desk that the list is for. Required.' },
    name: { type: 'string', value: 'NAME', help: 'What pages and reports call it; by default the name of the file.' },
    json: { type: 'boolean', help: 'Print JSON instead of a sentence.' },
    ...AS,
  },
  async run({ values, words: [path = ''] }) {
    const { desk: slug, name = '' } = values;
    if (slug === undefined) throw new WrongUse('--desk is missing. "desk list" shows the slugs.');
    await access(path).catch(() => {
      throw new CommandFailed(`There is no file ${path}.`);
    });
    const given = { name, file_name: basename(path), open: () => createReadStream(path) };
    const { list, read, retracted } = await atDesk(values.as, (ctx) =>
      orSay(
        `There is no desk ${slug}. "desk list" shows the slugs.`,
        importList(ctx, slug, { ...given, onRetracted: setBackForRetraction }),
      ),
    );
    for (const remark of read.remarks) sayError(remark);
    const { number, sha256 } = list;
    const { entries, counts } = read;
    const sources = retracted.map((source) => source.number);
    if (values.json) return printJson({ desk: slug, number, name: list.name, sha256, entries, ...counts, sources });
    const { length } = sources;
    const marked = length === 0 ? 'No source' : counted(length, 'source');
    const said = `${marked} of the library ${length > 1 ? 'are' : 'is'} newly retracted.`;
    say(`List ${number}, “${list.name}”: ${counted(entries, 'paper')}. ${said}`);
  },
});
