// Builds the demo's newsroom in an empty database: desks, cast, library, articles, work.
import { type ArticleTakenIn, takeArticleIn } from '#src/articles/commands.ts';
import { stageDocument } from '#src/articles/intake/commands.ts';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { type Context, systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { later, localOf, sayDate, utcOf } from '#src/dates.ts';
import { itemAt } from '#src/item-at.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { changeStatement } from '#src/people/desks/statement-commands.ts';
import type { Person } from '#src/people/person-store.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { CAST, type CastName, DEMO_PASSWORD, DESK_NAMES, type DeskName } from './cast.ts';
import { nameOfDay } from './day-name.ts';
import { FERRY_ARTICLE } from './ferry/article.ts';
import { FERRY } from './ferry/work.ts';
import { type CardName, cardsOf } from './library.ts';
import { CITY_ZONE, raidArticle } from './night-raid/article.ts';
import { FILED, FILED_AS } from './night-raid/outside.ts';
import { RAID } from './night-raid/work.ts';
import { lastHourOf, minutesOf, play, stageOf } from './replay/replay.ts';
import type { Stage } from './replay/stage.ts';
import type { Hour } from './story.ts';
import { KEEPER, KEEPER_ARTICLE } from './weekend.ts';
import { writersFile } from './writers-file.ts';

const MINUTE = 60_000;
const DEADLINE = '18:00';
const LEAST_TIME_LEFT = 20 * MINUTE;
/** Filed in the night, it lies there until the afternoon: so that it is the first in the list. */
const TAKEN_IN: Hour = '9:02';
const FERRY_TAKEN_IN: Hour = '9:10';
/** Before the first claim of each is marked. */
const CARDS_MADE: Record<'raid' | 'ferry', Hour> = { raid: '15:06', ferry: '9:16' };

/** What reports say of the Foreign desk. */
const DESK_SAYS = {
  interests:
    'Halden Wire belongs to the foundation of its staff. Nobody who worked on this text has ties to a party in it.',
  complaints_to: 'corrections@haldenwire.example',
  answer_days: 10,
  names_public: true,
};

/** Plays the whole demo as if its last act were a minute before `now` (ISO 8601, UTC), on the clocks of this time zone. */
export async function buildNewsroom(db: Db, now: string, time_zone: string): Promise<void> {
  const hours = new StoryClock(now, time_zone);
  const opening = systemContext(db, hours.at('9:00'));
  const slugs = {} as Record<DeskName, string>;
  for (const desk of ['foreign', 'weekend'] as const) {
    const { slug } = await openDesk(opening, { name: DESK_NAMES[desk], time_zone, language: 'en' });
    slugs[desk] = slug;
  }
  const persons = await hireCast(opening, slugs);
  const ctxOf = (name: CastName, at: Hour) => contextOf(db, persons[name], hours.at(at));
  const yesterday = localOf(later(now, -1440 * MINUTE), time_zone).slice(0, 10);
  await changeStatement(ctxOf('ada', '9:00'), slugs.foreign, { ...DESK_SAYS, revision: 0 });
  const said = { sayHour: (at: Hour) => hours.say(at), localAt: (at: Hour) => hours.local(at) };
  const stage = { ctxOf, ...said, cards: {}, yesterday };
  const raid = await takeRaidIn(slugs.foreign, { ...stage, hours, now });
  await playFerry(slugs.foreign, stage);
  await playRaid(slugs.foreign, raid, stage);
  const keeper = await takeArticleIn(ctxOf('emil', '15:20'), slugs.weekend, KEEPER_ARTICLE);
  await play(KEEPER, await stageOf(ctxOf('emil', '15:21'), keeper.id, stage));
}

type Around = Omit<Stage, 'article_id' | 'text' | 'numbers'>;

async function takeRaidIn(
  desk: string,
  { ctxOf, yesterday, hours, now }: Pick<Stage, 'ctxOf' | 'yesterday'> & { hours: StoryClock; now: string },
): Promise<ArticleTakenIn> {
  const ctx = ctxOf('ada', TAKEN_IN);
  const text = raidArticle(nameOfDay(yesterday));
  const bytes = await writersFile(text, { author: text.byline, at: ctx.at, ...FILED });
  const { id: desk_id } = await getDeskBySlug(ctx, desk);
  const document = await stageDocument(ctx, { desk_id, document: { name: FILED_AS, bytes } });
  return takeArticleIn(ctx, desk, {
    ...text,
    document,
    dated_on: `${yesterday}T22:40`,
    dated_zone: CITY_ZONE,
    deadline_at: deadlineAfter(now, hours.time_zone),
  });
}

async function playFerry(desk: string, around: Around): Promise<void> {
  const taking = around.ctxOf('ada', FERRY_TAKEN_IN);
  const { id } = await takeArticleIn(taking, desk, {
    ...FERRY_ARTICLE,
    dated_on: `${around.yesterday}T23:10`,
    dated_zone: CITY_ZONE,
  });
  const cards = await makeCards(desk, 'ferry', around);
  await play(FERRY, await stageOf(taking, id, { ...around, cards }));
}

async function playRaid(desk: string, article: ArticleTakenIn, around: Around): Promise<void> {
  await assignHalves(around, article);
  const cards = await makeCards(desk, 'raid', around);
  await play(RAID, await stageOf(around.ctxOf('ada', TAKEN_IN), article.id, { ...around, cards }));
}

async function makeCards(desk: string, article: 'raid' | 'ferry', { ctxOf, yesterday }: Around) {
  const making = ctxOf('ben', CARDS_MADE[article]);
  const cards: Partial<Record<CardName, number>> = {};
  for (const [name, card] of Object.entries(cardsOf(article, sayDate(yesterday))))
    cards[name as CardName] = (await addSource(making, { desk, ...card })).source.number;
  return cards;
}

/** Ben has the first half, Cleo the second. */
async function assignHalves({ ctxOf }: Pick<Stage, 'ctxOf'>, article: { id: string; paragraph_count: number }) {
  const ada = ctxOf('ada', '15:04');
  const numbers = Array.from({ length: article.paragraph_count }, (_, index) => index + 1);
  const [ben, cleo] = [ctxOf('ben', '15:04').actor.id, ctxOf('cleo', '15:04').actor.id];
  await assignParagraphs(ada, article.id, { paragraphs: numbers.slice(0, 6), assignee_id: ben });
  await assignParagraphs(ada, article.id, { paragraphs: numbers.slice(6), assignee_id: cleo });
}

async function hireCast(ctx: Context, slugs: Record<DeskName, string>): Promise<Record<CastName, Person>> {
  const persons = {} as Record<CastName, Person>;
  for (const [name, { email, display_name, is_administrator, desk, role }] of Object.entries(CAST)) {
    const joins = { desk: slugs[desk], role };
    const person = { email, display_name, is_administrator, joins, password: DEMO_PASSWORD };
    persons[name as CastName] = await addPerson(ctx, person);
  }
  return persons;
}

function contextOf(db: Db, { id, display_name, is_administrator }: Person, at: string): Context {
  return { db, actor: { kind: 'person', id, display_name, is_administrator: is_administrator === 1 }, at };
}

/** Turns hours of the story into moments: its last act is a minute ago. */
class StoryClock {
  readonly time_zone: string;
  readonly #end: number;
  readonly #last_minute = minutesOf(lastHourOf(RAID));

  constructor(now: string, time_zone: string) {
    this.time_zone = time_zone;
    this.#end = Math.floor(Date.parse(now) / MINUTE) * MINUTE - MINUTE;
  }

  at(hour: Hour): string {
    return new Date(this.#end - (this.#last_minute - minutesOf(hour)) * MINUTE).toISOString();
  }

  local(hour: Hour): string {
    return localOf(this.at(hour), this.time_zone);
  }

  say(hour: Hour): string {
    return this.local(hour).slice(11);
  }
}

/** Six in the evening today, or tomorrow where today's is too near; in local time, as a form would say it. */
function deadlineAfter(now: string, time_zone: string): string {
  const days = [0, 1].map((day) => localOf(later(now, day * 1440 * MINUTE), time_zone));
  const evenings = days.map((day) => `${day.slice(0, 10)}T${DEADLINE}`);
  const isAhead = (local: string) => Date.parse(utcOf(local, time_zone) ?? now) - Date.parse(now) >= LEAST_TIME_LEFT;
  return evenings.find(isAhead) ?? itemAt(evenings, 1);
}
