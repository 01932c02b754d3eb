// What a column of a spreadsheet of claims may be, and the names by which each is known. Pure.
import { foldKey } from '#src/text-fields.ts';

export const SHEET_FIELDS = [
  'words',
  'paragraph',
  'status',
  'source',
  'note',
  'checker',
  'number',
  'exported',
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Of these a table may have several columns: what they say stands one below the other. */
export const REPEATED: readonly SheetField[] = ['source', 'note'];

export const FIELD_LABELS: Record<SheetField, string> = {
  words: 'words of the article',
  paragraph: 'paragraph of the text',
  status: 'status (suggests a verdict)',
  source: 'source (suggested)',
  note: 'note',
  checker: 'checker',
  number: 'number of the claim',
  exported: 'as the desk wrote it',
};

const NAMES: Record<Exclude<SheetField, 'number' | 'exported'>, string> = {
  words:
    'words, claim, claims, claim text, quote, text, statement, fact, facts, sentence, fact to check, phrase, line, assertion, aussage, behauptung, zitat, satz, fakt, affirmation, citation, phrase à vérifier, énoncé, afirmación, cita, frase, afirmação, påstand',
  paragraph:
    'paragraph, para, par, graf, graph, paragraph number, para no, paragraph no, ¶, absatz, paragraphe, párrafo, parágrafo, afsnit',
  status:
    'status, verdict, rating, result, finding, checked, ok, correct, outcome, is it so, true/false, true or false, ergebnis, bewertung, urteil, geprüft, statut, résultat, vérifié, estado, resultado, veredicto, resultat',
  source:
    'source, sources, source url, source link, link, links, url, urls, evidence, reference, references, backup, proof, where found, quelle, quellen, beleg, belege, lien, liens, preuve, fuente, fuentes, enlace, fonte, fontes, kilde, kilder',
  note: 'note, notes, comment, comments, remark, remarks, explanation, correction, fix, details, notiz, notizen, anmerkung, kommentar, bemerkung, remarque, remarques, commentaire, nota, notas, comentario, comentarios, comentário, bemærkning',
  checker:
    'checker, fact checker, fact-checker, checked by, assigned to, assignee, owner, who, by, reviewer, initials, prüfer, geprüft von, zuständig, vérificateur, vérifié par, responsable, verificador, verificado por',
};

const FIELD_OF = new Map<string, SheetField>(
  Object.entries(NAMES).flatMap(([field, names]) => names.split(', ').map((name) => [name, field as SheetField])),
);

/** A longer name is cut. */
export const LONGEST_NAME = 200;

/** "Source 2", "Note(s)", "Status:". */
export function fieldNamed(name: string): SheetField | undefined {
  const key = foldKey(name.slice(0, LONGEST_NAME));
  const bare = key
    .replace(/\(s\)/g, 's')
    .replace(/[\s#:?*.]*\d*[\s#:?*.]*$/, '')
    .replaceAll('_', ' ')
    .trim();
  return FIELD_OF.get(key) ?? FIELD_OF.get(bare);
}
