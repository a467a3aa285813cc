/** What a page takes in the file. */
export type PageHint = {
  /** Items of its own, itself among them. */
  readonly items: number;
  /** Bytes of these. */
  readonly length: number;
  /** Places in the table of shared items. */
  readonly shared: readonly number[];
};

/** Where groups of items begin and how long they are. Offsets are counted as if there were no hint stream. */
export type Hints = {
  readonly pages: readonly PageHint[];
  readonly firstPageOffset: number;
  /** Bytes of each item of part 6, then of part 8. */
  readonly sharedLengths: readonly number[];
  /** How many of them are in part 6. */
  readonly firstPageItems: number;
  /** The first item of part 8; zeros where there is none. */
  readonly shared: { readonly number: number; readonly offset: number };
  readonly outlines: {
    readonly number: number;
    readonly offset: number;
    readonly items: number;
    readonly length: number;
  };
};

/** The tables of a hint stream (ISO 32000-1, F.4), and where those behind the first begin. */
export type HintTables = { readonly bytes: Uint8Array; readonly shared: number; readonly outlines: number };

/** Writes the tables that tell a viewer which bytes a page needs. */
export function writeHints(hints: Hints): HintTables {
  const bits = createBitWriter();
  writePages(hints, bits);
  const shared = bits.length();
  writeShared(hints, bits);
  const outlines = bits.length();
  const { number, offset, items, length } = hints.outlines;
  for (const value of [number, offset, items, length]) bits.write(value, 32);
  return { bytes: bits.bytes(), shared, outlines };
}

/** F.4.1. A page's content is as long as the page: its place among the page's items is not told. */
function writePages({ pages, firstPageOffset, sharedLengths }: Hints, bits: BitWriter): void {
  const leastItems = Math.min(...pages.map(({ items }) => items));
  const leastLength = Math.min(...pages.map(({ length }) => length));
  const itemBits = bitsOf(Math.max(...pages.map(({ items }) => items)) - leastItems);
  const lengthBits = bitsOf(Math.max(...pages.map(({ length }) => length)) - leastLength);
  const sharedBits = bitsOf(Math.max(...pages.map(({ shared }) => shared.length)));
  const placeBits = bitsOf(sharedLengths.length);
  bits.write(leastItems, 32);
  bits.write(firstPageOffset, 32);
  bits.write(itemBits, 16);
  bits.write(leastLength, 32);
  bits.write(lengthBits, 16);
  // The content's offset in its page.
  bits.write(0, 32);
  bits.write(0, 16);
  bits.write(leastLength, 32);
  bits.write(lengthBits, 16);
  bits.write(sharedBits, 16);
  bits.write(placeBits, 16);
  // Where in the page a shared item is needed: in fractions that are not told.
  bits.write(0, 16);
  bits.write(4, 16);
  bits.row(
    pages.map(({ items }) => items - leastItems),
    itemBits,
  );
  bits.row(
    pages.map(({ length }) => length - leastLength),
    lengthBits,
  );
  bits.row(
    pages.map(({ shared }) => shared.length),
    sharedBits,
  );
  bits.row(
    pages.flatMap(({ shared }) => shared),
    placeBits,
  );
  bits.row(
    pages.map(({ length }) => length - leastLength),
    lengthBits,
  );
}

/** F.4.2. Each group is one item, and none is signed. */
function writeShared({ sharedLengths, firstPageItems, shared }: Hints, bits: BitWriter): void {
  const least = Math.min(...sharedLengths);
  const lengthBits = bitsOf(Math.max(...sharedLengths) - least);
  bits.write(shared.number, 32);
  bits.write(shared.offset, 32);
  bits.write(firstPageItems, 32);
  bits.write(sharedLengths.length, 32);
  bits.write(0, 16);
  bits.write(least, 32);
  bits.write(lengthBits, 16);
  bits.row(
    sharedLengths.map((length) => length - least),
    lengthBits,
  );
  bits.row(
    sharedLengths.map(() => 0),
    1,
  );
}

/** Bits that hold a number. */
const bitsOf = (value: number): number => (value === 0 ? 0 : 32 - Math.clz32(value));

type BitWriter = {
  readonly write: (value: number, width: number) => void;
  /** Numbers of one width, filled up to a whole byte. */
  readonly row: (values: readonly number[], width: number) => void;
  readonly length: () => number;
  readonly bytes: () => Uint8Array;
};

function createBitWriter(): BitWriter {
  const bytes: number[] = [];
  let [rest, free] = [0, 8];
  const write = (value: number, width: number): void => {
    for (let bit = width - 1; bit >= 0; bit -= 1) {
      rest = (rest << 1) | ((value >>> bit) & 1);
      free -= 1;
      if (free > 0) continue;
      bytes.push(rest);
      [rest, free] = [0, 8];
    }
  };
  return {
    write,
    row: (values, width) => {
      for (const value of values) write(value, width);
      if (free < 8) write(0, free);
    },
    length: () => bytes.length,
    bytes: () => Uint8Array.from(bytes),
  };
}
