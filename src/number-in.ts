// A number that an address or a form carries: "12", never "012", "+12" or "1.5". Pure.
import { NotFound } from './errors.ts';

/** Undefined for whatever is no whole number from 1 on that every column holds. */
export function numberIn(typed: unknown): number | undefined {
  return /^[1-9]\d{0,8}$/.test(String(typed)) ? Number(typed) : undefined;
}

/** The number by which an address names a thing. NotFound for whatever is none. */
export function addressedNumber(typed: unknown): number {
  const number = numberIn(typed);
  if (number === undefined) throw new NotFound();
  return number;
}
