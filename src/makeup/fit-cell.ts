import type { FlowShape } from '../layout/page-plan.ts';
import type { CellFit, Fit, Matter, Setting } from './matter.ts';
import type { Search } from './search.ts';
import {
  BRIEF_ROWS,
  BRIEFS_ABREAST,
  CROP,
  FILLER,
  FORCED_BREAK,
  FILLER_LEAST,
  FILLER_LEAST_NARROW,
  FILLER_MOST,
  FILLER_ROW,
  GREY_BLOCK,
  JUMP,
  JUMP_AGAIN,
  JUMP_AGAIN_SHORT,
  JUMP_LINE,
  JUMP_SHARE,
  LEG_LEAST,
  LEG_LONG_ROW,
  LEG_MOST,
  LEG_SHORT_ROW,
  LEG_STRIP,
  LEG_STRIP_ROW,
  NARROWER_PICTURE,
  PULL_QUOTE,
  ROWS_AFTER_JUMP,
  ROWS_BEFORE_JUMP,
  ROWS_BETWEEN,
  WHITE_BESIDE,
  WHITE_MOST,
  WHITE_ROW,
  WHITE_SEEN,
  WIDER_PICTURE,
} from './weights.ts';

/** Columns over which body type without a picture is a grey block. */
const GREY_COLUMNS = 3;
const GREY_ROWS = 17;

/** What it costs that a picture stands over fewer columns than it might, or more, that pull quotes are shown, or briefs abreast. */
export function leverCost({ narrower = 0, wider = 0, quotes = 0, headsAbreast = 0 }: Setting): number {
  const picture = narrower * narrower * NARROWER_PICTURE + wider * wider * WIDER_PICTURE;
  return picture + quotes * PULL_QUOTE + headsAbreast * BRIEFS_ABREAST;
}

/** Rows that matter of a setting takes as it would like to stand. */
export function naturalRows({ headRows, legRows, picture }: Setting): number {
  return headRows + legRows + (picture?.wanted ?? 0);
}

/**
 * Every depth that matter can fill exactly, each once, in its cheapest way: by the crop of its picture, then by white
 * up to {@link WHITE_MOST} rows, then by a house filler below, and where it may jump by what goes on elsewhere.
 */
export function cellFits(
  search: Search,
  matter: Matter,
  setting: Setting,
  mayJump: boolean,
): readonly CellFit[] {
  // What goes on elsewhere is reckoned without pull quotes.
  const isWide = setting.columns >= (matter.jumpColumns ?? 1);
  const isJumping = mayJump && matter.mayJump && isWide && setting.quotes === undefined;
  const book = isJumping ? search.jumping : search.whole;
  const known = book.get(setting);
  if (known !== undefined) return known;
  const fits = findFits(matter, setting, isJumping);
  search.steps += fits.length;
  book.set(setting, fits);
  return fits;
}

function findFits(matter: Matter, setting: Setting, isJumping: boolean): readonly CellFit[] {
  const byRows: (CellFit | undefined)[] = [];
  const offer = (fit: Fit, cost: number): void => {
    const gap = fit.fillerRows > 0 ? ROWS_BETWEEN : 0;
    const rows =
      setting.headRows + fit.pictureRows + fit.legRows + jumpRows(fit) + fit.whiteRows + fit.fillerRows + gap;
    if (cost < (byRows[rows]?.cost ?? Infinity)) byRows[rows] = { rows, cost, fit };
  };
  offerWhole(matter, setting, offer);
  if (isJumping && matter.kind === 'rest')
    offerCuts({ matter, setting }, { rows: 0, cost: 0 }, offer, (legRows) => againCost(setting, legRows));
  else if (isJumping) offerJumps({ matter, setting }, offer);
  return byRows.filter((fit) => fit !== undefined);
}

type Offer = (fit: Fit, cost: number) => void;

const jumpRows = ({ tailRows }: Fit): number => (tailRows > 0 ? JUMP_LINE : 0);

function offerWhole(matter: Matter, setting: Setting, offer: Offer): void {
  const { picture, legRows } = setting;
  const base = legCost(matter, setting, legRows) + (matter.parts === undefined ? greyCost(setting) : 0);
  const whole = { legRows, tailRows: matter.tailRows ?? 0, fillerRows: 0 };
  const least = picture?.least ?? 0;
  const last = picture?.most ?? 0;
  for (let rows = least; rows <= last; rows += 1) {
    offer({ ...whole, pictureRows: rows, whiteRows: 0 }, base + pictureCost(setting, rows));
  }
  const full = base + pictureCost(setting, last);
  for (let white = 1; white <= WHITE_MOST; white += 1) {
    const cost = white * WHITE_ROW + (white === WHITE_MOST ? WHITE_SEEN : 0);
    offer({ ...whole, pictureRows: last, whiteRows: white }, full + cost);
  }
  // A filler may be as deep as is wanted, so the picture stays as it should be, or is shown whole.
  for (const pictureRows of picture === null ? [0] : [picture.wanted, picture.most]) {
    const shown = base + pictureCost(setting, pictureRows) + FILLER;
    const width = Math.sqrt(setting.columns);
    for (let rows = fillerLeast(setting.columns); rows <= FILLER_MOST; rows += 1)
      offer({ ...whole, pictureRows, whiteRows: 0, fillerRows: rows }, shown + rows * FILLER_ROW * width);
  }
}

/** Rows that a house filler needs to hold its words over so many columns. */
export function fillerLeast(columns: number): number {
  return columns === 1 ? FILLER_LEAST_NARROW : FILLER_LEAST;
}

