// What a document that comes back says of fixes and queries, as a person looks it over. Pure.
import { sayWho } from '#src/articles/intake/pending-view.ts';
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option } from '#src/http/form.ts';
import { wordsOf } from './desk-remarks.ts';
import { returnedField } from './noted.ts';
import type { Returned } from './read-returned.ts';
import type { FixReturned, Outcome, QueryReturned } from './returned.ts';

interface ReplyShown {
  by: string;
  words: string;
}

export interface FixReturnedShown {
  number: number;
  old_words: string;
  new_words: string;
  /** What became of it in the document. */
  said: string;
  replies: ReplyShown[];
  word: { name: string; value: string };
  line: { name: string; value: string };
}

export interface QueryReturnedShown {
  number: number;
  question: string;
  replies: ReplyShown[];
  answer: { name: string; value: string };
  /** Who is said to have answered, in a field that the page fills in. */
  by: { name: string; value: string };
}

export interface ReturnedShown {
  said: string;
  fixes: FixReturnedShown[];
  queries: QueryReturnedShown[];
  options: Option[];
}

const OPTIONS: Option[] = [
  { value: '', label: 'Note nothing' },
  { value: 'agree', label: 'The writer agrees' },
  { value: 'refuse', label: 'The writer would rather not' },
];

export function shownReturned({ fixes, queries }: Returned): ReturnedShown {
  return {
    said: sayReturned({ fixes, queries }),
    fixes: fixes.map(shownFix),
    queries: queries.map(shownQuery),
    options: OPTIONS,
  };
}

const COUNTED: [Outcome, string][] = [
  ['made', 'made'],
  ['kept', 'not made'],
  ['otherwise', 'changed otherwise'],
  ['pending', 'not decided'],
];

function sayReturned({ fixes, queries }: Pick<Returned, 'fixes' | 'queries'>): string {
  const outcomes = COUNTED.map(
    ([outcome, word]) => [fixes.filter((one) => one.outcome === outcome).length, word] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  const said = [
    outcomes.length > 0 && `Of ${counted(fixes.length, 'fix', 'fixes')} ${outcomes.join(', ')}.`,
    queries.length > 0 && `${counted(queries.length, 'query', 'queries')} answered.`,
  ];
  return said.filter(Boolean).join(' ') || 'It says nothing new of fixes and queries.';
}

const LINE_LENGTH = 500;

function shownFix(returned: FixReturned): FixReturnedShown {
  const { fix, replies } = returned;
  const { number, old_words, new_words } = fix;
  const word = wordFor(returned);
  return {
    ...{ number, old_words, new_words },
    said: sayOutcome(returned),
    replies: replies.map(shownReply),
    word: { name: returnedField('fix', number), value: word === fix.writer_word ? '' : word },
    line: { name: returnedField('line', number), value: lineFor(returned, word) },
  };
}

function sayOutcome({ outcome, was_tracked, words }: FixReturned): string {
  if (outcome === 'made') return 'The new words are in the document.';
  if (outcome === 'pending') return 'It is still our tracked change: nobody has accepted or refused it.';
  if (outcome === 'kept')
    return was_tracked ? 'Refused: the old words stand, and our change is gone.' : 'The old words stand.';
  return words === '' ? 'Its sentence is gone.' : `Changed otherwise. There it reads: “${cutAtWord(words, 240)}”`;
}

/** What is offered first; nothing where the document does not say it. */
function wordFor({ outcome, was_tracked }: FixReturned): '' | 'agree' | 'refuse' {
  if (outcome === 'made') return 'agree';
  return was_tracked && outcome !== 'pending' ? 'refuse' : '';
}

function lineFor({ replies, outcome, words }: FixReturned, word: string): string {
  const said = wordsOf(replies).replace(/\s+/g, ' ').trim();
  const instead = outcome === 'otherwise' && words !== '' ? `Wrote instead: ${words.replace(/\s+/g, ' ')}` : '';
  return cutAtWord(said || (word === 'refuse' ? instead : ''), LINE_LENGTH);
}

function shownQuery({ query: { number, question }, replies }: QueryReturned): QueryReturnedShown {
  const author = replies.map((reply) => reply.author).find((one) => one !== '') ?? '';
  return {
    ...{ number, question },
    replies: replies.map(shownReply),
    answer: { name: returnedField('answer', number), value: wordsOf(replies) },
    by: { name: returnedField('name', number), value: author },
  };
}

function shownReply(reply: FixReturned['replies'][number]): ReplyShown {
  const isWrittenIn = reply.author === '' && reply.dated === '';
  return { by: isWrittenIn ? 'Written into our comment' : sayWho(reply), words: reply.lines.join('\n') };
}
