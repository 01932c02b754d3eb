// The strangers of trials/flood.ts, in a process of their own: FLOOD ORIGIN SOCKETS, until told to end.
import { Pool } from 'undici';

interface Sent {
  path: string;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

const FROM_HERE = { 'Sec-Fetch-Site': 'same-origin' };
const FORGED = { 'Sec-Fetch-Site': 'cross-site' };
const each = (index: number) => ({
  'X-Forwarded-For': `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
});
const guess = (index: number) => ({ email: `guess${index}@newsroom.example`, password: 'a password that nobody has' });

/** What each flood sends, by name. */
export const FLOODS: Record<string, (index: number) => Sent> = {
  'GET /sign-in': () => ({ path: '/sign-in' }),
  'forged posts': () => ({ path: '/articles', fields: { headline: 'Forged' }, headers: FORGED }),
  'forged posts, an address each': (index) => ({
    path: '/articles',
    fields: {},
    headers: { ...FORGED, ...each(index) },
  }),
  'made-up invitations': (index) => ({ path: `/invitations/made-up-${index}` }),
  'made-up links for a writer, an address each': (index) => ({
    path: `/writer/made-up-${index}`,
    headers: each(index),
  }),
  'wrong sign-ins': (index) => ({ path: '/sign-in', fields: guess(index), headers: FROM_HERE }),
  'wrong sign-ins, an address each': (index) => ({
    path: '/sign-in',
    fields: guess(index),
    headers: { ...FROM_HERE, ...each(index) },
  }),
  'sign-outs of nobody': () => ({ path: '/sign-out', fields: {}, headers: FROM_HERE }),
};

async function send(name: string, origin: string, sockets: number): Promise<void> {
  const flood = FLOODS[name];
  const pool = new Pool(origin, { connections: sockets });
  const answers: Record<number, number> = {};
  let [sent, is_over] = [0, false];
  process.once('message', () => {
    is_over = true;
  });
  const socket = async () => {
    while (flood && !is_over) {
      const { path, fields, headers = {} } = flood(sent++);
      const body = fields && new URLSearchParams(fields).toString();
      const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
      const method = body === undefined ? 'GET' : 'POST';
      const answer = await pool.request({
        path,
        method,
        headers: body === undefined ? headers : form,
        body: body ?? null,
      });
      await answer.body.dump();
      answers[answer.statusCode] = (answers[answer.statusCode] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: sockets }, socket));
  while (!is_over) await new Promise((resolve) => setTimeout(resolve, 50));
  const said = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
  process.send?.({ sent, answers: said.join(', ') });
  process.once('disconnect', () => process.exit());
}

if (import.meta.main) {
  const [name = '', origin = '', sockets = '100'] = process.argv.slice(2);
  await send(name, origin, Number(sockets));
}
