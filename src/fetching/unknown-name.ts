// Whether a name of the network is known to nobody, as the name servers themselves say it.

type Resolve = (name: string) => Promise<unknown>;

/**
 * True only where a name server answered that there is no such name, or no address for it. Where none answers, because the
 * desk's own line is down, nothing is known.
 */
export async function isUnknownName(host: string, resolve?: Resolve): Promise<boolean> {
  const name = host.replace(/:\d+$/, '');
  try {
    await (resolve ?? (await import('node:dns/promises')).resolve4)(name);
    return false;
  } catch (error) {
    return ['ENOTFOUND', 'ENODATA'].includes(String((error as { code?: unknown }).code));
  }
}
