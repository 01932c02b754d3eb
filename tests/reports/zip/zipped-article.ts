// A signed report that rests on saved copies, one of them confidential, and its ZIPs.
import { getArticle } from '#src/articles/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { makeDeskKey } from '#src/people/keys/commands.ts';
import { writeSignedFile } from '#src/reports/files.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { actOnce } from '#tests/support/act-once.ts';
import type { Newsroom, PersonName } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { keepCopy } from '#tests/support/source-verbs.ts';
import { halfCheckedArticle } from '../half-checked.ts';
import { sign } from '../signed-article.ts';

export const BULLETIN =
  'Bulletin 31 of the governor’s office.\n\nThere were twenty attackers at the very most, and all of them came by river. The office regrets the confusion that other figures have caused among the people of the town, and asks for calm.';
export const SECRET = 'Notes of the guard Rahmat Sorov: six bombers, seen from the east gate.';
const BULLETIN_SOURCE = 3;

/** Half checked, on a bulletin and on a guard’s notes, both saved; signed with what is left open. */
export async function zippedArticle(newsroom: Newsroom, bulletin: string = BULLETIN): Promise<{ id: string }> {
  const ben = newsroom.ctxOf('ben');
  const { id } = await halfCheckedArticle(newsroom);
  const secret = {
    is_confidential: true,
    alias: 'a guard',
    anonymity_reason: 'he fears for his post',
    granted_by: 'Ada',
  };
  await addEvidence(ben, id, {
    ...{ number: 2, source_line: 'call Rahmat Sorov 15:40: six bombers', ...secret },
    passage: 'six bombers, seen from the east gate',
  });
  const { number: guard } = await newsroom.db
    .selectFrom('source')
    .select('number')
    .where('is_confidential', '=', 1)
    .executeTakeFirstOrThrow();
  const pasted = (text: string, name: string) =>
    ({ how: 'paste', name, claimed: 'text/plain', bytes: Buffer.from(text) }) as const;
  await keepCopy(ben, BULLETIN_SOURCE, pasted(bulletin, 'bulletin-31.txt'));
  await keepCopy(ben, Number(guard), pasted(SECRET, 'rahmat.txt'));
  await sign(newsroom.ctxOf('ada'), id);
  return { id };
}

/** A newsroom that has this report, for tests that begin with it. */
export const ZIPPED = actOnce((newsroom) => zippedArticle(newsroom));

let zips: Promise<Record<Audience, Buffer>> | undefined;

/** Both its ZIPs, written once for all who read them or change copies of what is in them. */
export function zipsOnce(): Promise<Record<Audience, Buffer>> {
  zips ??= (async () => {
    const desk = await ZIPPED.start();
    const internal = await zipOfReport(desk, desk.id, { audience: 'internal' });
    const open = await zipOfReport(desk, desk.id, { audience: 'public' });
    await desk.close();
    return { internal, public: open };
  })();
  return zips;
}

let later: Promise<{ bytes: Buffer; fingerprint: string }> | undefined;

/** The public one once the desk has a new key, and its fingerprint, written once as well. */
export function zipOfNewKey(): Promise<{ bytes: Buffer; fingerprint: string }> {
  later ??= (async () => {
    const desk = await ZIPPED.start();
    const { fingerprint } = await makeDeskKey(desk.ctxOf('ada'), desk.desks.foreign.slug);
    const bytes = await zipOfReport(desk, desk.id, { audience: 'public' });
    await desk.close();
    return { bytes, fingerprint };
  })();
  return later;
}

/** The bytes of the ZIP of report 1, as this person downloads it. */
export async function zipOfReport(
  newsroom: Newsroom,
  id: string,
  { audience, as = 'ada' }: { audience: Audience; as?: PersonName },
): Promise<Buffer> {
  const ctx = newsroom.ctxOf(as);
  const article = await getArticle(ctx, id);
  return bytesOf(await writeSignedFile(ctx, article, { format: 'zip', audience, number: 1 }));
}
