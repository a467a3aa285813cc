/**
 * Results of costly work, kept from one build to the next by a key that names all they were made from. Gives back what
 * was kept, or nothing; a result that cannot be kept is no fault.
 */
export type Cache = {
  readonly read: (key: string) => Uint8Array | null;
  readonly write: (key: string, bytes: Uint8Array) => void;
};

/** Keeps nothing. */
export const NO_CACHE: Cache = { read: () => null, write: () => {} };
