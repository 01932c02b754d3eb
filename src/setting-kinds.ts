// What the value of a setting may be: whole numbers, addresses of databases and desks, proxies, hosts. Pure.
import { isIP } from 'node:net';
import { z } from 'zod';

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/** A whole number between these two, written in digits. */
export function wholeNumber(lowest: number, highest: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest);
}

export function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

/** An address as browsers see a desk: a scheme and a host, nothing behind them. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
}

/** What Express takes for "trust proxy", except "true", which would believe whatever address a visitor sends. */
export function isProxyList(text: string): boolean {
  if (text === 'false' || /^\d{1,2}$/.test(text)) return true;
  return text.split(',').every((part) => {
    const [address = '', bits = '0'] = part.trim().split('/');
    return PROXY_NAMES.includes(address) || (isIP(address) !== 0 && /^\d{1,3}$/.test(bits));
  });
}

export function addressList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

export function isHostsWithPorts(list: string[]): boolean {
  return list.every((part) => /^(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/.test(part));
}

export function proxies(text: string): false | number | string {
  if (text === 'false') return false;
  return /^\d+$/.test(text) ? Number(text) : text;
}
