// Floods of bodies, by name, for trials/bodies.ts and its short version.
import { chunked, MULTIPART, parts, type RawRequest, sendRaw, URLENCODED } from '#tests/support/raw-client.ts';

const CHUNKED = { 'Transfer-Encoding': 'chunked' };
const text = (bytes: number) => 'x'.repeat(bytes);
const many = (count: number, piece: string) => Array<string>(count).fill(piece);

function* slowly(size: number): Generator<string> {
  yield `${(size + 1_000).toString(16)}\r\n${text(size)}`;
}

type Flood = (cookie: string) => RawRequest;

function post(path: string, type: string, pieces: Iterable<string>, more: Record<string, string> = {}): RawRequest {
  return { line: `POST ${path}`, headers: { 'Content-Type': type, ...CHUNKED, ...more }, pieces };
}

/** What a guest sends, who may send much. */
export interface GuestSizes {
  /** The bytes of one file, or of one field, just within what the desk takes. */
  upload: number;
  /** Within what the text of a form may be together. */
  fields: number;
  /** The bytes of fields that are far more than that. */
  beyond: number;
}

export const bodyFloods = ({ upload, fields, beyond }: GuestSizes): Record<string, Flood> => ({
  'a stranger: 5,000 fields of 100 kB': () => post('/sign-in', MULTIPART, chunked(parts(5_000, text(100_000)))),
  'a stranger: 20 files of 50 MB': () => post('/sign-in', MULTIPART, chunked(many(1_000, text(1_000_000)))),
  'a stranger: urlencoded without end': () => post('/sign-in', URLENCODED, chunked(many(5_000, text(100_000)))),
  'a stranger: 163 kB each': () => post('/sign-in', URLENCODED, chunked([`a=${text(90_000)}&b=${text(72_000)}`])),
  'a stranger: GET with a body without end': () => ({
    ...post('/', MULTIPART, chunked(many(5_000, text(100_000)))),
    line: 'GET /sign-in',
  }),
  'a stranger: forged, without end': () =>
    post('/articles', MULTIPART, chunked(many(5_000, text(100_000))), { 'Sec-Fetch-Site': 'cross-site' }),
  [`a guest: ${beyond / 1_000_000} MB of fields`]: (Cookie) =>
    post('/articles', MULTIPART, chunked(parts(beyond / 500_000, text(500_000))), { Cookie }),
  [`a guest: ${upload / 1_000_000} MB in one file`]: (Cookie) =>
    post('/articles', MULTIPART, chunked(parts(1, text(upload), 'a.txt')), { Cookie }),
  [`a guest: ${upload / 1_000_000} MB in one urlencoded field`]: (Cookie) =>
    post('/articles', URLENCODED, chunked(['body=', ...many(24, text(upload / 24))]), { Cookie }),
  [`a guest: ${fields} fields`]: (Cookie) =>
    post('/articles', MULTIPART, chunked(parts(fields, text(3_500_000 / fields))), { Cookie }),
});

export const BODY_FLOODS = bodyFloods({ upload: 24_000_000, fields: 5_000, beyond: 2_000_000_000 });

/** Bodies that begin and dawdle until they are cut off. */
export const SLOW_FLOODS: Record<string, Flood> = {
  'strangers who dawdle at 160 kB': () => post('/sign-in', URLENCODED, slowly(160_000)),
  'a guest who dawdles at 20 MB': (Cookie) => post('/articles', MULTIPART, slowly(20_000_000), { Cookie }),
};

/** Sends one after the other on each of so many sockets until told to end; how often each status came (0: cut off). */
export async function floodBodies(
  flood: Flood,
  { port, cookie, sockets, isOver }: { port: number; cookie: string; sockets: number; isOver: () => boolean },
): Promise<Record<number, number>> {
  const answers: Record<number, number> = {};
  const socket = async () => {
    do {
      const { status } = await sendRaw(port, flood(cookie));
      answers[status] = (answers[status] ?? 0) + 1;
    } while (!isOver());
  };
  await Promise.all(Array.from({ length: sockets }, socket));
  return answers;
}
