// What a password must be: long, and none that everybody tries first. Pure.
import { foldKey } from '#src/text-fields.ts';

const SHORTEST_PASSWORD = 15;
const LONGEST_PASSWORD = 200;

/** The hint beside each field in which somebody chooses a password. */
export const PASSWORD_HINT = `${SHORTEST_PASSWORD} characters or more. A sentence that only you would say is easy to keep in mind.`;

/** A sentence about what is wrong with a chosen password, or null where it will do. */
export function whyNotPassword(password: string, owner: { email: string; display_name: string }): string | null {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < SHORTEST_PASSWORD)
    return `This password has ${characters.length} of the ${SHORTEST_PASSWORD} characters it needs. A few words in a row are long enough.`;
  if (characters.length > LONGEST_PASSWORD)
    return `This password has ${characters.length} characters; ${LONGEST_PASSWORD} are as many as the desk takes.`;
  if (new Set(characters).size === 1)
    return 'This is one character again and again, which is soon guessed. Choose a few words.';
  const key = foldKey(password);
  if (key === foldKey(owner.email))
    return 'This is the address that is signed in with. Choose something that nobody sees.';
  if (key === foldKey(owner.display_name))
    return 'This is the name that everybody at the desk sees. Choose something else.';
  return null;
}
