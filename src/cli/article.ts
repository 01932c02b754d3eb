// `article`: taking an article in from a file.
import { takeArticleIn } from '#src/articles/commands.ts';
import { withFile } from '#src/articles/intake.ts';
import { command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { readGivenFile } from './files.ts';

export const articleAdd = command({
  words: 'FILE',
  summary: 'Take an article in from a .txt or .md file, or from standard input (-).',
  options: {
    desk: { type: 'string', value: 'SLUG', help: 'The desk that checks it. Needed.' },
    title: { type: 'string', value: 'TEXT', help: 'What the desk calls it (the headline).' },
    headline: { type: 'string', value: 'TEXT', help: 'The headline; of a .md file, its first heading.' },
    standfirst: { type: 'string', value: 'TEXT', help: 'The lines under the headline.' },
    byline: { type: 'string', value: 'TEXT', help: 'Who wrote it.' },
    outlet: { type: 'string', value: 'TEXT', help: 'Where it runs or ran.' },
    url: { type: 'string', value: 'ADDRESS', help: 'Where it can be read.' },
    language: { type: 'string', value: 'TAG', help: 'Its language, like en or fa-AF (the desk’s).' },
    place: { type: 'string', value: 'TEXT', help: 'The place of its dateline.' },
    'dated-on': { type: 'string', value: 'DATE', help: 'Its date, 2011-05-07 or 2011-05-07T14:02.' },
    'dated-zone': { type: 'string', value: 'ZONE', help: 'The time zone of that date. Needed with it.' },
    deadline: { type: 'string', value: 'TIME', help: '2011-05-07T18:00, in the time of the desk.' },
    'asked-by': { type: 'string', value: 'TEXT', help: 'Who asked for the check.' },
    'asked-why': { type: 'string', value: 'TEXT', help: 'What for.' },
    ...AS,
  },
  async run({ values, words: [path = ''] }) {
    const { desk } = values;
    if (desk === undefined) throw new WrongUse('--desk is missing. "desk list" shows the slugs.');
    const typed = { headline: values.headline ?? '', body: '', captions: [] };
    const parts = await withFile(typed, await readGivenFile(path));
    await atDesk(values.as, async (ctx) => {
      const taken = takeArticleIn(ctx, desk, { ...parts, ...detailsIn(values) });
      const { number, title, sentence_count } = await orSay(
        `There is no desk ${desk}. "desk list" shows the slugs.`,
        taken,
      );
      console.log(`Article ${number}, “${title}”, is taken in: ${sentence_count} sentences.`);
    });
  },
});

function detailsIn(values: Partial<Record<string, string | boolean>>): Record<string, string> {
  const names = [
    'title',
    'standfirst',
    'byline',
    'outlet',
    'url',
    'language',
    'place',
    'dated-on',
    'dated-zone',
    'asked-by',
    'asked-why',
  ];
  const given = names.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' ? [[name.replace('-', '_'), value]] : [];
  });
  return Object.fromEntries(typeof values.deadline === 'string' ? [...given, ['deadline_at', values.deadline]] : given);
}
