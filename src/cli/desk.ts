// `desk`: opening a desk, and listing those there are.
import { listDesksOf } from '#src/people/desk-store.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { command } from './command.ts';
import { AS, atDesk } from './database.ts';
import { JSON_OPTION, printRows } from './print.ts';
import { say } from './terminal.ts';

export const deskAdd = command({
  words: 'NAME',
  summary: 'Create a desk.',
  options: {
    'time-zone': { type: 'string', value: 'ZONE', help: 'An IANA name, like Europe/Berlin (UTC).' },
    language: { type: 'string', value: 'TAG', help: 'The language of most of its articles, like en-GB (en).' },
    ...AS,
  },
  async run({ values, words: [name = ''] }) {
    await atDesk(
      values.as,
      async (ctx) => {
        const particulars = {
          name: name.trim(),
          time_zone: values['time-zone'] ?? 'UTC',
          language: values.language ?? 'en',
        };
        const { number, slug } = await openDesk(ctx, particulars);
        say(`Desk ${number} is created. Its slug is ${slug}.`);
      },
      'may_begin',
    );
  },
});

export const deskList = command({
  summary: 'List the desks.',
  options: { ...JSON_OPTION, ...AS },
  async run({ values }) {
    const desks = await atDesk(values.as, listDesksOf);
    const rows = desks.map(({ number, slug, name, time_zone, language }) => ({
      number,
      slug,
      name,
      time_zone,
      language,
    }));
    printRows(rows, values.json);
  },
});
