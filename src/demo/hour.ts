// A moment of a story.

/** A moment of the afternoon, "15:06". The last one of a story is played as just now. */
export type Hour = `${number}:${number}`;
