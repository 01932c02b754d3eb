// What the groups of a rich text file are for: text, something beside it, or nothing that is read. Pure.
import { ofWord } from './rtf-words.ts';

export type Destination =
  | 'text'
  | 'skipped'
  /** Not known here: its words are named where it has any. */
  | 'unknown'
  | 'fonts'
  | 'styles'
  | 'author'
  /** Those who changed something. */
  | 'revisers'
  | 'instruction'
  | 'marker'
  | 'note'
  | 'comment'
  | 'commenter'
  | 'box'
  | 'edge'
  | 'equation'
  | 'picture'
  /** The same text once more, in Unicode. */
  | 'unicode';

/** By the control word that begins the group, whether a star stands before it or not. */
const BY_WORD: Record<string, Destination> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  author: 'author',
  revtbl: 'revisers',
  fldinst: 'instruction',
  listtext: 'marker',
  pntext: 'marker',
  footnote: 'note',
  annotation: 'comment',
  atnauthor: 'commenter',
  shptxt: 'box',
  moMath: 'equation',
  moMathPara: 'equation',
  pict: 'picture',
  // Read like what stands around them.
  fldrslt: 'text',
  shppict: 'text',
  shpinst: 'text',
  shp: 'text',
  field: 'text',
  result: 'text',
  object: 'text',
  mmath: 'text',
  do: 'text',
  dptxbxtext: 'box',
  ud: 'unicode',
  ...each('header headerl headerr headerf footer footerl footerr footerf', 'edge'),
  ...each(
    `colortbl listtable listoverridetable rsidtbl generator filetbl fchars lchars themedata colorschememapping
    latentstyles datastore xmlnstbl xmlopen xmlclose wgrffmtfilter pgptbl pgp pnseclvl pn bkmkstart bkmkend atrfstart
    atrfend atnid atnref atndate atntime atnparent atnicn ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn objdata objclass
    objname objalias objsect objtime nonshppict shprslt sp sn sv blipuid blipupi picprop panose falt fontemb fontfile
    formfield ffname datafield template docvar userprops staticval propname linkval mmathPr mmathPict nonesttables
    nesttableprops listpicture list listlevel listoverride listname passwordhash password protusertbl private
    operator title subject keywords comment doccomm company manager category hlinkbase creatim revtim printim buptim
    info xe tc tcn rxe txe background upr keycode svb ebcstart ebcend factoidname writereservation
    writereservhash pgdsctbl pgdsc oldcprops oldpprops oldsprops oldtprops expandedcolortbl`,
    'skipped',
  ),
};

function each(words: string, destination: Destination): Record<string, Destination> {
  return Object.fromEntries(words.split(/\s+/).map((word) => [word, destination]));
}

/** Undefined for a word that begins no group of its own. A star marks what nobody need read who does not know it. */
export function destinationOf(word: string, isStarred: boolean): Destination | undefined {
  return ofWord(BY_WORD, word) ?? (isStarred ? 'unknown' : undefined);
}

/** Of what stands in a group that is no text, only what is passed over is told apart; of what is passed over, only these are read. */
export function isReadWithin(around: Destination, own: Destination): boolean {
  if (around === 'text' || around === 'marker') return true;
  return around === 'skipped' ? own === 'author' || own === 'unicode' : own === 'skipped';
}
