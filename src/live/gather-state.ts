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
import type { Presence } from './presence.ts';
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
  { seen, presence }: { seen: Seen | null; presence: Presence },
): Promise<LiveState> {
  const is_same = seen === null || seen.changed_seq === article.changed_seq;
  const people = presence.peopleAt(article.id, Date.now()).filter(({ person_id }) => person_id !== ctx.actor.id);
  const events = is_same ? [] : await eventsSince(ctx, article, seen);
  const members = people.length + events.length === 0 ? [] : await listMembers(ctx.db, article.desk_id);
  const told = may(article.role, 'change_claims');
  const here = people.flatMap(({ person_id, claims }) => {
    const member = members.find((one) => one.person_id === person_id && one.disabled_at === null);
    if (member === undefined) return [];
    const as = may(member.role, 'change_claims') ? '' : withIndefiniteArticle(member.role);
    return [{ name: member.display_name, initials: member.initials, as, claims: told ? claims : [] }];
  });
  here.sort((one, other) => (one.name < other.name ? -1 : 1));
  const changed = await changesOf(ctx, article, { events, members });
  return { article: article.number, seen: sayWhatIsSeen(article), changed, here };
}

/** Of others, as far as the reader may read the log of the article. */
async function eventsSince(ctx: Context, article: ArticleFound, { log_number }: Seen): Promise<ChangeFound[]> {
  const at = { article_id: article.id, after: log_number, limit: MOST_EVENTS };
  const verbs = verbsSeenFrom(visibilityOf(article.role));
  return (await listChangesAfter(ctx.db, at)).filter(
    ({ actor, verb }) =>
      actor !== `person:${ctx.actor.id}` && (verbs === undefined || verbs.some((begin) => verb.startsWith(begin))),
  );
}

async function changesOf(
  ctx: Context,
  article: ArticleFound,
  { events, members }: { events: ChangeFound[]; members: Member[] },
): Promise<Change[]> {
  const ids = events.flatMap(({ subject }) => idOfClaim(subject) ?? []);
  const numbers = await listClaimNumbers(ctx.db, article.id, [...new Set(ids)]);
  const newest = new Map<number | null, Change>();
  for (const { verb, actor, at, subject } of events) {
    const claim = numbers.get(idOfClaim(subject) ?? '') ?? null;
    if (newest.has(claim)) continue;
    const did = EVENTS[verb as EventVerb] ?? 'changed the article';
    const said_at = sayTime(at, article.time_zone, ctx.at).replace(/^today /, '');
    newest.set(claim, { claim, who: sayWho(actor, members), did, at: said_at });
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
