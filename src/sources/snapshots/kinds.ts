// The kinds of thing that a saved copy may be: media types, what people call them, endings. Pure.

export interface Kind {
  media_type: string;
  /** As people call it, with its article: "a PDF". */
  words: string;
  /** What its names end with; the first is given where a name ends with something else. */
  endings: readonly string[];
  /** Whether the desk can read words in it. */
  has_words: boolean;
}

const KINDS: readonly Kind[] = [
  { media_type: 'application/pdf', words: 'a PDF', endings: ['pdf'], has_words: true },
  {
    media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'a Word document',
    endings: ['docx'],
    has_words: true,
  },
  { media_type: 'text/html', words: 'a web page', endings: ['html', 'htm', 'xhtml'], has_words: true },
  { media_type: 'message/rfc822', words: 'a mail', endings: ['eml', 'mhtml', 'mht'], has_words: true },
  {
    media_type: 'text/plain',
    words: 'plain text',
    endings: ['txt', 'text', 'md', 'csv', 'tsv', 'json', 'xml', 'log', 'srt', 'vtt'],
    has_words: true,
  },
  { media_type: 'image/png', words: 'a PNG picture', endings: ['png'], has_words: false },
  { media_type: 'image/jpeg', words: 'a JPEG picture', endings: ['jpg', 'jpeg'], has_words: false },
  { media_type: 'image/gif', words: 'a GIF picture', endings: ['gif'], has_words: false },
  { media_type: 'image/webp', words: 'a WebP picture', endings: ['webp'], has_words: false },
  { media_type: 'image/avif', words: 'an AVIF picture', endings: ['avif'], has_words: false },
  { media_type: 'image/svg+xml', words: 'an SVG drawing', endings: ['svg'], has_words: false },
];

const SOUND_ENDINGS: Readonly<Record<string, string>> = { mpeg: 'mp3', mp4: 'm4a', wave: 'wav', vorbis: 'ogg' };
/** What a browser or a reader may be handed under its own name: nothing in it can run. */
const PASSIVE = /^(text\/plain|image\/(png|jpeg|gif|webp|avif)|audio\/[\w.+-]+)$/;

/** What may be brought, in words and for the file field of a form. */
export const ACCEPTED =
  'a PDF, a picture (PNG, JPEG, GIF, WebP, AVIF, SVG), a web page, a mail, a Word document (.docx), plain text or a sound';
export const ACCEPTED_ENDINGS = `${KINDS.flatMap(({ endings }) => endings.map((one) => `.${one}`)).join(',')},audio/*`;

/** Whether things of this media type may be brought by hand. A capture keeps whatever comes. */
export function isAccepted(media_type: string): boolean {
  return KINDS.some((kind) => kind.media_type === media_type) || media_type.startsWith('audio/');
}

/** The kind with this media type; what the desk has no name for is "a file of another kind". */
export function kindOfType(media_type: string): Kind {
  const known = KINDS.find((kind) => kind.media_type === media_type);
  if (known) return known;
  const ending = /^[a-z]+\/(?:x-)?([a-z0-9]{2,5})$/.exec(media_type)?.[1] ?? 'bin';
  const others = { media_type, has_words: false };
  if (media_type.startsWith('audio/'))
    return { ...others, words: 'a sound', endings: [SOUND_ENDINGS[ending] ?? ending] };
  if (media_type.startsWith('video/')) return { ...others, words: 'a video', endings: [ending] };
  return {
    ...others,
    words: 'a file of another kind',
    endings: [/^application\/zip$/.test(media_type) ? 'zip' : 'bin'],
  };
}

/** The kind that a name speaks of by its ending; undefined where it says nothing. */
export function kindOfName(name: string): Kind | undefined {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.find(({ endings }) => endings.includes(ending));
}

/** The media type under which a copy is handed out: its own where nothing in it can run, else plain bytes. */
export function typeForDownload(media_type: string): string {
  return PASSIVE.test(media_type) ? media_type : 'application/octet-stream';
}
