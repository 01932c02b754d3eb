// The model of the desk's page of what the writer handed in.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { saySize } from '#src/counted.ts';
import { later, sayTime } from '#src/dates.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { may } from '#src/people/permissions.ts';
import { SOURCE_TYPE_LABELS, SOURCE_TYPES } from '#src/sources/card/source-type.ts';
import { kindOfType } from '#src/sources/snapshots/kinds.ts';
import type { SourceType } from '#src/sources/tables.ts';
import { type AboutFound, LEFT_DAYS, placeAbout } from './piece.ts';
import type { PieceFound } from './store.ts';
import type { PieceKind } from './tables.ts';

export interface PieceShown {
  id: string;
  kind: PieceKind;
  /** "a PDF, 2.1 MB". */
  kind_words: string;
  name: string;
  body: string;
  phone: string;
  mail: string;
  words: string;
  about: string;
  place: AboutFound | null;
  is_confidential: boolean;
  /** What came before without the tick, and was taken so: its card is open still. */
  taken_open: { source_number: number | null } | null;
  from: string;
  sha256: string | null;
  has_file: boolean;
  /** "taken by Ben Okafor, today 15:40"; '' while nobody has decided. */
  became: string;
  source_number: number | null;
  is_left: boolean;
  is_erased: boolean;
  /** What the form of its card offers. */
  type: SourceType;
}

const DAY = 86_400_000;

/** `placeAbout` reads the whole text for each piece, of which there may be hundreds: others have their turn between. */
export async function piecesPage(
  { article, ground, pieces, now }: { article: ArticleFound; ground: VersionText; pieces: PieceFound[]; now: string },
  refused?: RefusedForm,
) {
  const { number, title, language, role } = article;
  const takenOpen = takenOpenAmong(pieces);
  const shown = await mapInTurns(pieces, (piece) => {
    return { ...pieceShown(piece, { ground, zone: article.time_zone, now }), taken_open: takenOpen(piece) };
  });
  return {
    title: 'Handed in by the writer',
    nav: 'articles' as const,
    where: article.desk_name,
    tab: 'package' as const,
    article: { number, title, language },
    may_take: may(role, 'keep_copies'),
    may_link: may(role, 'make_writer_links'),
    may_erase: may(role, 'erase_copies'),
    types: SOURCE_TYPES.map((value): Option => ({ value, label: SOURCE_TYPE_LABELS[value] })),
    waiting: shown.filter(({ became, is_erased }) => became === '' && !is_erased),
    decided: shown.filter(({ became, is_erased }) => became !== '' || is_erased).reverse(),
    ...refused,
  };
}

function pieceShown(
  piece: PieceFound,
  { ground, zone, now }: { ground: VersionText; zone: string; now: string },
): Omit<PieceShown, 'taken_open'> {
  const { id, kind, name, body, phone, mail, words, about, sha256, size, media_type, source_number } = piece;
  const say = (at: string) => sayTime(at, zone, now);
  return {
    ...{ id, kind, name, body, phone, mail, words, about, sha256, source_number },
    kind_words: kind === 'file' ? `${kindOfType(media_type).words}, ${saySize(size)}` : KINDS[kind],
    place: about === '' ? null : placeAbout(about, ground),
    is_confidential: piece.is_confidential === 1,
    from: `${piece.writer_name}, ${say(piece.handed_at)}`,
    has_file: piece.file_id !== null,
    became: becameOf(piece, say),
    is_left: piece.decision === 'left',
    is_erased: piece.erased_at !== null,
    type: /^(image|audio|video)\//.test(media_type) ? 'image' : 'document',
  };
}

/** Of a piece that waits as confidential, the same that was taken as it came first. */
function takenOpenAmong(pieces: readonly PieceFound[]): (piece: PieceFound) => PieceShown['taken_open'] {
  const open = pieces.filter(({ is_confidential, decision }) => is_confidential === 0 && decision === 'taken');
  const by_key = new Map(open.map(({ source_number, ...one }) => [keyOf(one), { source_number }]));
  return (piece) => {
    const waits = piece.is_confidential === 1 && piece.decision === null && piece.erased_at === null;
    return (waits && by_key.get(keyOf(piece))) || null;
  };
}

type Same = Pick<PieceFound, 'link_id' | 'kind' | 'sha256' | 'name' | 'body' | 'phone' | 'mail' | 'words'>;

function keyOf({ link_id, kind, sha256, name, body, phone, mail, words }: Same): string {
  return JSON.stringify([link_id, kind, ...(kind === 'file' ? [sha256] : [name, body, phone, mail, words])]);
}

const KINDS = { contact: 'somebody to call', note: 'a note' };

function becameOf(piece: PieceFound, say: (at: string) => string): string {
  const { decision, decided_at, decider_name, erased_at } = piece;
  if (erased_at !== null) return `erased ${say(erased_at)}`;
  if (decision === null || decided_at === null) return '';
  const who = `by ${decider_name ?? 'the operator'}, ${say(decided_at)}`;
  return decision === 'taken' ? `taken ${who}` : `left ${who}; erased ${say(later(decided_at, LEFT_DAYS * DAY))}`;
}
