// What is told to one reader of an article: who is here, and what others changed since the page was made.
import type { ArticleFound } from '#src/articles/store.ts';
import { EVENTS, type EventVerb } from '#src/audit/events.ts';
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { listMembers, type Member } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { withIndefiniteArticle } from '#src/people/role.ts';
import { verbsSeenFrom, visibilityOf } from '#src/sources/confidentiality.ts';
import { type ChangeFound, listChangesAfter, listClaimNumbers } from './changes-store.ts';
import type { Live } from './live.ts';
import { type Seen, sayWhatIsSeen } from './seen.ts';

/** No word of the article, of a source or of a person's typing is in it. */
export interface LiveState {
  article: number;
  /** How far the article has come, for the next question. */
  seen: string;
  /** The newest change by others of each claim, and of the article beside its claims; the newest last. */
  changed: Change[];
  here: SomebodyHere[];
}

export interface Change {
  claim: number | null;
  who: string;
  /** The sentence of the log for it, which follows a name: "set a verdict". */
  did: string;
  /** "17:42" */
  at: string;
}

export interface SomebodyHere {
  name: string;
  initials: string;
  /** What they are, where they read along and change no claim: "a guest". */
  as: string;
  /** The claims in whose fields they are, for those who might come into their way. */
  claims: number[];
}

const MOST_EVENTS = 200;
const MOST_TOLD = 12;

/** For the actor, who was found to be a member. `seen` is null for whoever did not say it: they are told of no change. */
export async function gatherState(
  ctx: Context,
  article: ArticleFound,
  { seen, live }: { seen: Seen | null; live: Live },
): Promise<LiveState> {
  const { desk_id, desk_changed_seq } = article;
  const members = await live.shared.rows(`members ${desk_id}`, `${desk_changed_seq}`, () =>
    listMembers(ctx.db, desk_id),
  );
  const is_same = seen === null || seen.changed_seq === article.changed_seq;
  const changed = is_same
    ? []
    : changesOf(ctx, article, { events: await eventsSince(ctx, article, { seen, live }), members });
  return {
    article: article.number,
    seen: sayWhatIsSeen(article),
    changed,
    here: hereOf(ctx, article, { live, members }),
  };
}

function hereOf(
  { actor }: Context,
  { id, role }: ArticleFound,
  { live, members }: { live: Live; members: readonly Member[] },
): SomebodyHere[] {
  const is_told = may(role, 'change_claims');
  const here = live.presence.peopleAt(id, Date.now()).flatMap(({ person_id, claims }): SomebodyHere[] => {
    const member = members.find((one) => one.person_id === person_id && one.disabled_at === null);
    if (member === undefined || person_id === actor.id) return [];
    const as = may(member.role, 'change_claims') ? '' : withIndefiniteArticle(member.role);
    return [{ name: member.display_name, initials: member.initials, as, claims: is_told ? claims : [] }];
  });
  return here.sort((one, other) => (one.name < other.name ? -1 : 1));
}

type Event = ChangeFound & { claim: number | null };

/** Whoever did them, and whoever asks. */
async function eventsSince(
  { db }: Context,
  { id: article_id, changed_seq, desk_log_number }: ArticleFound,
  { seen: { log_number: after }, live }: { seen: Seen; live: Live },
): Promise<Event[]> {
  return live.shared.rows(`events ${article_id}`, `${changed_seq} ${desk_log_number} ${after}`, async () => {
    const events = await listChangesAfter(db, { article_id, after, limit: MOST_EVENTS });
    const ids = new Set(events.flatMap(({ subject }) => idOfClaim(subject) ?? []));
    const numbers = await listClaimNumbers(db, article_id, [...ids]);
    return events.map((event) => ({ ...event, claim: numbers.get(idOfClaim(event.subject) ?? '') ?? null }));
  });
}

/** Of others, as far as the reader may read the log of the article. */
function changesOf(
  { actor, at: now }: Context,
  { role, time_zone }: ArticleFound,
  { events, members }: { events: Event[]; members: readonly Member[] },
): Change[] {
  const verbs = verbsSeenFrom(visibilityOf(role));
  const newest = new Map<number | null, Change>();
  for (const { claim, verb, actor: who, at } of events) {
    const is_seen = verbs === undefined || verbs.some((begin) => verb.startsWith(begin));
    if (!is_seen || newest.has(claim) || who === `person:${actor.id}`) continue;
    const did = EVENTS[verb as EventVerb] ?? 'changed the article';
    const said_at = sayTime(at, time_zone, now).replace(/^today /, '');
    newest.set(claim, { claim, who: sayWho(who, members), did, at: said_at });
  }
  return [...newest.values()].slice(0, MOST_TOLD).reverse();
}

function idOfClaim(subject: string): string | undefined {
  return subject.startsWith('claim:') ? subject.slice('claim:'.length) : undefined;
}

function sayWho(actor: string, members: readonly Member[]): string {
  if (actor === 'operator') return 'The operator';
  if (actor === 'nobody') return 'The writer';
  return members.find(({ person_id }) => actor === `person:${person_id}`)?.display_name ?? 'Somebody';
}
