// For whom a file or a report is: the desk itself, or everybody else. Pure.
import { NotFound } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { type Visibility, visibilityOf } from '../confidentiality.ts';

export const AUDIENCES = ['internal', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The word that an internal file bears in its name and in a column. */
export const INTERNAL = 'INTERNAL';
/** What an internal file says on its face. */
export const INTERNAL_SAID = 'INTERNAL: this may name confidential sources. It stays at the desk.';

/** The audience that an address or a command names; public where it names none. NotFound for any other word. */
export function audienceIn(asked: unknown): Audience {
  const audience = AUDIENCES.find((one) => one === (asked ?? 'public'));
  if (audience === undefined) throw new NotFound();
  return audience;
}

/** The audience of whoever works in this role, where nobody says for whom it is to be. */
export function ownAudience(role: DeskRole): Audience {
  return visibilityOf(role) === 'inside' ? 'internal' : 'public';
}

/** From where this audience looks. Forbidden where somebody who may not read confidential sources asks for what names them. */
export function visibilityOfAudience(audience: Audience, role: DeskRole): Visibility {
  if (audience === 'public') return 'outside';
  assertMay(role, 'see_confidential');
  return 'inside';
}

/** The file's name with what sort of file it is behind it: `claimdesk-1-draft-INTERNAL-claims.csv`. */
export function fileName(name: string, audience: Audience, ending: string): string {
  return `${name}${audience === 'internal' ? `-${INTERNAL}` : ''}${ending}`;
}
