// Re-traces the ZIP of a report with nothing but the ZIP: what holds, what is taken as signed.
import { isDeepStrictEqual } from 'node:util';
import { counted } from '#src/counted.ts';
import type { Report } from '../report.ts';
import type { Statement } from '../signing/statement.ts';
import type { ZipSeal } from '../zip/zip-seal.ts';
import { faultsOfArithmetic } from './arithmetic.ts';
import { checkCopies } from './copies-check.ts';
import { checkLog } from './log-check.ts';
import { type OpenZip, openZip } from './open-zip.ts';
import { type Checked, type Retraced, recomputed, taken } from './retraced.ts';
import { rulesRecomputed } from './rules-recomputed.ts';
import { checkedSeal, checkedSums, type Sums } from './seal-check.ts';
import { checkedModels, checkedStatement, type Models } from './statement-check.ts';
import { ZipRefused } from './zip-refused.ts';

/**
 * Looks through the file, and no further than the first thing that does not hold: that is no error, but what is asked for.
 * `trusted`: fingerprints of the keys that are trusted; none where nobody said. Needs no desk, no database, no network.
 * Throws what the system says of a file that cannot be read.
 */
export async function retraceZip(path: string, trusted: readonly string[]): Promise<Retraced> {
  const found: Retraced = { ...NOTHING, checks: [] };
  const add = (checked: Checked) => {
    found.checks.push(checked);
    const [fault] = checked.faults;
    if (fault !== undefined) throw new ZipRefused(fault);
  };
  let zip: OpenZip | undefined;
  try {
    zip = await openZip(path);
    add(recomputed('The ZIP itself', `${counted(zip.names.length, 'entry', 'entries')}, nothing beside them.`));
    const seal = await sealIn(zip, found, trusted, add);
    const sums = await checkedSums(zip, seal);
    add(recomputed('Files', `${counted(sums.size, 'file')} as sealed, none put in and none taken out.`));
    const { statement, models } = await signedIn(zip, seal, add);
    found.signed_at = statement.signed_at;
    await contentsIn(zip, { statement, models, sums }, add);
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    found.fault = error.message;
  } finally {
    await zip?.close();
  }
  return found;
}

const NOTHING: Omit<Retraced, 'checks'> = {
  ...{ audience: null, desk: '', article: null, report: null, signed_at: '' },
  ...{ report_key: '', zip_key: '', is_trusted: null, fault: null },
};

type Add = (checked: Checked) => void;

async function sealIn(zip: OpenZip, found: Retraced, trusted: readonly string[], add: Add): Promise<ZipSeal> {
  const seal = await checkedSeal(zip);
  found.audience = seal.audience;
  found.desk = seal.desk.name;
  found.article = seal.article.number;
  found.report = seal.report;
  found.zip_key = seal.key;
  found.report_key = seal.report_key;
  add(recomputed('Seal', 'The names of all files and their hashes are signed by the key that lies beside them.'));
  if (trusted.length > 0) {
    found.is_trusted = trusted.includes(seal.key);
    add(recomputed('Key', `It is the key that you named.`, found.is_trusted ? [] : [otherKey(seal, trusted)]));
  }
  return seal;
}

function otherKey({ key, report_key }: ZipSeal, trusted: readonly string[]): string {
  if (key !== report_key && trusted.includes(report_key))
    return `The report names the key that you trust, but the ZIP was sealed with another, ${key}: compare that one with the desk’s page, and name it.`;
  return `It was sealed with another key than the one that you trust: ${key}.`;
}

async function signedIn(zip: OpenZip, seal: ZipSeal, add: Add): Promise<{ statement: Statement; models: Models }> {
  const statement = await checkedStatement(zip, seal);
  const vouched = seal.key === seal.report_key ? '' : ' An older key of the desk signed it, which the seal names.';
  add(recomputed('Statement', `What was signed is signed by its key.${vouched}`));
  const models = await checkedModels(zip, statement, seal);
  const which = models.internal === null ? 'The public model has' : 'Both models have';
  add(recomputed('Models', `${which} the hash and the form that were signed.`));
  if (models.internal === null)
    add(taken('Internal model', 'Of the internal model the public ZIP has no more than the hash that was signed.'));
  return { statement, models };
}

async function contentsIn(zip: OpenZip, { statement, models, sums }: Contents, add: Add): Promise<void> {
  for (const model of [models.public, models.internal]) if (model !== null) await assertSameJson(zip, model);
  add(
    recomputed(
      'Numbers',
      'Counts, tallies, sources and quotations are what the report makes them.',
      arithmeticOf(models),
    ),
  );
  for (const checked of await checkCopies(zip, models.own, sums)) add(checked);
  if (models.internal === null)
    add(taken('Log', 'Of the desk’s log the public ZIP has no more than the head that was signed.'));
  else add(recomputed('Log', await checkLog(zip, statement)));
  for (const checked of ruleChecks(models)) add(checked);
}

interface Contents {
  statement: Statement;
  models: Models;
  sums: Sums;
}

function arithmeticOf({ public: outside, internal }: Models): string[] {
  return [internal, outside].flatMap((model) => (model === null ? [] : faultsOfArithmetic(model)));
}

/** The file `…json` is the model, in another order and with line ends. */
async function assertSameJson(zip: OpenZip, model: Report): Promise<void> {
  const folder = `${model.audience}/`;
  const name = zip.names.find(
    (one) => /^(public|internal)\/claimdesk-[\w-]+\.json$/.test(one) && one.startsWith(folder),
  );
  if (name === undefined) return;
  const value = parsed(name, await zip.textOf(name));
  if (!isDeepStrictEqual(value, model)) throw new ZipRefused(`${name} is not the model that was signed.`);
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ZipRefused(`${name} is not JSON.`);
  }
}

function ruleChecks({ own, public: outside, internal }: Models): Checked[] {
  const rules = rulesRecomputed(own);
  const others = internal === null ? [] : rulesRecomputed(outside);
  const of = (how: string) =>
    rules
      .filter((one) => one.how === how)
      .map(({ rule }) => rule)
      .join(', ');
  const faults = [...rules, ...others].flatMap((one) => one.faults);
  const in_part = of('in_part') === '' ? '' : ` As far as the report tells what they ask: ${of('in_part')}.`;
  return [
    recomputed('Sign-off checks', `Checked again, with the same result: ${of('recomputed')}.${in_part}`, faults),
    taken('Sign-off checks', `As signed, since no report holds what they ask: ${of('taken')}.`),
  ];
}
