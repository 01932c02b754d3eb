// Passwords as they are kept: argon2id as PHC strings.
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type Hasher, inTurn } from './sign-in/hashing-turns.ts';

type Cost = { memory: number; passes: number; parallelism: number };

const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
let cost_now = COST;
const TAG_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const argon2Async = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** What hashing costs in this process from now on: the desk's own cost, or that of passwords at which nobody guesses, in tests. */
export function setHashingCost(cost: Cost = COST): void {
  cost_now = cost;
}

/** The PHC string of a password. Takes about 40 ms, off the event loop, when it is its turn. Throws DeskBusy. */
export async function hashPassword(password: string, cost: Cost = cost_now): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, { cost, bytes: TAG_BYTES, who: 'known' });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether this is the password of the PHC string. Where there is none, it takes as long and says no. Throws DeskBusy. */
export async function isPassword(password: string, stored: string | null, who: Hasher = 'known'): Promise<boolean> {
  const parts = PHC.exec(stored ?? '');
  if (!parts) {
    await derive(password, randomBytes(16), { cost: cost_now, bytes: TAG_BYTES, who });
    return false;
  }
  const [, memory, passes, parallelism, salt, tag] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const expected = Buffer.from(tag, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const found = await derive(password, Buffer.from(salt, 'base64'), { cost, bytes: expected.length, who });
  return timingSafeEqual(found, expected);
}

/** Whether a stored PHC string was made with parameters other than today's, so that it should be made anew at sign-in. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`$argon2id$v=19$m=${cost_now.memory},t=${cost_now.passes},p=${cost_now.parallelism}$`);
}

/** Keyboards differ in how they write an accent or a ligature, so the same characters make the same password. */
function derive(
  password: string,
  salt: Buffer,
  { cost, bytes, who }: { cost: Cost; bytes: number; who: Hasher },
): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return inTurn(who, () => argon2Async('argon2id', { message, nonce: salt, tagLength: bytes, ...cost }));
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
