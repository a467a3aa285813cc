/** A CFF program (Adobe Technical Note 5176), as far as rules look at it. */
export type CffProgram = {
  readonly glyphCount: number;
  /** 0 for a CID that the program does not have. */
  readonly glyphOfCid: (cid: number) => number;
  /** Advance in thousandths of the em; null where it cannot be told. */
  readonly widthOf: (glyph: number) => number | null;
};

type Dict = ReadonlyMap<number, readonly number[]>;

/** Widths and subroutines of one private dictionary. */
type Private = {
  readonly standard: number;
  readonly nominal: number;
  readonly subroutines: readonly Uint8Array[];
};

const CHARSET = 15;
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const FONT_MATRIX = 12 * 256 + 7;
const ROS = 12 * 256 + 30;
const FD_ARRAY = 12 * 256 + 36;
const FD_SELECT = 12 * 256 + 37;

/** Reads a CFF program; null when it is broken. */
export function readCff(given: Uint8Array): CffProgram | null {
  try {
    return read(given);
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function read(given: Uint8Array): CffProgram | null {
  const bytes = bareCff(given);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = readIndex(view, view.getUint8(2));
  const tops = readIndex(view, names.end);
  const strings = readIndex(view, tops.end);
  const globals = readIndex(view, strings.end);
  const [topBytes] = tops.items;
  if (topBytes === undefined) return null;
  const top = readDict(topBytes);
  const charStrings = readIndex(view, top.get(CHAR_STRINGS)?.[0] ?? -1).items;
  const isCid = top.has(ROS);
  const fontDicts = isCid
    ? readIndex(view, top.get(FD_ARRAY)?.[0] ?? -1).items.map((item) => readDict(item))
    : [top];
  const privates = fontDicts.map((dict) => readPrivate(view, dict));
  const select = isCid ? readSelect(view, top.get(FD_SELECT)?.[0] ?? -1, charStrings.length) : null;
  const scale = 1000 * (top.get(FONT_MATRIX)?.[0] ?? 0.001);
  const cids = isCid ? readCharset(view, top.get(CHARSET)?.[0] ?? 0, charStrings.length) : null;
  return {
    glyphCount: charStrings.length,
    glyphOfCid: (cid) => (cids === null ? (cid < charStrings.length ? cid : 0) : (cids.get(cid) ?? 0)),
    widthOf: (glyph) => {
      const charString = charStrings[glyph];
      const own = privates[select === null ? 0 : (select[glyph] ?? -1)];
      if (charString === undefined || own === undefined) return null;
      const extra = widthIn(charString, { own, globals: globals.items });
      return extra === undefined ? null : (extra === null ? own.standard : own.nominal + extra) * scale;
    },
  };
}

/** The CFF table of an OpenType file, or the bytes as they are. */
function bareCff(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x4f54544f) return bytes;
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    if (view.getUint32(at) !== 0x43464620) continue;
    const start = view.getUint32(at + 8);
    return bytes.subarray(start, start + view.getUint32(at + 12));
  }
  return bytes;
}

function readIndex(
  view: DataView,
  at: number,
): { readonly items: readonly Uint8Array[]; readonly end: number } {
  const count = view.getUint16(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = view.getUint8(at + 2);
  const offset = (index: number): number => {
    let value = 0;
    for (let step = 0; step < size; step += 1)
      value = value * 256 + view.getUint8(at + 3 + index * size + step);
    return value;
  };
  const data = at + 2 + (count + 1) * size;
  const items: Uint8Array[] = [];
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [data + offset(index), data + offset(index + 1)];
    if (end > view.byteLength || start > end) throw new RangeError('an index of CFF reaches out of it');
    items.push(new Uint8Array(view.buffer, view.byteOffset + start, end - start));
  }
  return { items, end: data + offset(count) };
}

function readDict(bytes: Uint8Array): Dict {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    if (first <= 21) {
      const isTwo = first === 12;
      dict.set(isTwo ? 12 * 256 + (bytes[at + 1] ?? 0) : first, operands);
      operands = [];
      at += isTwo ? 2 : 1;
    } else if (first === 30) {
      const real = readReal(bytes, at + 1);
      operands.push(real.value);
      at = real.end;
    } else {
      const number = readNumber(bytes, at);
      operands.push(number.value);
      at = number.end;
    }
  }
  return dict;
}

function readReal(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let text = '';
  for (let at = start; at < bytes.length; at += 1) {
    for (const nibble of [(bytes[at] ?? 0) >> 4, (bytes[at] ?? 0) & 15]) {
      if (nibble === 15) return { value: Number(text), end: at + 1 };
      text += '0123456789.EE -'.charAt(nibble).trim() + (nibble === 12 ? '-' : '');
    }
  }
  return { value: Number.NaN, end: bytes.length };
}

