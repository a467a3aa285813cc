import type { Judge } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

/** qpdf reads the whole file: cross-references, objects, streams. */
export const qpdf: Judge = {
  name: 'qpdf --check',
  available: () => (isInstalled('qpdf') ? null : 'qpdf is not installed'),
  faultsOf: (files) =>
    files.flatMap((file) => {
      const { status, output, errors } = runProgram('qpdf', ['--check', file]);
      const isSound =
        status === 0 && errors === '' && output.includes('No syntax or stream encoding errors found');
      return isSound ? [] : [`${file}: exit ${status} ${errors || output}`];
    }),
};
