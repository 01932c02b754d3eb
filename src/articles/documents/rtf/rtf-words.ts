// The control words of rich text files that stand for signs, breaks and looks. Pure.

/** What a table says of a word that a file may have made up. */
export function ofWord<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Words that are a sign of the text. */
export const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200D',
  zwnj: '\u200C',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
  nestcell: '\t',
};

/** The same for words of a single sign: the hard space, the hard hyphen; a hyphen that is not printed is none. */
export const SINGLE: Readonly<Record<string, string>> = { '~': '\u00A0', _: '\u2011', '-': '' };

export interface Looks {
  font: number | undefined;
  raised: 'sup' | 'sub' | '';
  is_hidden: boolean;
  is_struck: boolean;
  is_deleted: boolean;
  is_inserted: boolean;
  /** Who put it in and who deleted it, by their numbers, and when, as the file packs it. */
  revisions: Readonly<Record<'inserted' | 'deleted', Readonly<{ author?: number; dated?: number }>>>;
}

export const PLAIN: Looks = {
  ...{ font: undefined, raised: '', is_hidden: false, is_struck: false, is_deleted: false, is_inserted: false },
  revisions: { inserted: {}, deleted: {} },
};

/** What a word says of the looks of what follows; `is_on` is false behind a 0. */
const SAID: Readonly<Record<string, (is_on: boolean, value: number | undefined) => Partial<Looks>>> = {
  plain: () => PLAIN,
  f: (_, font) => ({ font }),
  v: (is_hidden) => ({ is_hidden }),
  strike: (is_struck) => ({ is_struck }),
  striked: (is_struck) => ({ is_struck }),
  deleted: (is_deleted) => ({ is_deleted }),
  revised: (is_inserted) => ({ is_inserted }),
  // What was moved has gone from one place and come to another.
  mvf: (is_deleted) => ({ is_deleted }),
  mvt: (is_inserted) => ({ is_inserted }),
  super: (is_on) => ({ raised: is_on ? 'sup' : '' }),
  sub: (is_on) => ({ raised: is_on ? 'sub' : '' }),
  nosupersub: () => ({ raised: '' }),
  // Some writers raise characters by half points instead.
  up: (_, by = 6) => ({ raised: by >= 4 ? 'sup' : '' }),
  dn: (_, by = 6) => ({ raised: by >= 4 ? 'sub' : '' }),
};

/** Words that say by whom and when a change is. */
const REVISIONS: Readonly<Record<string, [kind: 'inserted' | 'deleted' | 'both', what: 'author' | 'dated']>> = {
  ...{ revauth: ['inserted', 'author'], revdttm: ['inserted', 'dated'] },
  ...{ revauthdel: ['deleted', 'author'], revdttmdel: ['deleted', 'dated'] },
  ...{ mvauth: ['both', 'author'], mvdate: ['both', 'dated'] },
};

function revisedBy(looks: Looks, name: string, value: number | undefined): Looks | undefined {
  const [kind, what] = ofWord(REVISIONS, name) ?? [];
  if (kind === undefined || what === undefined || value === undefined) return undefined;
  const { inserted, deleted } = looks.revisions;
  const said = { [what]: value };
  return {
    ...looks,
    revisions: {
      inserted: kind === 'deleted' ? inserted : { ...inserted, ...said },
      deleted: kind === 'inserted' ? deleted : { ...deleted, ...said },
    },
  };
}

/** The looks behind this word; the very same where it says nothing of them. */
export function looksAfter(looks: Looks, name: string, value: number | undefined): Looks {
  const revised = revisedBy(looks, name, value);
  if (revised) return revised;
  const said = ofWord(SAID, name)?.(value !== 0, value);
  return said ? { ...looks, ...said } : looks;
}

export function areSameLooks(one: Looks, other: Looks): boolean {
  return (
    one.raised === other.raised &&
    one.is_hidden === other.is_hidden &&
    one.is_struck === other.is_struck &&
    one.is_deleted === other.is_deleted &&
    one.is_inserted === other.is_inserted &&
    one.revisions === other.revisions
  );
}
