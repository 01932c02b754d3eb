// What the list of the library can be narrowed by, and put in order by. Pure.
import type { Option } from '#src/http/form.ts';
import type { Member } from '#src/people/member-store.ts';
import { typeOptions } from '../card/view.ts';

export type LibraryChoices = Record<'types' | 'proximities' | 'confidences' | 'uses' | 'people' | 'orders', Option[]>;

export function choicesOf(members: Member[]): LibraryChoices {
  const any = { value: '', label: 'all' };
  const people = new Map(members.map((member) => [member.number, member.display_name]));
  return {
    types: [any, ...typeOptions()],
    proximities: [
      any,
      { value: 'primary', label: 'primary' },
      { value: 'secondary', label: 'secondary' },
      { value: 'unsaid', label: 'not said' },
    ],
    confidences: [any, { value: 'confidential', label: 'confidential' }, { value: 'open', label: 'open' }],
    uses: [any, { value: 'used', label: 'used' }, { value: 'unused', label: 'not used' }],
    people: [
      { value: '', label: 'anybody' },
      ...[...people].map(([number, label]) => ({ value: String(number), label })),
    ],
    orders: [
      { value: 'newest', label: 'newest first' },
      { value: 'oldest', label: 'oldest first' },
      { value: 'title', label: 'by title' },
    ],
  };
}
