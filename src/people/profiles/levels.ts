// The sign-off checks by their number, and how strictly a desk's profile asks for each. Pure.

export const LEVELS = ['must', 'should', 'off'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_LABELS: Record<Level, string> = { must: 'must hold', should: 'should hold', off: 'is not asked' };

type FourLevels = [breaking: Level, daily: Level, feature: Level, investigation: Level];

const [MUST, SHOULD, OFF] = LEVELS;

/** What each check asks for, and the levels with which a new desk's four profiles begin. */
const TABLE = {
  R1: ['No sentence unread, no detail unchecked', [SHOULD, MUST, MUST, MUST]],
  R2: ['Every claim done or dropped, none lost', [MUST, MUST, MUST, MUST]],
  R3: ['Every source has an address, a page, a minute or a call', [SHOULD, SHOULD, MUST, MUST]],
  R4: ['Key claims rest on two first sources', [SHOULD, MUST, SHOULD, MUST]],
  R5: ['Key claims rest on a primary source', [SHOULD, SHOULD, SHOULD, MUST]],
  R6: ['Conflicts of interest of quoted sources are noted', [SHOULD, SHOULD, SHOULD, MUST]],
  R7: ['Evidence against key claims was looked for', [SHOULD, SHOULD, SHOULD, MUST]],
  R8: ['Everybody accused was offered a reply', [MUST, MUST, MUST, MUST]],
  R9: ['Quotations were found word for word, or heard', [SHOULD, SHOULD, MUST, MUST]],
  R10: ['Copies of sources are saved and unaltered', [OFF, SHOULD, SHOULD, MUST]],
  R11: ['Another person read each claim second', [MUST, MUST, MUST, MUST]],
  R12: ['Where accounts differ, the rule is named and the copy shows it', [SHOULD, MUST, SHOULD, MUST]],
  R13: ['The text that ran is the one that was checked', [SHOULD, SHOULD, SHOULD, SHOULD]],
  R14: ['Nothing confidential is in the public report', [MUST, MUST, MUST, MUST]],
  R15: ['Agreed fixes are in the copy, queries are answered', [SHOULD, MUST, MUST, MUST]],
  R16: ['Claims and ticks rest on a source or a stated reason', [OFF, SHOULD, SHOULD, MUST]],
  R17: ['Legal cleared what it has to see, for this version', [MUST, MUST, MUST, MUST]],
  R18: ['Each anonymous source has a public reason, and who granted it', [SHOULD, MUST, MUST, MUST]],
  R19: ['What the program suggested is stated in numbers', [SHOULD, SHOULD, SHOULD, SHOULD]],
  R20: ['What does not agree is taken up or dismissed', [SHOULD, SHOULD, SHOULD, SHOULD]],
} as const satisfies Record<string, [string, FourLevels]>;

export type Rule = keyof typeof TABLE;
export const RULES = Object.keys(TABLE) as Rule[];

/** What nobody can ease: it has no column, and no waiver. */
export const ALWAYS_MUST = 'R14';
export type LevelledRule = Exclude<Rule, typeof ALWAYS_MUST>;
export const LEVELLED_RULES = RULES.filter((rule): rule is LevelledRule => rule !== ALWAYS_MUST);

export type LevelColumn = `level_${Lowercase<LevelledRule>}`;
export type LevelColumns = Record<LevelColumn, Level>;
export const LEVEL_COLUMNS = LEVELLED_RULES.map(levelColumn);

const PROFILE_NAMES = ['Breaking', 'Daily', 'Feature', 'Investigation'];

/** The column and the form field of a rule's level. */
export function levelColumn(rule: LevelledRule): LevelColumn {
  return `level_${rule.toLowerCase()}` as LevelColumn;
}

/** What the check asks for, in a line without a full stop. */
export function ruleAsks(rule: Rule): string {
  return TABLE[rule][0];
}

/** How strictly the profile asks for it. */
export function levelIn(profile: LevelColumns, rule: Rule): Level {
  return rule === ALWAYS_MUST ? 'must' : profile[levelColumn(rule)];
}

/** The levels with which a profile of this name begins; of any other name, those of Daily. */
export function firstLevels(name: string): LevelColumns {
  const at = PROFILE_NAMES.indexOf(name);
  const levels = LEVELLED_RULES.map((rule) => [levelColumn(rule), TABLE[rule][1][at < 0 ? 1 : at]]);
  return Object.fromEntries(levels) as LevelColumns;
}

/** The levels alone of a profile's row. */
export function levelsIn(profile: LevelColumns): LevelColumns {
  return Object.fromEntries(LEVEL_COLUMNS.map((column) => [column, profile[column]])) as LevelColumns;
}
