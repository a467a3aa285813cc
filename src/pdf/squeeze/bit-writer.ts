/** Bytes written bit by bit, the first bit lowest. */
export type BitWriter = {
  /** The lowest `bits` of a value, 0 to 16. */
  readonly write: (value: number, bits: number) => void;
  /** Fills the last byte up. */
  readonly fill: () => void;
  readonly bytes: () => Uint8Array;
};

export function createBitWriter(): BitWriter {
  const out: number[] = [];
  let held = 0;
  let count = 0;
  return {
    write: (value, bits) => {
      held |= value << count;
      count += bits;
      for (; count >= 8; count -= 8) {
        out.push(held & 0xff);
        held >>>= 8;
      }
    },
    fill: () => {
      if (count > 0) out.push(held & 0xff);
      held = 0;
      count = 0;
    },
    bytes: () => Uint8Array.from(out),
  };
}
