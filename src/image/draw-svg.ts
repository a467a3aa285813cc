import type { Cache } from '../host/cache.ts';
import { sha256 } from '../host/sha256.ts';
import { loadSharp, MOST_PIXELS } from './load-sharp.ts';

/** A drawing as a PNG, or why it cannot be drawn; `reason` goes on from the file's name. */
export type DrawnSvg =
  { readonly kind: 'drawn'; readonly png: Uint8Array } | { readonly kind: 'fault'; readonly reason: string };

/** Largest drawing that is read: a name in outlines has some ten kilobytes. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Pixels across: a broadsheet's live area at 250 an inch. */
const WIDTH = 3000;

/** Pixels an inch that SVG's own units mean. */
const USUAL_DENSITY = 72;

/** What would fetch, run, or need fonts of the machine; by local name, so that no prefix hides it. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['script', 'holds a script'],
  ['foreignobject', 'holds matter of another language'],
  ['image', 'holds a linked picture'],
  ['feimage', 'holds a linked picture'],
  ['text', 'holds text that needs a font; its letters must be outlines'],
  ['tspan', 'holds text that needs a font; its letters must be outlines'],
  ['textpath', 'holds text that needs a font; its letters must be outlines'],
  ['animate', 'is animated'],
  ['animatemotion', 'is animated'],
  ['animatetransform', 'is animated'],
  ['set', 'is animated'],
]);

/**
 * Draws an SVG as a PNG of 3000 pixels across, on a transparent ground. Refused is all but shapes: scripts, text,
 * pictures, animation, document types, and references that lead out of the file.
 */
export async function drawSvg(bytes: Uint8Array, cache: Cache): Promise<DrawnSvg> {
  const reason = findSvgFault(bytes);
  if (reason !== null) return { kind: 'fault', reason };
  const key = `drawing ${sha256(bytes)}`;
  const kept = cache.read(key);
  if (kept !== null) return { kind: 'drawn', png: kept };
  const result = await drawWith(bytes);
  if (result.kind === 'drawn') cache.write(key, result.png);
  return result;
}

async function drawWith(bytes: Uint8Array): Promise<DrawnSvg> {
  const sharp = await loadSharp();
  const loader = { operation: ['VipsForeignLoadSvgBuffer'] };
  // The loader is open for this one drawing, which was looked through.
  sharp.unblock(loader);
  try {
    const options = { limitInputPixels: MOST_PIXELS };
    const { width, height } = await sharp(bytes, options).metadata();
    if (width === 0 || height === 0) return { kind: 'fault', reason: 'has no size' };
    const density = Math.min(Math.max((USUAL_DENSITY * WIDTH) / width, 1), 20_000);
    const drawn = await sharp(bytes, { ...options, density })
      .resize({ width: WIDTH, height: WIDTH, fit: 'inside' })
      .png()
      .toBuffer();
    return { kind: 'drawn', png: drawn };
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'fault', reason: `is broken: ${line}` };
  } finally {
    sharp.block(loader);
  }
}

/** Why an SVG is not drawn; null for one that may be. */
export function findSvgFault(bytes: Uint8Array): string | null {
  if (bytes.length > MOST_BYTES) return `has more than ${MOST_BYTES / 1024 / 1024} MB`;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'is not UTF-8';
  }
  if (!/<(?:\w+:)?svg[\s>]/.test(text)) return 'is no SVG';
  // A document type may define entities that stand for anything; drawings need none.
  if (/<!(?:DOCTYPE|ENTITY|ATTLIST|ELEMENT)|<\?xml-stylesheet/i.test(text) && !isPlainDoctype(text))
    return 'has a document type with definitions of its own';
  for (const [, name = ''] of text.matchAll(/<\s*(?:[\w.-]+:)?([\w.-]+)/g)) {
    const fault = REFUSED.get(name.toLowerCase());
    if (fault !== undefined) return fault;
  }
  const plain = decodeReferences(text);
  const links = [...plain.matchAll(/(?:^|[\s:])href\s*=\s*["']?\s*([^"'\s>]*)/gi)];
  const addresses = [...plain.matchAll(/url\(\s*["']?\s*([^)"']*)/gi)];
  const leadsOut = [...links, ...addresses].some(([, target = '']) => !target.startsWith('#'));
  if (leadsOut || /@import/i.test(plain)) return 'refers to something outside of it';
  return null;
}

/** The public document type that drawing programs write: without an internal subset it defines nothing. */
function isPlainDoctype(text: string): boolean {
  const types = text.match(/<!DOCTYPE[^>]*>/gi) ?? [];
  return (
    types.length === 1 &&
    !types[0].includes('[') &&
    !/<!(?:ENTITY|ATTLIST|ELEMENT)|<\?xml-stylesheet/i.test(text)
  );
}

/** Numeric character references, and quotation marks, as what they stand for. */
function decodeReferences(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(?:quot|apos);/g, '"');
}
