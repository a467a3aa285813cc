import type { Judge } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

const reading = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-dPDFSTOPONERROR', '-dPDFSTOPONWARNING'];

/** Ghostscript, on which many presses' programs rest, reads and draws every page without a word of complaint. */
export const ghostscript: Judge = {
  name: 'Ghostscript',
  available: () => (isInstalled('gs') ? null : 'ghostscript is not installed'),
  faultsOf: (files) =>
    files.flatMap((file) => {
      const { status, output, errors } = runProgram('gs', [...reading, '-sDEVICE=nullpage', file]);
      return status === 0 && output + errors === '' ? [] : [`${file}: exit ${status} ${output}${errors}`];
    }),
};

/** How much of each page the inks cover, 0–1: cyan, magenta, yellow, black. */
export function inkCoverage(file: string): readonly (readonly number[])[] {
  const { output } = runProgram('gs', [...reading, '-sDEVICE=inkcov', '-o', '-', file]);
  return [...output.matchAll(/^ *([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+) CMYK OK$/gm)].map((line) =>
    line.slice(1).map(Number),
  );
}
