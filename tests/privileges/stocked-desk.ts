// Two desks with everything in them: two articles of the desk that is asked about, one of the other.
import { takeArticleIn } from '#src/articles/commands.ts';
import { keepDocument } from '#src/articles/intake/commands.ts';
import { FETCH_JOB } from '#src/articles/intake/job.ts';
import { putArticleAway } from '#src/articles/put-away-commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { followClaim } from '#src/claims/marking/same-as-commands.ts';
import type { Context } from '#src/context.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { invitePerson } from '#src/people/invitations/commands.ts';
import { offerPasswordReset } from '#src/people/invitations/reset-commands.ts';
import { makeDeskKey } from '#src/people/keys/commands.ts';
import { retireProfile } from '#src/people/profiles/commands.ts';
import { listProfiles } from '#src/people/profiles/store.ts';
import type { EngineUnderTest } from '#tests/support/engines.ts';
import { type DeskName, type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Places } from './addresses.ts';
import { hireMore } from './people.ts';
import { type StockedArticle, stockArticle } from './stocked-article.ts';
import { type Cards, type Library, stockLibrary, type Workers } from './stocked-library.ts';

export interface Stock {
  desk: NewsroomDesk;
  /** The article that is asked about, another of the same desk, and one of the other desk. */
  own: StockedArticle;
  sibling: StockedArticle;
  foreign: StockedArticle;
  /** Articles of the desk with nothing in them: one in work, one that is put away. */
  spare: { in_work: Places; put_away: Places };
  /** What stands in addresses that begin with no article, at the desk and at the other one. */
  places: Places;
  others: Places;
  elsewhere: Places;
  /** The cards of the desk's library. */
  cards: Cards;
  /** The ids of a party of the sibling and of one of the foreign article. */
  parties: string[];
  /** A document that the reviewer, and nobody else, may take in. */
  draft: string;
  /** Numbers and ids of people by name. */
  number: (name: string) => string;
  id: (name: string) => string;
}

/** Starts the desk, on SQLite or on this engine, and fills it. The caller closes it. */
export async function stockDesk(engine?: EngineUnderTest): Promise<Stock> {
  const desk = await startNewsroom(engine);
  const more = await hireMore(desk);
  const ctxOf = (name: string) => (name in desk.persons ? desk.ctxOf(name as 'ada') : more.ctx(name));
  const person = (name: string) => desk.persons[name as 'ada'] ?? more.person(name);
  const here = { name: 'foreign', checker: ctxOf('ben'), reader: ctxOf('cleo'), editor: ctxOf('ada') } as const;
  const there = { name: 'weekend', checker: ctxOf('fred'), reader: ctxOf('emil'), editor: ctxOf('emil') } as const;
  const library = await stockLibrary(desk, here);
  const other_library = await stockLibrary(desk, there);
  const staff = staffOf(desk, here, library);
  const own = await stockArticle({ ...staff, hands: [ctxOf('eva'), ctxOf('cleo')] }, false);
  const sibling = await stockArticle(staff, true);
  const foreign = await stockArticle(staffOf(desk, there, other_library), true);
  const people = await stockPeople(desk, ctxOf);
  return {
    desk,
    own,
    sibling,
    foreign,
    spare: await stockSpare(here.editor, desk.desks.foreign.slug, [ctxOf('cleo'), ctxOf('eva')]),
    places: { ...library.places, ...people.places, ...(await stockWaiting(desk, ctxOf('cleo'))) },
    others: { ...library.others, ...people.others },
    elsewhere: {
      ...other_library.places,
      'members/:number': String(person('emil').number),
      'keys/:key': await stockKeys(desk, ctxOf('emil'), { desk: 'weekend', count: 3 }),
      ...(await stockProfiles(desk, ctxOf('emil'), 'weekend')).places,
    },
    cards: library.cards,
    parties: [await partyOf(desk, sibling.id), await partyOf(desk, foreign.id)],
    draft: await stockDraft(desk, ctxOf('cleo')),
    number: (name) => String(person(name).number),
    id: (name) => person(name).id,
  };
}

/** Each of these has a claim of the one in work in hand; the second is the same as the first. */
async function stockSpare(editor: Context, slug: string, workers: Context[]): Promise<Stock['spare']> {
  const [in_work, put_away] = [
    await takeArticleIn(editor, slug, { headline: 'Ice', body: 'Ice lay on Tarn.' }),
    await takeArticleIn(editor, slug, { headline: 'Thaw', body: 'It thawed.' }),
  ];
  for (const [at, worker] of workers.entries())
    await markClaim(worker, in_work.id, { selection: { sentence: 2, words: ['Ice', 'Tarn'][at] ?? '' } });
  await followClaim(editor, in_work.id, { number: 2, same_as: 1 });
  await putArticleAway(editor, put_away.id, { reason: '', still_due: async () => null });
  return { in_work: { 'articles/:id': String(in_work.number) }, put_away: { 'articles/:id': String(put_away.number) } };
}

function staffOf(desk: NewsroomDesk, { name, checker, reader, editor }: Workers, { numbers }: Library) {
  const { slug, id: desk_id } = desk.desks[name];
  return { slug, desk_id, checker, reader, editor, sources: { open: numbers.letter, confidential: numbers.memo } };
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
    'keys/:key': await stockKeys(desk, ctxOf('ada'), { desk: 'foreign', count: 1 }),
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

/** At least so many keys of a desk, which has signed already; gives back the number of the last. */
async function stockKeys(
  { desks }: NewsroomDesk,
  editor: Context,
  { desk, count }: { desk: DeskName; count: number },
): Promise<string> {
  let last = 0;
  while (last < count) last = (await makeDeskKey(editor, desks[desk].slug)).number;
  return String(last);
}

/** What waits for the reviewer alone: a job, and a list of sources to look over. */
async function stockWaiting(desk: NewsroomDesk, ctx: Context): Promise<Places> {
  const { id: desk_id, slug } = desk.desks.foreign;
  const input = { address: 'https://tarn.example/fog', desk_id, typed: {} };
  const job = await askForJob(ctx, { kind: FETCH_JOB, desk_id, title: 'A page', back: '/articles/new', input });
  const reviewer = await desk.visitor('cleo');
  await reviewer.send('/sources/import', {
    desk: slug,
    text: 'TY  - RPRT\nTI  - Annual report\nER  - \n',
    format: 'ris',
  });
  return { 'jobs/:id': job, 'import/:id': /^\/sources\/import\/([0-9a-f-]{36})$/.exec(reviewer.path)?.[1] as string };
}

async function partyOf({ db }: NewsroomDesk, article_id: string): Promise<string> {
  const party = db.selectFrom('party').select('id').where('article_id', '=', article_id).limit(1);
  return (await party.executeTakeFirstOrThrow()).id;
}

function stockDraft({ desks }: NewsroomDesk, ctx: Context): Promise<string> {
  const document = { name: 'fog.txt', bytes: Buffer.from('Fog\n\nFog lay on Tarn.') };
  return keepDocument(ctx, { desk_id: desks.foreign.id, document, typed: {} });
}
