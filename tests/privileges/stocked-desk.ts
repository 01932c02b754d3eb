// Two desks with everything in them, on one SQLite file: two articles of the desk that is asked about, and one of the other desk.
import { type Context, transact } from '#src/context.ts';
import { lookPassagesUp } from '#src/evidence/lookup/commands.ts';
import { stageFile } from '#src/files/commands.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { invitePerson } from '#src/people/invitations/commands.ts';
import { offerPasswordReset } from '#src/people/persons/reset-commands.ts';
import { retireProfile } from '#src/people/profiles/commands.ts';
import { listProfiles } from '#src/people/profiles/store.ts';
import { addSource } from '#src/sources/commands.ts';
import { writeIdentity } from '#src/sources/identity/commands.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import { takeUp } from '#src/sources/snapshots/commands.ts';
import { type DeskName, type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Places } from './addresses.ts';
import { hireMore } from './people.ts';
import { type StockedArticle, stockArticle } from './stocked-article.ts';

export interface Stock {
  desk: NewsroomDesk;
  /** The article that is asked about, another of the same desk, and one of the other desk. */
  own: StockedArticle;
  sibling: StockedArticle;
  foreign: StockedArticle;
  /** What stands in addresses that begin with no article, at the desk and at the other one. */
  places: Places;
  others: Places;
  elsewhere: Places;
  /** The cards of the desk's library, each as a place. */
  cards: Record<CardName, { 'sources/:number': string }>;
  /** Numbers and ids of people by name. */
  number: (name: string) => string;
  id: (name: string) => string;
}

/** Starts the desk and fills it. The caller closes it. */
export async function stockDesk(): Promise<Stock> {
  const desk = await startNewsroom();
  const more = await hireMore(desk);
  const ctxOf = (name: string) => (name in desk.persons ? desk.ctxOf(name as 'ada') : more.ctx(name));
  const person = (name: string) => desk.persons[name as 'ada'] ?? more.person(name);
  const here = { name: 'foreign', checker: ctxOf('ben'), reader: ctxOf('cleo') } as const;
  const there = { name: 'weekend', checker: ctxOf('fred'), reader: ctxOf('emil') } as const;
  const library = await stockLibrary(desk, here);
  const other_library = await stockLibrary(desk, there);
  const staff = staffOf(desk, here, library);
  const own = await stockArticle(staff, false);
  const sibling = await stockArticle(staff, true);
  const foreign = await stockArticle(staffOf(desk, there, other_library), true);
  const people = await stockPeople(desk, ctxOf);
  return {
    desk,
    own,
    sibling,
    foreign,
    places: { ...library.places, ...people.places, ...(await stockWaiting(desk, ctxOf('cleo'))) },
    others: { ...library.others, ...people.others },
    elsewhere: {
      ...other_library.places,
      'members/:number': String(person('emil').number),
      ...(await stockProfiles(desk, ctxOf('emil'), 'weekend')).places,
    },
    cards: library.cards,
    number: (name) => String(person(name).number),
    id: (name) => person(name).id,
  };
}

interface Workers {
  name: DeskName;
  checker: Context;
  reader: Context;
}

function staffOf(desk: NewsroomDesk, { name, checker, reader }: Workers, { numbers }: Library) {
  const { slug, id: desk_id } = desk.desks[name];
  return { slug, desk_id, checker, reader, sources: { open: numbers.letter, confidential: numbers.memo } };
}

type CardName = 'letter' | 'log' | 'wire' | 'memo' | 'paper';

interface Library {
  places: Places;
  others: Places;
  numbers: Record<CardName, number>;
  cards: Stock['cards'];
}

