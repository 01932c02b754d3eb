// Words in -ly: nearly all say how; "family", "ally" and their like are nouns. Pure.

const NOUNS =
  /^(?:famil|all|rall|repl|suppl|assembl|anomal|monopol|duopol|oligopol|bull|bell|jell|lil|foll|gull|doll|tall|butterfl|homil|elderl|orderl|ital|jul|emil|sall|kell|moll|poll|holl|bill|dail|weekl|monthl|friendl)y$/;

/** "Recently", "firmly". */
export function isAdverb(key: string): boolean {
  return key.endsWith('ly') && key.length > 3 && !NOUNS.test(key);
}