/** An integer of a dictionary, or of a charstring but for 255. */
function readNumber(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = bytes.subarray(at, at + 5);
  if (first === 28) return { value: (((second << 8) | third) << 16) >> 16, end: at + 3 };
  if (first === 29) return { value: (second << 24) | (third << 16) | (fourth << 8) | fifth, end: at + 5 };
  if (first < 247) return { value: first - 139, end: at + 1 };
  if (first < 251) return { value: (first - 247) * 256 + second + 108, end: at + 2 };
  return { value: -(first - 251) * 256 - second - 108, end: at + 2 };
}

function readPrivate(view: DataView, dict: Dict): Private {
  const [size = 0, offset = 0] = dict.get(PRIVATE) ?? [];
  if (size === 0) return { standard: 0, nominal: 0, subroutines: [] };
  if (offset + size > view.byteLength) throw new RangeError('a private dictionary reaches out of CFF');
  const own = readDict(new Uint8Array(view.buffer, view.byteOffset + offset, size));
  const local = own.get(19)?.[0];
  return {
    standard: own.get(20)?.[0] ?? 0,
    nominal: own.get(21)?.[0] ?? 0,
    subroutines: local === undefined ? [] : readIndex(view, offset + local).items,
  };
}

/** The font dictionary of each glyph. */
function readSelect(view: DataView, at: number, count: number): readonly number[] {
  if (view.getUint8(at) === 0)
    return Array.from({ length: count }, (_, glyph) => view.getUint8(at + 1 + glyph));
  const select: number[] = [];
  const ranges = view.getUint16(at + 1);
  for (let index = 0; index < ranges; index += 1) {
    const place = at + 3 + 3 * index;
    const next = Math.min(count, view.getUint16(place + 3));
    for (let glyph = view.getUint16(place); glyph < next; glyph += 1)
      select[glyph] = view.getUint8(place + 2);
  }
  return select;
}

/** Glyphs by CID. */
function readCharset(view: DataView, at: number, count: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>([[0, 0]]);
  if (at <= 2) {
    for (let glyph = 0; glyph < count; glyph += 1) glyphs.set(glyph, glyph);
    return glyphs;
  }
  const format = view.getUint8(at);
  for (let glyph = 1, place = at + 1; glyph < count;) {
    const first = view.getUint16(place);
    const left = format === 0 ? 0 : format === 1 ? view.getUint8(place + 2) : view.getUint16(place + 2);
    for (let step = 0; step <= left && glyph < count; step += 1, glyph += 1) glyphs.set(first + step, glyph);
    place += format === 0 ? 2 : format === 1 ? 3 : 4;
  }
  return glyphs;
}

/** Operators of charstrings, and how many operands they take when no width comes before. */
const FIRST_OPERATORS: Readonly<Record<number, number | 'even'>> = {
  1: 'even',
  3: 'even',
  18: 'even',
  23: 'even',
  19: 'even',
  20: 'even',
  4: 1,
  22: 1,
  21: 2,
  14: 0,
};

/** Bytes of one charstring and its subroutines that are read for its width. */
const MOST_STEPS = 10_000;

function widthBefore(operator: number, stack: readonly number[]): number | null | undefined {
  const takes = FIRST_OPERATORS[operator];
  if (takes === undefined) return undefined;
  // endchar may take four operands of its own, to build an accent.
  const own = operator === 14 && stack.length >= 4 ? 4 : takes;
  const hasWidth = own === 'even' ? stack.length % 2 === 1 : stack.length > own;
  return hasWidth ? stack[0] : null;
}

/** The width before the first operator of a charstring; null when there is none, undefined where it cannot be told. */
function widthIn(
  charString: Uint8Array,
  { own, globals }: { readonly own: Private; readonly globals: readonly Uint8Array[] },
): number | null | undefined {
  const stack: number[] = [];
  const calls: { readonly bytes: Uint8Array; at: number }[] = [{ bytes: charString, at: 0 }];
  for (let step = 0; step < MOST_STEPS && calls.length > 0 && calls.length < 12; step += 1) {
    const call = calls.at(-1);
    const first = call?.bytes[call.at];
    if (call === undefined || first === undefined) return undefined;
    if (first === 10 || first === 29) {
      const list = first === 10 ? own.subroutines : globals;
      const bias = list.length < 1240 ? 107 : list.length < 33_900 ? 1131 : 32_768;
      const called = list[(stack.pop() ?? 0) + bias];
      call.at += 1;
      if (called === undefined) return undefined;
      calls.push({ bytes: called, at: 0 });
    } else if (first === 11) calls.pop();
    else if (first === 255) {
      const [, one = 0, two = 0, three = 0, four = 0] = call.bytes.subarray(call.at, call.at + 5);
      stack.push(((one << 24) | (two << 16) | (three << 8) | four) / 65_536);
      call.at += 5;
    } else if (first >= 32 || first === 28) {
      const number = readNumber(call.bytes, call.at);
      stack.push(number.value);
      call.at = number.end;
    } else {
      return widthBefore(first, stack);
    }
  }
  return undefined;
}
