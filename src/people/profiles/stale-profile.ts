// What somebody typed of a profile, beside what another saved meanwhile. Pure.
import { StaleEdit } from '#src/errors.ts';
import { LEVEL_LABELS, LEVELLED_RULES, type Level, levelColumn, ruleAsks } from './levels.ts';
import { KEY_SORT_LABELS, KEY_SORTS, PROFILE_KINDS, type ProfileContent } from './profile.ts';

/** What the fields of its form hold. */
export function valuesOfProfile(content: ProfileContent): Record<string, string> {
  return mapped(content, (value) => (typeof value === 'number' ? (value === 1 ? '1' : '') : value));
}

export function staleProfile(
  { revision }: { revision: number },
  { before, after }: { before: ProfileContent; after: ProfileContent },
): StaleEdit {
  const values = valuesOfProfile(before);
  return new StaleEdit(inWords(after), inWords(before), { revision, values, labels: LABELS });
}

function inWords(content: ProfileContent): Record<string, string> {
  return mapped(content, (value, field) => {
    if (typeof value === 'number') return value === 1 ? 'yes' : 'no';
    return field.startsWith('level_') ? LEVEL_LABELS[value as Level] : value;
  });
}

function mapped(content: ProfileContent, change: (value: string | number, field: string) => string) {
  return Object.fromEntries(Object.entries(content).map(([field, value]) => [field, change(value, field)]));
}

const LABELS = Object.fromEntries([
  ...KEY_SORTS.map((sort) => [`key_${sort}`, `Suggests as key: ${KEY_SORT_LABELS[sort]}`]),
  ...PROFILE_KINDS.map((kind) => [`checklist_${kind}`, `Checklist: ${kind}`]),
  ...LEVELLED_RULES.map((rule) => [levelColumn(rule), `${rule}: ${ruleAsks(rule)}`]),
]);
