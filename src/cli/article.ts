// `article`: taking an article in from a file or a web address.
import { takeArticleIn } from '#src/articles/commands.ts';
import { type DocumentGiven, type Draft, textTaken } from '#src/articles/documents/draft.ts';
import { valuesOfDraft } from '#src/articles/documents/draft-values.ts';
import { kindOf } from '#src/articles/documents/kind.ts';
import { stageDocument } from '#src/articles/intake/commands.ts';
import type { FileGiven } from '#src/articles/intake/file-text.ts';
import { withFile } from '#src/articles/intake/intake.ts';
import { PAGE_TYPES } from '#src/articles/intake/job.ts';
import { counted } from '#src/counted.ts';
import { fetchPage } from '#src/fetching/fetch-page.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { command, WrongUse } from './command.ts';
import { AS, atDesk, orSay } from './database.ts';
import { readGivenFile } from './files.ts';
import { say, terminal } from './terminal.ts';

export const articleAdd = command({
  words: 'FILE',
  summary: 'Add an article from a file, a web address or standard input (-).',
  details:
    'FILE is a .txt, .md, .docx, .odt, .rtf, .pdf, .html or .eml file, or an address starting with https://. Nothing is asked before\nit is stored: on the page for new articles you review it first. The file is kept with the article, unchanged.',
  options: {
    desk: { type: 'string', value: 'SLUG', help: 'The desk that checks it. Required.' },
    title: { type: 'string', value: 'TEXT', help: 'What the desk calls it (the headline).' },
    headline: { type: 'string', value: 'TEXT', help: 'The headline; of a .md file, its first heading.' },
    standfirst: { type: 'string', value: 'TEXT', help: 'The lines under the headline.' },
    byline: { type: 'string', value: 'TEXT', help: 'Who wrote it.' },
    outlet: { type: 'string', value: 'TEXT', help: 'The publication it runs in.' },
    url: { type: 'string', value: 'ADDRESS', help: 'Its web address.' },
    language: { type: 'string', value: 'TAG', help: 'Its language, like en or fa-AF (the desk’s).' },
    place: { type: 'string', value: 'TEXT', help: 'The place of its dateline.' },
    'dated-on': { type: 'string', value: 'DATE', help: 'Its date, 2011-05-07 or 2011-05-07T14:02.' },
    'dated-zone': { type: 'string', value: 'ZONE', help: 'The time zone of that date. By default the desk’s.' },
    deadline: { type: 'string', value: 'TIME', help: '2011-05-07T18:00, in the time of the desk.' },
    'asked-by': { type: 'string', value: 'TEXT', help: 'Who asked for the check.' },
    'asked-why': { type: 'string', value: 'TEXT', help: 'The purpose of the check.' },
    changes: {
      type: 'string',
      value: 'WHICH',
      help: 'Of tracked changes: accepted, or original for the text before them (accepted).',
    },
    ...AS,
  },
  async run({ values, words: [path = ''] }) {
    const { desk, changes = 'accepted' } = values;
    if (changes !== 'accepted' && changes !== 'original') throw new WrongUse('--changes is accepted or original.');
    if (desk === undefined) throw new WrongUse('--desk is missing. "desk list" shows the slugs.');
    const given = await readDocumentAt(path);
    await atDesk(values.as, async (ctx) => {
      const noDesk = `There is no desk ${desk}. "desk list" shows the slugs.`;
      const { id: desk_id } = await orSay(noDesk, getDeskBySlug(ctx, desk));
      const document = await stageDocument(ctx, { desk_id, document: given });
      const draft = { ...document.draft, ...textTaken(document.draft, changes) };
      const parts = await readParts(given, { draft, headline: values.headline ?? '' });
      const taken = takeArticleIn(ctx, desk, { ...parts, ...detailsIn(values), document, changes_taken: changes });
      const { number, title, sentence_count } = await orSay(noDesk, taken);
      say(`Article ${number}, “${title}”, is added: ${sentence_count} sentences.`);
      if (draft.pending)
        say(`${counted(draft.pending.count, 'tracked change')} pending: the text is ${TAKEN[changes]}.`);
      if (draft.left_out.length > 0) say('Left out:');
      for (const sentence of draft.left_out) say(`- ${sentence}`);
    });
  },
});

const TAKEN = { accepted: 'with all of them accepted', original: 'as it was before them' };

/** A file by its path, or a page by its address, fetched under the guard. Throws CommandFailed, FetchFailed. */
async function readDocumentAt(path: string): Promise<DocumentGiven & FileGiven> {
  if (!/^https?:/i.test(path)) return await readGivenFile(path);
  const page = await fetchPage(path, { allow: terminal().config().fetch_allow, media_types: PAGE_TYPES });
  return { name: page.url, bytes: page.bytes, url: page.url, charset: page.charset };
}

/** The parts of a text file; of a document also what it says of itself, but no date: its zone is asked, never guessed. */
async function readParts(file: FileGiven, { draft, headline }: { draft: Draft; headline: string }) {
  // A mail with a text file in it is read as that file is.
  const isPlain = draft.kind === 'text' && kindOf(file.bytes) === undefined;
  if (isPlain) return await withFile({ headline, body: '', captions: [] }, file);
  const { dated_on, dated_time, dated_zone, captions, ...read } = valuesOfDraft(draft);
  return { ...read, headline: headline || read.headline, captions: captions.split('\n').filter(Boolean) };
}

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