/** Jumps with the picture as wanted and fully cropped; one beside the legs stays as it is. */
function offerJumps(set: SetMatter, offer: Offer): void {
  const { setting } = set;
  const { picture, insetRows } = setting;
  if (insetRows !== undefined) return offerCuts(set, { rows: 0, cost: 0 }, offer);
  const wanted = picture?.wanted ?? 0;
  offerCuts(set, { rows: wanted, cost: 0 }, offer);
  if (picture !== null)
    offerCuts(set, { rows: picture.least, cost: cropCost(setting, picture.least) }, offer);
}

type SetMatter = { readonly matter: Matter; readonly setting: Setting };

type CutPicture = { readonly rows: number; readonly cost: number };

/** What goes on once more takes whole pages if it can, so that it does so as few times as can be. */
function againCost({ columns, pageArea = 0 }: Setting, legRows: number): number {
  return JUMP_AGAIN + Math.max(0, 1 - (legRows * columns) / Math.max(1, pageArea)) * JUMP_AGAIN_SHORT;
}

type JumpCost = (legRows: number, share: number) => number;

/** A story that goes on: how far the share that stays is from the greater part of it, and how deep its legs are. */
const jumpCost: JumpCost = (legRows, share) =>
  JUMP + JUMP_SHARE * Math.abs(share - 0.6) + legDepthCost(legRows);

function offerCuts(
  { matter, setting }: SetMatter,
  picture: CutPicture,
  offer: Offer,
  costOf: JumpCost = jumpCost,
): void {
  const { bodyRows, columns, insetRows = 0, leastLegRows = 0 } = setting;
  const first = Math.max(leastLegRows, Math.ceil((ROWS_BEFORE_JUMP + insetRows) / columns));
  for (let legRows = first; ; legRows += 1) {
    const depth = legRows - Math.ceil(insetRows / columns);
    const placed = matter.heldRows?.(bodyRows, columns, depth) ?? legRows * columns - insetRows;
    const tailRows = bodyRows - placed;
    if (tailRows < ROWS_AFTER_JUMP) return;
    // Pictures side by side that are deeper than the legs go on whole.
    if (placed <= 0) continue;
    const cost = costOf(legRows, placed / bodyRows) + picture.cost;
    offer({ pictureRows: picture.rows, legRows, whiteRows: 0, fillerRows: 0, tailRows }, cost);
  }
}

/** What a picture costs that adds so many rows: its crop, and the white beside it. */
function pictureCost(setting: Setting, rows: number): number {
  const { picture, besideRows = NOTHING_BESIDE, pictureWhite = 0 } = setting;
  const { least, most } = besideRows;
  const range = picture === null ? 0 : picture.most - picture.least;
  const share = picture === null || range === 0 ? 1 : (rows - picture.least) / range;
  const forced = isForcedAt(setting, rows) ? FORCED_BREAK : 0;
  return cropCost(setting, rows) + forced + (pictureWhite + least + (most - least) * share) * WHITE_BESIDE;
}

const NOTHING_BESIDE = { least: 0, most: 0 };

/** As at the depth of the picture that was tried next to this one. */
function isForcedAt({ picture, isForced }: Setting, rows: number): boolean {
  if (isForced === undefined) return false;
  if (
    picture === null ||
    Math.abs(rows - picture.wanted) * 2 <=
      (rows < picture.wanted ? picture.wanted - picture.least : picture.most - picture.wanted)
  )
    return isForced.wanted;
  return rows < picture.wanted ? isForced.least : isForced.most;
}

/** How far the crop is from the wanted one, as a share of the way to the end of the range, squared. */
function cropCost({ picture }: Setting, rows: number): number {
  if (picture === null || rows === picture.wanted) return 0;
  const way = Math.max(
    1,
    rows < picture.wanted ? picture.wanted - picture.least : picture.most - picture.wanted,
  );
  const share = Math.abs(rows - picture.wanted) / way;
  return CROP * share * share;
}

function legCost(matter: Matter, setting: Setting, legRows: number): number {
  // Each brief of a block has a head and a leg of its own.
  if (matter.parts !== undefined) return 0;
  const isBrief = setting.columns === 1 && (matter.kind === 'brief' || setting.bodyRows <= BRIEF_ROWS);
  return isBrief && legRows < LEG_LEAST ? 0 : legDepthCost(legRows) + stripCost(setting, legRows);
}

/** Of what has no more rows than a short leg, nothing is asked. */
function stripCost({ columns, bodyRows }: Setting, legRows: number): number {
  if (bodyRows < LEG_STRIP || legRows >= LEG_STRIP) return 0;
  return Math.max(0, columns - 2) * (LEG_STRIP - legRows) * LEG_STRIP_ROW;
}

function legDepthCost(legRows: number): number {
  if (legRows < LEG_LEAST) return (LEG_LEAST - legRows) * LEG_SHORT_ROW;
  return legRows > LEG_MOST ? (legRows - LEG_MOST) * LEG_LONG_ROW : 0;
}

function greyCost({ columns, legRows, picture }: Setting): number {
  return picture === null && columns >= GREY_COLUMNS && legRows >= GREY_ROWS ? GREY_BLOCK : 0;
}

/** Sizes of heads by rank: 0 for the rest of a story. */
export function headSize(matter: Matter, shape: FlowShape): number {
  if (matter.kind === 'rest') return 0;
  return shape === 'spread' || shape === 'lead' ? 4 : shape === 'second' ? 3 : shape === 'third' ? 2 : 1;
}
