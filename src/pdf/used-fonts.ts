import type { Face } from '../font/face.ts';
import { createCidMap, createTextCodes, type CidMap } from './cid-map.ts';
import { roundNumber } from './pdf-value.ts';

/** One face in use in a file. */
export type FontUse = {
  readonly face: Face;
  /** Name in the resources of every page: `F1`. */
  readonly resource: string;
  readonly cids: CidMap;
  /** Advance of a glyph in thousandths of the em, as W says it. */
  readonly widthOf: (glyph: number) => number;
};

/** The faces of a file, in order of first use. */
export type UsedFonts = {
  readonly use: (face: Face) => FontUse;
  readonly uses: readonly FontUse[];
  /** What the codes of all faces say; index 0 is code 1. */
  readonly texts: readonly string[];
};

/** Opens an empty list. Faces are told apart by id. */
export function createUsedFonts(): UsedFonts {
  const uses: FontUse[] = [];
  const codes = createTextCodes();
  const byId = new Map<string, FontUse>();
  return {
    uses,
    texts: codes.texts,
    use: (face) => {
      const known = byId.get(face.id);
      if (known !== undefined) return known;
      const widths: (number | undefined)[] = [];
      const made: FontUse = {
        face,
        resource: `F${uses.length + 1}`,
        cids: createCidMap(face.id, codes),
        widthOf: (glyph) => (widths[glyph] ??= roundNumber((face.advanceOf(glyph) * 1000) / face.unitsPerEm)),
      };
      uses.push(made);
      byId.set(face.id, made);
      return made;
    },
  };
}