/** Open cards, of which one derives from another; two confidential ones, one with an identity record that the reader wrote. */
async function stockLibrary({ desks }: NewsroomDesk, { name, checker, reader }: Workers): Promise<Library> {
  const add = async (source_line: string, card = {}) =>
    (await addSource(checker, { desk: desks[name].slug, source_line, type: 'document', ...card })).source.number;
  const numbers = {
    letter: await add('Letter of the mayor', { url: 'https://tarn.example/letter' }),
    log: await add('Harbour log'),
    wire: await add('Wire report'),
    memo: await add('Memo of a clerk', { is_confidential: 1 }),
    paper: await add('Paper of a clerk', { is_confidential: 1 }),
  };
  await noteDerivation(checker, numbers.letter, { derives_from: String(numbers.log) });
  await writeIdentity(reader, numbers.memo, { identity: 'Quintessa Marlow', readers: [] });
  const places = {
    'sources/:number': String(numbers.letter),
    'snapshots/:number': await stockCopy(checker, numbers.letter, desks[name].id),
    'sources.:format': 'ris',
  };
  const others = {
    'sources/:number': String(numbers.memo),
    'snapshots/:number': await stockCopy(checker, numbers.memo, desks[name].id),
  };
  const cards = Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [name, { 'sources/:number': String(number) }]),
  ) as Stock['cards'];
  return { places, others, numbers, cards };
}

/** A copy as a capture leaves it: bytes, text and the record of the exchange. */
async function stockCopy(ctx: Context, source: number, desk_id: string): Promise<string> {
  const stage = (words: string) =>
    stageFile(ctx, { desk_id, name: 'copy.txt', media_type: 'text/plain', bytes: Buffer.from(words) });
  const text = `Forty crates are gone, says source ${source}.`;
  const [file, warc] = [await stage(text), await stage(`WARC/1.1 of source ${source}`)];
  const copy = {
    how: 'capture',
    file,
    warc,
    name: 'copy.txt',
    notes: [],
    words: { text, key: null, note: '' },
  } as const;
  const from = { address: '', final_url: '', redirects: [], headers: [] };
  const { number } = await transact(ctx, (ctx) => takeUp(ctx, source, { ...copy, ...from, notes: [] }, lookPassagesUp));
  return String(number);
}

async function stockPeople(
  desk: NewsroomDesk,
  ctxOf: (name: string) => Context,
): Promise<{ places: Places; others: Places }> {
  const { db, desks, persons } = desk;
  const invitation = { display_name: 'Ivo', role: 'reviewer', is_administrator: false } as const;
  const { token } = await invitePerson(ctxOf('ada'), {
    ...invitation,
    email: 'ivo@newsroom.example',
    desk: desks.foreign.slug,
  });
  const { id } = await db.selectFrom('invitation').select('id').executeTakeFirstOrThrow();
  const reset = await offerPasswordReset(ctxOf('ada'), persons.ben.number);
  const profiles = await stockProfiles(desk, ctxOf('ada'), 'foreign');
  const places = {
    'invitations/:id': id,
    'invitations/:token': token,
    'reset/:token': reset.token,
    'people/:number': String(persons.ben.number),
    'members/:number': String(persons.ben.number),
    'desks/:slug': desks.foreign.slug,
    ...profiles.places,
  };
  return { places, others: profiles.others };
}

/** A profile that is in use and one that is retired. */
async function stockProfiles({ db, desks }: NewsroomDesk, editor: Context, name: DeskName) {
  const { id, slug } = desks[name];
  const [used, retired] = (await listProfiles(db, [id])).filter(({ is_default }) => is_default === 0);
  await retireProfile(editor, { slug, id: retired?.id as string });
  return {
    places: { 'profiles/:profile': used?.id as string },
    others: { 'profiles/:profile': retired?.id as string },
  };
}

/** What waits for the reviewer alone: a job, and a list of sources to look over. */
async function stockWaiting(desk: NewsroomDesk, ctx: Context): Promise<Places> {
  const { id: desk_id, slug } = desk.desks.foreign;
  const job = await askForJob(ctx, {
    kind: 'article.fetch',
    desk_id,
    title: 'A page',
    back: '/articles/new',
    input: {},
  });
  const reviewer = await desk.visitor('cleo');
  await reviewer.send('/sources/import', {
    desk: slug,
    text: 'TY  - RPRT\nTI  - Annual report\nER  - \n',
    format: 'ris',
  });
  return { 'jobs/:id': job, 'import/:id': /^\/sources\/import\/([0-9a-f-]{36})$/.exec(reviewer.path)?.[1] as string };
}
