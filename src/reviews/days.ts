// For how many days a link is valid, in words. Pure.

export function sayDays(days: string): string {
  return days === '1' ? 'one day' : `${days} days`;
}
