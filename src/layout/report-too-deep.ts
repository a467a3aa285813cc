import type { BoxElement } from '../box/box.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { DraftPage } from './composer.ts';
import type { PreparedFlow } from './place-flow.ts';
import { storyPlace } from './story-place.ts';

/** What does not go into its place, on a page of so many rows. */
export type TooDeep = {
  readonly prepared: PreparedFlow;
  readonly element: BoxElement | null;
  readonly rows: number;
};

/** Reports GA705 in the words of those who write: of a picture and not of the element that a layout makes for it. */
export function reportTooDeep(
  context: Context,
  page: DraftPage,
  { prepared: { flow, tree }, element, rows }: TooDeep,
): void {
  const { soldRows } = page;
  const story = `"${flow.name}"`;
  const isHead = element?.name === 'ed-picture';
  const what = isHead
    ? `the picture of ${story}`
    : element?.name === 'header'
      ? `the head of ${story}`
      : `${inText(element)} in ${story}`;
  const room =
    soldRows === undefined
      ? `a whole page has ${rows} lines`
      : `advertisements take ${soldRows} of its ${rows} lines`;
  const hint =
    soldRows !== undefined ? UNDER_SOLD_HINT : isHead ? HEAD_PICTURE_HINT : (HINTS[kindOf(element)] ?? null);
  reportFault(context, 'GA705', {
    message: `${what} is deeper than its place on the page; ${room}`,
    ...(hint === null ? {} : { hint }),
    span: (isHead ? flow.pictureAt : null) ?? storyPlace(tree, flow.name, element),
    trail: [`page ${page.label}`, flow.name],
  });
}

/** What elements are called, where they have a name for those who write. */
const NAMES: Readonly<Record<string, string>> = {
  figure: 'a picture',
  pictures: 'a row of pictures',
  table: 'a row of a table',
};

const HINTS: Readonly<Record<string, string>> = {
  figure: 'Take a part of the picture that is less upright, or set it beside the text (`{inset=left}`).',
  pictures: 'Put more pictures into the row: the more of them, the less deep they are.',
};

const HEAD_PICTURE_HINT =
  'At `picture:` let it be cropped (`crop: 3:2`), or stand over fewer columns (`columns: 1`); or give the story a place with more room.';

const UNDER_SOLD_HINT =
  'Name another `page` for the advertisement, or none, or let it be smaller; else shorten what stands over it.';

const kindOf = (element: BoxElement | null): string =>
  element?.attributes['class'] === 'pictures' ? 'pictures' : (element?.name ?? '');

const inText = (element: BoxElement | null): string =>
  element === null ? 'something' : (NAMES[kindOf(element)] ?? `<${element.name}>`);
