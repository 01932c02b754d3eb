// The open streams of this process: woken when something changed, bounded, and ended with the server.
import { EVERYTHING, onCommit } from '#src/database/after-commit.ts';
import type { Db } from '#src/database/engine.ts';
import type { Heard, Notices } from '#src/database/postgres-notices.ts';
import { type OpenPage, Presence } from './presence.ts';
import { Shared } from './shared.ts';

/** So often each stream is looked at although nobody said anything, and something is written on it, so that no proxy cuts it. */
const BEAT_MILLISECONDS = 20_000;
/** What comes within so short a time is told at once. */
const GATHERED_MILLISECONDS = 120;
/** What changes within so short a time is one message to other processes, of so many ids at most. */
const TOLD_TOGETHER_MILLISECONDS = 30;
const MOST_IN_ONE = 100;
/** A browser has six connections to one desk, and pages need some of them. */
const MOST_STREAMS_OF_PERSON = 4;
const MOST_STREAMS = 500;

export interface Stream extends OpenPage {
  desk_id: string;
  /** Looks whether its reader may still read, and what there is to tell; tells it. Throws nothing. */
  look(): Promise<void>;
  /** Ends it; `elsewhere`: its reader has opened too many. */
  end(why: 'elsewhere' | 'stopped'): void;
}

/** What one process tells the others: ids of articles and desks that changed, and pages that opened, closed or are written in. */
interface Told {
  from: string;
  changed?: string[];
  here?: OpenPage & { claim?: number | null; is_left?: boolean };
}

export class Live {
  readonly presence = new Presence();
  readonly shared = new Shared();
  readonly now: () => string;
  readonly #streams = new Set<Stream>();
  readonly #changed = new Set<string>();
  /** What other processes have still to be told. */
  readonly #untold = new Set<string>();
  readonly #name = crypto.randomUUID();
  readonly #stop_listening: () => void;
  readonly #beat_milliseconds: number;
  #notices: Notices | undefined;
  #is_stopped = false;
  #beat: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #telling: NodeJS.Timeout | undefined;

  /** On what is stored in this database by this process; `now` says the time as ISO text. */
  constructor(db: Db, now: () => string, beat_milliseconds = BEAT_MILLISECONDS) {
    this.now = now;
    this.#beat_milliseconds = beat_milliseconds;
    this.#stop_listening = onCommit(db, (changed) => {
      this.#wake(changed);
      this.#tellSoon(changed);
    });
  }

  /** Tells other processes of the desk, and is told by them: `open` gets what is done with each message, and where some may be lost. */
  join(open: (heard: Heard) => Notices): void {
    this.#notices = open({ onNotice: (text) => this.#hear(text), onGap: () => this.#wake([EVERYTHING]) });
  }

  /** False where there are too many in all. The oldest of a person who opens more than a few is ended. */
  open(stream: Stream): boolean {
    const own = [...this.#streams].filter(({ person_id }) => person_id === stream.person_id);
    for (const oldest of own.slice(0, Math.max(0, own.length + 1 - MOST_STREAMS_OF_PERSON))) oldest.end('elsewhere');
    if (this.#is_stopped || this.#streams.size >= MOST_STREAMS) return false;
    this.#streams.add(stream);
    this.#beat ??= this.#nextBeat();
    this.here(stream);
    return true;
  }

  close(stream: Stream): void {
    if (!this.#streams.delete(stream)) return;
    this.left(stream);
  }

  /** A page is open; `claim`: the one in whose fields somebody is, null for none, where the page says so. */
  here({ page, article_id, person_id }: OpenPage, claim?: number | null): void {
    const is_news = this.presence.note({ page, article_id, person_id }, Date.now(), claim);
    this.#tell({ here: { page, article_id, person_id, ...(claim !== undefined && { claim }) } });
    if (is_news) this.#wake([article_id]);
  }

  left({ page, article_id, person_id }: OpenPage): void {
    this.presence.leave({ page, article_id, person_id });
    this.#tell({ here: { page, article_id, person_id, is_left: true } });
    this.#wake([article_id]);
  }

  /** Ends all streams, so that a stop need not wait for them. */
  async stop(): Promise<void> {
    this.#is_stopped = true;
    this.#stop_listening();
    clearTimeout(this.#beat);
    clearTimeout(this.#gathering);
    this.#tellChanged();
    for (const stream of [...this.#streams]) stream.end('stopped');
    await this.#notices?.close();
  }

  #wake(changed: readonly string[]): void {
    if (this.#streams.size === 0) return;
    for (const id of changed) this.#changed.add(id);
    this.#gathering ??= setTimeout(() => this.#lookAtChanged(), GATHERED_MILLISECONDS).unref();
  }

  #lookAtChanged(): void {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    this.#gathering = undefined;
    for (const stream of this.#streams)
      if ([stream.article_id, stream.desk_id, EVERYTHING].some((id) => changed.has(id))) void stream.look();
  }

  #nextBeat(): NodeJS.Timeout {
    return setTimeout(async () => {
      this.presence.sweep(Date.now());
      for (const stream of [...this.#streams]) {
        this.here(stream);
        await stream.look();
      }
      this.#beat = this.#streams.size > 0 && !this.#is_stopped ? this.#nextBeat() : undefined;
    }, this.#beat_milliseconds).unref();
  }

  /** A message for each save would cost more than many a page; those who hear it gather for longer. */
  #tellSoon(changed: readonly string[]): void {
    if (this.#notices === undefined) return;
    for (const id of changed) this.#untold.add(id);
    this.#telling ??= setTimeout(() => this.#tellChanged(), TOLD_TOGETHER_MILLISECONDS).unref();
  }

  #tellChanged(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const untold = [...this.#untold];
    this.#untold.clear();
    for (let from = 0; from < untold.length; from += MOST_IN_ONE)
      this.#tell({ changed: untold.slice(from, from + MOST_IN_ONE) });
  }

  #tell(told: Omit<Told, 'from'>): void {
    this.#notices?.tell(JSON.stringify({ from: this.#name, ...told } satisfies Told));
  }

  #hear(text: string): void {
    const { from, changed, here } = JSON.parse(text) as Told;
    if (from === this.#name) return;
    if (changed) this.#wake(changed);
    if (!here) return;
    if (here.is_left) this.presence.leave(here);
    const is_news = here.is_left || this.presence.note(here, Date.now(), here.claim);
    if (is_news) this.#wake([here.article_id]);
  }
}
