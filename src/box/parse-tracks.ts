import { pt } from '../core/units.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import { length } from '../style/property/value-parsers.ts';
import type { Track } from './box.ts';

/**
 * Reads the tracks of an `ed-row`: shares, `auto`, or lengths in paper units or em; null when one is none of them.
 *
 * @example
 * parseTracks('1fr auto', style) // [{ kind: 'share', value: 1 }, { kind: 'auto' }]
 */
export function parseTracks(text: string, style: ComputedStyle): readonly Track[] | null {
  const tracks: Track[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const track = parseTrack(word, style);
    if (track === null) return null;
    tracks.push(track);
  }
  return tracks.length === 0 ? null : tracks;
}

function parseTrack(word: string, style: ComputedStyle): Track | null {
  if (word === 'auto') return { kind: 'auto' };
  const match = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(word);
  if (match === null) return null;
  const value = Number(match[1]);
  const unit = match[2] ?? '';
  if (unit === 'fr') return value > 0 ? { kind: 'share', value } : null;
  // Only these can be told from the element alone.
  if (['rem', 'rlh', 'vw', 'vh'].includes(unit)) return null;
  const resolve = length({ least: 0 })([{ kind: 'dimension', value, unit }]);
  if (resolve === null) return null;
  const { fontSize, lineHeight, fontWeight, colour } = style;
  const environment = {
    fontSize,
    lineHeight,
    parentFontSize: fontSize,
    rootFontSize: fontSize,
    baseline: lineHeight,
    liveWidth: pt(0),
    liveHeight: pt(0),
  };
  return { kind: 'length', value: resolve({ ...environment, parentFontWeight: fontWeight, colour }) };
}
