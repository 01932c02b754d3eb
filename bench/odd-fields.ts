// Each field of text of each form that a reviewer finds on the desk, with a way to send a text in it.
import { entriesOf } from '#tests/support/form-data.ts';
import { parsePage } from '#tests/support/page.ts';
import type { Asked, HeldDesk } from './held-desk.ts';

export interface OddField {
  name: string;
  send: (text: string) => Promise<Asked>;
}

const PAGES = [
  '/articles/new',
  '/articles/1',
  '/articles/1/details',
  '/articles/1/versions',
  '/articles/1/sentences/1',
  '/articles/1/claims/1',
  '/articles/1/queries',
  '/articles/1/fixes',
  '/articles/1/contacts',
  '/articles/1/accounts',
  '/articles/1/second-read',
  '/articles/1/coverage',
  '/sources',
  '/sources/new',
  '/sources/1',
  '/sources/1/snapshots',
  '/sources/import',
  '/me',
  '/sign-in',
];
const FIELDS =
  'textarea, input[type=text], input[type=search], input[type=email], input[type=password], input[type=url], input:not([type]), input[type=hidden], input[type=file]';
const LONGEST_QUERY = 12_000;

export async function* fieldsOfForms(desk: HeldDesk): AsyncGenerator<OddField> {
  await desk.post('/articles/1/claims', { sentence: '1', words: 'Six trams', version: '1' });
  await desk.post('/articles/1/claims/1/evidence', { line: 'call Sorov 15:40: six bombers' });
  const seen = new Set<string>();
  for (const path of PAGES) {
    const page = parsePage((await desk.get(path)).body);
    for (const form of page.querySelectorAll('form')) {
      const [action, method] = [form.getAttribute('action') || path, form.getAttribute('method') ?? 'get'];
      for (const control of form.querySelectorAll(FIELDS)) {
        const field = control.getAttribute('name') ?? '';
        const name = `${method} ${action.replace(/[0-9a-f-]{36}|#.*$/g, '…')} ${field}`;
        if (field === '' || seen.has(name) || action === '/sign-out') continue;
        seen.add(name);
        const isFile = control.getAttribute('type') === 'file';
        yield {
          name,
          send: (text) => send(desk, entriesOf(page, form, null, new Map()), { action, method, field, isFile, text }),
        };
      }
    }
  }
}

type Sent = Record<'action' | 'method' | 'field' | 'text', string> & { isFile: boolean };

function send(desk: HeldDesk, entries: ReturnType<typeof entriesOf>, { action, method, field, isFile, text }: Sent) {
  const typed = entries.filter(([name, value]) => name !== field && typeof value === 'string') as [string, string][];
  const fields = { ...Object.fromEntries(typed), ...(isFile ? {} : { [field]: text }) };
  if (method.toLowerCase() === 'get') {
    const query = new URLSearchParams({ ...fields, [field]: text.slice(0, LONGEST_QUERY / 6).toWellFormed() });
    return desk.get(`${action}?${query}`);
  }
  if (!isFile) return desk.post(action, fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(field, new File([text], 'odd.csv', { type: 'text/csv' }));
  return desk.post(action, form);
}
