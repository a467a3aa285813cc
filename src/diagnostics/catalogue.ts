import type { CatalogueEntry } from './catalogue-entry.ts';
import { BUILD_CODES } from './catalogue/build.ts';
import { CONTENT_CODES } from './catalogue/content.ts';
import { CONTENT_PART_CODES } from './catalogue/content-parts.ts';
import { IMAGE_CODES } from './catalogue/image.ts';
import { INTAKE_CODES } from './catalogue/intake.ts';
import { LAYOUT_CODES } from './catalogue/layout.ts';
import { MANIFEST_CODES } from './catalogue/manifest.ts';
import { OUTPUT_CODES } from './catalogue/output.ts';
import { PROOF_CODES } from './catalogue/proof.ts';
import { STYLE_CODES } from './catalogue/style.ts';
import { TEMPLATE_CODES } from './catalogue/template.ts';
import { TEXT_CODES } from './catalogue/text.ts';

/** Every code, by its number: manifest 1xx, content and import 2xx, template 3xx, style 4xx, text 5xx, image 6xx, layout 7xx, proof 8xx, output 9xx. */
export const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(
  [
    ...MANIFEST_CODES,
    ...CONTENT_CODES,
    ...CONTENT_PART_CODES,
    ...INTAKE_CODES,
    ...TEMPLATE_CODES,
    ...STYLE_CODES,
    ...TEXT_CODES,
    ...IMAGE_CODES,
    ...LAYOUT_CODES,
    ...PROOF_CODES,
    ...OUTPUT_CODES,
    ...BUILD_CODES,
  ].map((entry) => [entry.code, entry]),
);
