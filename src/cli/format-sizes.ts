import type { BuildReport, PdfSizeReport } from '../build/build-report.ts';
import { PAGE_BUDGET } from '../pdf/pdf-sizes.ts';
import { formatSize } from './format-summary.ts';

/** Pages that are named; the others are lighter. */
const NAMED_PAGES = 5;

/** What the bytes of each PDF are spent on, and which pages are heaviest. */
export function formatSizes(report: BuildReport): string {
  return report.editions
    .flatMap((edition) => edition.sizes)
    .map(formatFile)
    .join('');
}

function formatFile(file: PdfSizeReport): string {
  const content = file.pages.reduce((sum, page) => sum + page.content, 0);
  // Only who downloads waits.
  const budget = file.pictures + PAGE_BUDGET * file.pages.length;
  const rest = file.total - content - file.pictures - file.fonts;
  const verdict = `, ${file.total <= budget ? 'within' : 'over'} the ${formatSize(budget)} of pictures and 25 kB a page`;
  const weight = (page: PdfSizeReport['pages'][number]): number => page.content + page.pictures;
  const heavy = [...file.pages].sort((one, other) => weight(other) - weight(one)).slice(0, NAMED_PAGES);
  const lines = [
    `${file.name}  ${formatSize(file.total)}${file.profile === 'screen' ? verdict : ''}`,
    `  text ${formatSize(content)}, pictures ${formatSize(file.pictures)}, fonts ${formatSize(file.fonts)}, the rest ${formatSize(rest)}`,
    ...heavy.map(
      (page) =>
        `  page ${page.label}: text ${formatSize(page.content)}, pictures ${formatSize(page.pictures)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
