// Two cards made one: which fields stand, decided one by one, and what never loses by it. Pure.
import { cardOf, OPEN_FIELDS, type SourceFields } from '../card/source.ts';
import type { SourceTable } from '../tables.ts';

/** The fields of a card between which a person chooses, in the order of the form. */
export const CHOSEN_FIELDS = [
  ...OPEN_FIELDS,
  'alias',
  'anonymity_reason',
  'granted_by',
] as const satisfies (keyof SourceFields)[];

export type ChosenField = (typeof CHOSEN_FIELDS)[number];

/** Of each field, whose words stand: those of the card that stays, unless the other one's were chosen. */
export type FieldChoices = { [Field in ChosenField]?: 'this' | 'other' | undefined };

/** What is suggested: the words of the card that stays, and where it has none, the other's. */
export function suggestedChoice(stays: SourceTable, goes: SourceTable, field: ChosenField): 'this' | 'other' {
  return !stays[field] && goes[field] ? 'other' : 'this';
}

/**
 * The card that comes of two. A confidential source stays confidential whichever of the two it was, and keeps an alias.
 */
export function mergedCard(stays: SourceTable, goes: SourceTable, choices: FieldChoices): SourceFields {
  const chosen = CHOSEN_FIELDS.filter((field) => (choices[field] ?? suggestedChoice(stays, goes, field)) === 'other');
  const fields = {
    ...cardOf(stays),
    ...Object.fromEntries(chosen.map((field) => [field, goes[field]])),
  } as SourceFields;
  const is_confidential = stays.is_confidential === 1 || goes.is_confidential === 1 ? 1 : 0;
  const alias = is_confidential === 0 ? '' : fields.alias || stays.alias || goes.alias;
  const { anonymity_reason, granted_by } = is_confidential === 0 ? { anonymity_reason: '', granted_by: '' } : fields;
  return { ...fields, is_confidential, alias, anonymity_reason, granted_by };
}
