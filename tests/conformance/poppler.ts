import type { Judge } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

const programs = ['pdfinfo', 'pdftotext', 'pdffonts'];

/** poppler reads facts, text and fonts without a word of complaint; the file is tagged, its fonts embedded and mapped. */
export const poppler: Judge = {
  name: 'poppler',
  available: () => (programs.every(isInstalled) ? null : 'poppler-utils are not installed'),
  faultsOf: (files) => files.flatMap((file) => faultsOf(file).map((fault) => `${file}: ${fault}`)),
};

function faultsOf(file: string): readonly string[] {
  const info = runProgram('pdfinfo', [file]);
  const structure = runProgram('pdfinfo', ['-struct-text', file]);
  const text = runProgram('pdftotext', [file, '-']);
  const fonts = runProgram('pdffonts', [file]);
  const complaints = [info, structure, text, fonts].flatMap(({ status, errors }) =>
    status === 0 && errors === '' ? [] : [`exit ${status} ${errors}`],
  );
  if (complaints.length > 0) return complaints;
  const faults: string[] = [];
  if (!/^Tagged:\s+yes$/m.test(info.output)) faults.push('it is not tagged');
  if (text.output.trim() === '') faults.push('it holds no text');
  return [...faults, ...fontFaults(fonts.output)];
}

/** Two lines of heads, then: name, type, encoding, `emb`, `sub`, `uni`, object. */
function fontFaults(table: string): readonly string[] {
  const fonts = table
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '');
  const bad = fonts.filter((line) => !/\s(yes)\s+(yes|no)\s+(yes)\s+\d+\s+\d+\s*$/.test(line));
  return fonts.length === 0
    ? ['it names no font']
    : bad.map((line) => `not embedded or not mapped: ${line.trim()}`);
}
