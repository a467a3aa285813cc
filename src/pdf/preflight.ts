import { openPdf } from './open-pdf.ts';
import { checkAnnotations } from './preflight-annotations.ts';
import { checkDocument } from './preflight-document.ts';
import { checkStructure } from './preflight-structure.ts';
import { checkText } from './preflight-text.ts';
import type { PreflightFault } from './preflight-fault.ts';

/**
 * Checks a saved file against what this program claims of it: PDF/A-2a and PDF/UA-1, as far as its own files can
 * break them. No substitute for veraPDF, but everyone has it: marks cover the content, tree and marks agree, links
 * are announced, headings follow on, pictures have words, every code has a glyph, a width and a text.
 *
 * @returns what is wrong, by rule, in no other order than that of the checks. Empty for a good file.
 * @throws Error for what is no PDF, or one too broken to be opened.
 */
export async function preflightPdf(bytes: Uint8Array): Promise<readonly PreflightFault[]> {
  const file = await openPdf(bytes);
  return [...checkDocument(file), ...checkStructure(file), ...checkAnnotations(file), ...checkText(file)];
}
