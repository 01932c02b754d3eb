// The forms of people, desks and invitations: what each field takes and what it says when that is wrong.
import { z } from 'zod';
import {
  choice,
  hidden,
  line,
  optionalLine,
  optionalNumber,
  optionalText,
  password,
  tickBox,
  wholeNumber,
} from '#src/http/form-fields.ts';
import { PASSWORD_HINT } from './password-rules.ts';

const email = line(254, 'Write the email address.').pipe(
  z.string().regex(/^[^\s@]+@[^\s@]+$/, 'Write an address like name@example.org.'),
);
const displayName = line(120, 'Write the name as colleagues know it.');
const chosenPassword = password(`Choose a password: ${PASSWORD_HINT}`);
const role = choice(['editor', 'reviewer', 'legal', 'guest'], 'Choose this person’s role at the desk.');
const deskName = line(120, 'Give the desk a name.');
const timeZone = line(60, 'Choose the time zone of the desk.');
const language = line(35, 'Write the language of the desk, like en or en-GB.');

const DAYS = 'Write a number of days, from 1 to 365, or leave this empty.';
const daysBetween = optionalNumber(DAYS).refine((days) => days === undefined || days <= 365, DAYS);

export const signInForm = z.object({
  email: line(254, 'Write the email address that you sign in with.'),
  password: password('Type your password.'),
  to: hidden(optionalLine(2000)),
});

export const setupForm = z.object({
  token: line(100, 'Copy the token that the terminal printed.'),
  display_name: displayName,
  email,
  password: chosenPassword,
  desk_name: deskName,
  time_zone: timeZone,
  language,
});

export const joiningForm = z.object({ display_name: displayName, password: chosenPassword });
export const resetForm = z.object({ password: chosenPassword });

export const invitationForm = z.object({
  email,
  display_name: displayName,
  desk: optionalLine(80),
  role,
  is_administrator: tickBox(),
});

export const preferencesForm = z.object({
  display_name: displayName,
  theme: choice(['system', 'light', 'dark']),
  letter_keys: tickBox(),
});

export const passwordForm = z.object({
  current_password: password('Type your current password.'),
  new_password: chosenPassword,
});

/** `session`: the key of one session to end; left out, all others. */
export const sessionsForm = z.object({ session: optionalLine(80) });

export const administrationForm = z.object({ is_administrator: tickBox() });

export const newDeskForm = z.object({ name: deskName, time_zone: timeZone, language });

export const deskForm = z.object({
  name: deskName,
  time_zone: timeZone,
  language,
  method: optionalText(20_000),
  capture_days: daysBetween,
  revision: wholeNumber(1, 1_000_000_000),
});

export const statementForm = z.object({
  interests: optionalText(5_000),
  complaints_to: optionalText(500),
  answer_days: wholeNumber(1, 365, 'Write a number of days, from 1 to 365.'),
  names_public: tickBox(),
  copies_public: tickBox(),
  revision: wholeNumber(0, 1_000_000_000),
});

export const memberForm = z.object({ email, role });
export const memberRoleForm = z.object({ role });
