// How the list of articles is narrowed and ordered: what an address asks, and the address that asks it. Pure.
import { url } from '#src/paths.ts';
import { foldKey } from '#src/text-fields.ts';

export const LIST_STATES = {
  in_work: 'In work',
  open: 'Still open',
  ready: 'Ready for sign-off',
  signed: 'Signed',
  put_away: 'Archive',
  all: 'All',
} as const;
export type ListState = keyof typeof LIST_STATES;

export const LIST_ORDERS = { due: 'Deadline first', newest: 'Newest first', title: 'Title' } as const;
export type ListOrder = keyof typeof LIST_ORDERS;

export const DUE_RANGES = {
  any: 'Any time',
  late: 'Overdue',
  today: 'Until tonight',
  week: 'Within 7 days',
  none: 'No deadline',
} as const;
export type DueRange = keyof typeof DUE_RANGES;

export interface ListFilter {
  /** What was typed, and its words folded. */
  find: string;
  words: string[];
  /** The slug of a desk; undefined for all of them. */
  desk: string | undefined;
  state: ListState;
  /** 'any', 'me', 'nobody', or the number of a person. */
  assigned: string;
  due: DueRange;
  order: ListOrder;
  /** Where the page before ended. */
  after: Cursor | null;
}

/** The last row of a page: by what it is sorted, and its number. */
export interface Cursor {
  key: string;
  number: number;
}

const MOST_WORDS = 6;
const LONGEST = 200;

type Asked = Record<string, unknown>;

/** What the address asks for; whatever it does not know is left as it is by default. */
export function listFilterIn(query: Asked): ListFilter {
  const find = typeof query.q === 'string' ? query.q.trim().slice(0, LONGEST) : '';
  const assigned = String(query.assigned ?? '');
  const state = oneOf(LIST_STATES, query.state, 'in_work');
  return {
    find,
    words: foldKey(find).split(' ').filter(Boolean).slice(0, MOST_WORDS),
    desk: typeof query.desk === 'string' && query.desk !== '' ? query.desk : undefined,
    state,
    assigned: /^(me|nobody|[1-9]\d{0,8})$/.test(assigned) ? assigned : 'any',
    due: oneOf(DUE_RANGES, query.due, 'any'),
    order: orderIn(query.order, state),
    after: cursorIn(query.after),
  };
}

/** Deadlines are past in the archive: it stands with what was put away last. */
function orderIn(asked: unknown, state: ListState): ListOrder {
  const is_past = isPast(state);
  const order = oneOf(LIST_ORDERS, asked, is_past ? 'newest' : 'due');
  return is_past && order === 'due' && state !== 'signed' ? 'newest' : order;
}

function isPast(state: ListState): boolean {
  return state === 'signed' || state === 'put_away' || state === 'all';
}

function oneOf<Name extends string>(known: Record<Name, string>, asked: unknown, otherwise: Name): Name {
  return typeof asked === 'string' && Object.hasOwn(known, asked) ? (asked as Name) : otherwise;
}

const CURSOR = /^([1-9]\d{0,8})~(.{0,300})$/s;

function cursorIn(asked: unknown): Cursor | null {
  const [, number, key] = CURSOR.exec(String(asked ?? '')) ?? [];
  return number === undefined || key === undefined ? null : { number: Number(number), key };
}

/** Whether anything narrows the list. */
export function isNarrowed({ find, desk, state, assigned, due }: ListFilter): boolean {
  return find !== '' || desk !== undefined || state !== 'in_work' || assigned !== 'any' || due !== 'any';
}

/** The address of the list, narrowed like this; from its first page, unless told where to go on. */
export function listUrl(filter: ListFilter, after?: Cursor): string {
  const { find, desk, state, assigned, due, order } = filter;
  const orders = isPast(state) ? 'newest' : 'due';
  return url(
    'articles',
    {},
    {
      q: find || undefined,
      desk,
      state: state === 'in_work' ? undefined : state,
      assigned: assigned === 'any' ? undefined : assigned,
      due: due === 'any' ? undefined : due,
      order: order === orders ? undefined : order,
      after: after && `${after.number}~${after.key}`,
    },
  );
}
