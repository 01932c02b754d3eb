// The form of a new article: typed text, a text file, a document, or an address.
import { RuleBroken } from '#src/errors.ts';
import { readWebAddress } from '#src/fetching/fetch-page.ts';
import { type FormRefused, type FormResult, type Typed, typedAgain } from '#src/http/form.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import type { ArticleTyped } from '../commands.ts';
import { kindOf } from '../documents/kind.ts';
import { readNewArticleForm } from '../forms.ts';
import { type FileGiven, isMarkdown } from './file-text.ts';

type ToLookOver =
  | { way: 'document'; desk: DeskFound; file: FileGiven; typed: Typed }
  | { way: 'address'; desk: DeskFound; address: string; typed: Typed };

export type Intake =
  | { way: 'typed'; input: ArticleTyped & { desk: string }; desk: DeskFound | undefined; file: FileGiven | undefined }
  | ToLookOver;

/** Reads the form. A document counts only where no text is typed; what is typed beside it or an address stays for the look. */
export async function readIntakeForm(
  body: unknown,
  file: FileGiven | undefined,
  desks: DeskFound[],
): Promise<FormResult<Intake>> {
  const found = readIntakeWay(body, file, desks);
  if (found !== 'typed') return found;
  const form = await readNewArticleForm(body, file, desks);
  if (!form.ok) return form;
  const desk = desks.find(({ slug }) => slug === form.value.desk);
  return { ...form, value: { way: 'typed', input: form.value, desk, file } };
}

function readIntakeWay(
  body: unknown,
  file: FileGiven | undefined,
  desks: DeskFound[],
): FormResult<ToLookOver> | 'typed' {
  const all = typedAgain(body);
  const { draft: _, ...sent } = all;
  const { id: _id, desk: slug, ...typed } = sent;
  const address = String(typed.address ?? '').trim();
  const desk = desks.find((one) => one.slug === slug);
  if (desk === undefined) return 'typed';
  const hasText = String(typed.body ?? '').trim() !== '';
  if (address !== '') {
    if (hasText || file !== undefined) return refusedAddress(all, BOTH);
    try {
      return { ok: true, value: { way: 'address', desk, address: readWebAddress(address).href, typed } };
    } catch (error) {
      if (error instanceof RuleBroken) return refusedAddress(all, error.message);
      throw error;
    }
  }
  if (file === undefined || hasText || !isLookedOver(file)) return 'typed';
  return { ok: true, value: { way: 'document', desk, file, typed }, typed: sent };
}

/** Documents are looked over before they are an article, and so is Markdown of which something is left out. */
function isLookedOver({ name, bytes }: FileGiven): boolean {
  if (kindOf(bytes) !== undefined) return true;
  return isMarkdown(name) && /^\uFEFF?---\s|~~|<(?:s|del|strike)\b/i.test(bytes.toString('utf8'));
}

const BOTH =
  'There is a web address here and also a text or a file. Keep one of them: articles are added one at a time.';

function refusedAddress(typed: Typed, message: string): FormRefused {
  return { ok: false, errors: [{ field: 'address', message }], typed };
}
