import { isKind, type DictOperand, type Operand, type Operation } from './content-tokens.ts';

/** An open marked-content sequence. One object a sequence: identity tells two apart. */
export type ContentMark = {
  readonly tag: string;
  readonly mcid: number | null;
  readonly actualText: string | null;
};

/** One painting operation of a page. */
export type PaintedPiece = {
  readonly operator: string;
  /** From the outermost. */
  readonly marks: readonly ContentMark[];
  /** Resource name of the font, for text; else null. */
  readonly font: string | null;
  /** The strings that were shown, one character a byte. */
  readonly shown: readonly string[];
};

/** What a page paints, and how its marked content and state nest. */
export type PaintedContent = {
  readonly pieces: readonly PaintedPiece[];
  /** Every mark, in the order of opening. */
  readonly marks: readonly ContentMark[];
  /** Every operator, in order. */
  readonly operators: readonly string[];
  /** Faults of nesting: in words. */
  readonly faults: readonly string[];
};

const SHOWING = new Set(['Tj', 'TJ', "'", '"']);
const PAINTING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'EI']);

type State = {
  readonly open: ContentMark[];
  readonly marks: ContentMark[];
  readonly faults: string[];
  font: string | null;
  saved: (string | null)[];
  /** How many marks were open at BT; null outside a text object. */
  marksAtText: number | null;
};

/** Follows a content stream's marks and fonts. */
export function collectPieces(operations: readonly Operation[]): PaintedContent {
  const state: State = { open: [], marks: [], faults: [], font: null, saved: [], marksAtText: null };
  const pieces: PaintedPiece[] = [];
  for (const operation of operations) {
    follow(state, operation);
    const isText = SHOWING.has(operation.operator);
    if (!isText && !PAINTING.has(operation.operator)) continue;
    pieces.push({
      operator: operation.operator,
      marks: [...state.open],
      font: isText ? state.font : null,
      shown: isText ? operation.operands.flatMap(stringsOf) : [],
    });
  }
  if (state.open.length > 0)
    state.faults.push(`${state.open.length} marked-content sequences are not closed`);
  if (state.saved.length > 0) state.faults.push(`${state.saved.length} q without Q`);
  if (state.marksAtText !== null) state.faults.push('BT without ET');
  return {
    pieces,
    marks: state.marks,
    operators: operations.map((one) => one.operator),
    faults: state.faults,
  };
}

function follow(state: State, operation: Operation): void {
  const [first, second] = operation.operands;
  switch (operation.operator) {
    case 'BDC':
    case 'BMC':
      openMark(state, first, second);
      break;
    case 'EMC':
      if (state.open.pop() === undefined) state.faults.push('EMC without BDC or BMC');
      if (state.marksAtText !== null && state.open.length < state.marksAtText)
        state.faults.push('EMC of a mark that was opened before BT');
      break;
    case 'BT':
      if (state.marksAtText !== null) state.faults.push('BT inside BT');
      state.marksAtText = state.open.length;
      break;
    case 'ET':
      if (state.marksAtText === null) state.faults.push('ET without BT');
      else if (state.marksAtText !== state.open.length)
        state.faults.push('ET inside a mark that was opened after BT');
      state.marksAtText = null;
      break;
    case 'q':
      state.saved.push(state.font);
      break;
    case 'Q': {
      const font = state.saved.pop();
      if (font === undefined) state.faults.push('Q without q');
      else state.font = font;
      break;
    }
    case 'Tf':
      state.font = isKind(first, 'name') ? first.name : null;
      break;
  }
}

function openMark(state: State, tag: Operand | undefined, properties: Operand | undefined): void {
  const entries = isKind(properties, 'dict') ? properties : null;
  const mcid = entries?.entries.get('MCID');
  const mark: ContentMark = {
    tag: isKind(tag, 'name') ? tag.name : '',
    mcid: typeof mcid === 'number' ? mcid : null,
    actualText: actualTextOf(entries),
  };
  state.open.push(mark);
  state.marks.push(mark);
}

function actualTextOf(properties: DictOperand | null): string | null {
  const value = properties?.entries.get('ActualText');
  return isKind(value, 'string') ? decodeTextBytes(value.bytes) : null;
}

/** Decodes a text string: UTF-16 behind a byte order mark, else one character a byte. */
function decodeTextBytes(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return decodeUtf16(bytes.slice(2));
}

/** Decodes UTF-16 big-endian, one character a byte. */
export function decodeUtf16(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  }
  return text;
}

function stringsOf(operand: Operand): readonly string[] {
  if (isKind(operand, 'string')) return [operand.bytes];
  return Array.isArray(operand) ? operand.flatMap(stringsOf) : [];
}
