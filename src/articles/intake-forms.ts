// The ways in which the form of a new article may bring its text: typed, a text file, a document to look over, an address.
import { readWebAddress } from '#src/fetching/fetch-page.ts';
import { type Typed, typedAgain } from '#src/http/form.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { kindOf } from './documents/kind.ts';
import type { FileGiven } from './file-text.ts';
import { type FailedForm, failedByRule } from './forms.ts';

export type IntakeWay =
  | { way: 'typed' }
  | { way: 'document'; desk: DeskFound; file: FileGiven; typed: Typed }
  | { way: 'address'; desk: DeskFound; address: string; typed: Typed }
  | { way: 'refused'; failed: FailedForm };

/** Which way it is. A document counts only where no text is typed; what is typed stays for the look. */
export function readIntakeWay(body: unknown, file: FileGiven | undefined, desks: DeskFound[]): IntakeWay {
  const { id, desk: slug, draft, ...typed } = typedAgain(body);
  const address = String(typed.address ?? '').trim();
  const desk = desks.find((one) => one.slug === slug);
  if (desk === undefined) return { way: 'typed' };
  const hasText = String(typed.body ?? '').trim() !== '';
  const all = typedAgain(body);
  if (address !== '') {
    if (hasText || file !== undefined) return refusedWith(all, { field: 'address', message: BOTH });
    try {
      return { way: 'address', desk, address: readWebAddress(address).href, typed };
    } catch (error) {
      return { way: 'refused', failed: failedByRule(error, all) };
    }
  }
  if (file !== undefined && !hasText && kindOf(file.bytes) !== undefined) return { way: 'document', desk, file, typed };
  return { way: 'typed' };
}

const BOTH =
  'There is a web address here, and a text or a file besides. Leave one of them: the desk takes in one article at a time.';

function refusedWith(typed: Typed, error: { field: string; message: string }): IntakeWay {
  return { way: 'refused', failed: { ok: false, errors: [error], typed, is_too_large: false } };
}
