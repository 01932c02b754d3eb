// Listens to what others do: by a stream where one comes through, else by asking; not while nobody looks.
import { listeningPlace, type Told } from './told.ts';

/** Until the first word comes on a stream. A proxy that holds it back brings none. */
const PATIENCE_MILLISECONDS = 10_000;
const ASKING_MILLISECONDS = 20_000;
/** After so many times of asking, a stream is tried again. */
const STREAM_AGAIN = 15;
/** A window that is left for a moment keeps its stream. */
const LEFT_MILLISECONDS = 10_000;

export interface Hears {
  onTold: (told: Told) => void;
  /** Nothing more will be told: signed out, or no member any more. */
  onOver: () => void;
}

export function listen(page: string, hears: Hears): void {
  const listening = new Listening(page, hears);
  document.addEventListener('visibilitychange', () => listening.follow());
  window.addEventListener('pagehide', () => listening.stop());
  window.addEventListener('pageshow', ({ persisted }) => persisted && listening.follow());
  listening.follow();
}

class Listening {
  readonly #page: string;
  readonly #hears: Hears;
  #source: EventSource | null = null;
  #timer = 0;
  #asked = 0;
  #is_over = false;

  constructor(page: string, hears: Hears) {
    this.#page = page;
    this.#hears = hears;
  }

  /** Whether somebody looks decides. */
  follow(): void {
    window.clearTimeout(this.#timer);
    if (this.#is_over) return;
    if (document.hidden) this.#timer = window.setTimeout(() => this.stop(), LEFT_MILLISECONDS);
    else if (this.#source === null) this.#stream();
  }

  stop(): void {
    this.#source?.close();
    this.#source = null;
    window.clearTimeout(this.#timer);
  }

  #stream(): void {
    this.stop();
    const ask = () => void this.#ask();
    const source = new EventSource(addressFor(this.#page));
    this.#source = source;
    this.#timer = window.setTimeout(ask, PATIENCE_MILLISECONDS);
    source.addEventListener('state', ({ data }) => {
      if (!document.hidden) window.clearTimeout(this.#timer);
      this.#hears.onTold(JSON.parse(data));
    });
    // Whoever signed in again in another window meanwhile is here: only the desk's answer to this page now ends it.
    source.addEventListener('over', ask);
    source.addEventListener('elsewhere', ask);
    source.addEventListener('error', () => source.readyState === EventSource.CLOSED && ask());
  }

  async #ask(): Promise<void> {
    this.stop();
    if (document.hidden) return;
    this.#asked += 1;
    if (this.#asked % STREAM_AGAIN === 0) return this.#stream();
    const told = await answerTo(this.#page);
    if (told === 'over') return this.#end();
    if (told !== null) this.#hears.onTold(told);
    if (this.#source === null) this.#timer = window.setTimeout(() => this.#ask(), ASKING_MILLISECONDS);
  }

  #end(): void {
    this.stop();
    this.#is_over = true;
    this.#hears.onOver();
  }
}

function addressFor(page: string): string {
  const place = listeningPlace();
  return `${place?.dataset.live}?${new URLSearchParams({ page, seen: place?.dataset.seen ?? '' })}`;
}

/** null where the desk did not answer. */
async function answerTo(page: string): Promise<Told | 'over' | null> {
  try {
    const answer = await fetch(addressFor(page), { credentials: 'same-origin', cache: 'no-store' });
    if (answer.redirected || answer.status === 404) return 'over';
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
