/*
 * What a page costs, in points. A row of white that nobody wanted is {@link WHITE_ROW}; the others say how much of it an
 * editor would accept rather than the fault they name.
 */

/** White between a module and the one below it. */
export const ROWS_BETWEEN = 1;
/** No hole is deeper. */
export const WHITE_MOST = 3;
/** A row of white under legs or over a head. */
export const WHITE_ROW = 3;
/** The last of them: with a leg that is a row short it is a hole. */
export const WHITE_SEEN = 6;
/** A column row of white beside a picture that is deeper than the text. */
export const WHITE_BESIDE = 0.8;
/** How many rows of it a row counts as that is more than three under its leg: a hole. */
export const HOLE_BESIDE = 4;
/** A block that is to stay whole breaks, or a line stands alone at the head of a leg. */
export const FORCED_BREAK = 80;
/** A house filler: at least so deep that it can hold two lines of type between rules, at most 3 inches on 11 points. */
export const FILLER_LEAST = 4;
/** The same in one column, where the paper's name and what it says break into lines. */
export const FILLER_LEAST_NARROW = 7;
export const FILLER_MOST = 19;
export const FILLER = 16;
export const FILLER_ROW = 0.9;
/** The same on page 1, which sells the paper. */
export const FRONT_FILLER = 20;
/** Each further filler on a page. */
export const FILLER_AGAIN = 14;
/** A picture cropped to an end of its range. */
export const CROP = 8;
/** A picture that stands over fewer columns than it might, for the square of them. */
export const NARROWER_PICTURE = 4;
/** The same over more columns than the text of its story is for. */
export const WIDER_PICTURE = 16;
/** The picture of the lead of page 1, for each column that it is narrower than half the page: a filler costs less. */
export const FRONT_PICTURE_COLUMN = 26;
/** A pull quote that might have been left out. */
export const PULL_QUOTE = 2;
/** A story that goes on elsewhere; how far the share that stays is from the greater part of it. */
export const JUMP = 34;
export const JUMP_SHARE = 12;
/** A story that is more than its second page holds, and goes on from that one too. */
export const JUMP_AGAIN = 120;
/** The share of its page that it does not take. */
export const JUMP_AGAIN_SHORT = 240;
/** At least 4 column inches before a jump, and 6 after it, in rows of 11 points. */
export const ROWS_BEFORE_JUMP = 27;
export const ROWS_AFTER_JUMP = 40;
/** The row at the foot of the last leg that says where a story goes on. */
export const JUMP_LINE = 1;
/** Legs are 2 to 10 inches deep, in rows of 11 points; each row outside. */
export const LEG_LEAST = 13;
export const LEG_MOST = 65;
export const LEG_SHORT_ROW = 1.2;
export const LEG_LONG_ROW = 1.5;
/** More than two legs of fewer rows are a strip of text across the page; each row too few, for each leg more. */
export const LEG_STRIP = 7;
export const LEG_STRIP_ROW = 1.5;
/** A one-legged piece of so many rows is a brief: its leg may be short. */
export const BRIEF_ROWS = 26;
/** Two heads of one size side by side; of different sizes. */
export const TOMBSTONE = 26;
export const HEADS_ABREAST = 1.5;
/** The small heads of two briefs of a block at one height. */
export const BRIEFS_ABREAST = 8;
/** A head under a smaller one, for each size. */
export const HEAD_ORDER = 14;
/** Two large heads of one size on a page, one under the other. */
export const SAME_LARGE_HEAD = 12;
/** The second picture is larger than two thirds of the first. */
export const DOMINANT = 18;
/** The lead for each column it is narrower than the page. */
export const LEAD_COLUMN = 3.5;
/** Another story over the whole width of a page. */
export const WIDE_SECOND = 3;
/** A head of a size less than its place in the rank asks for. */
export const SMALLER_HEAD = 2.5;
/** The same for the lead of page 1, whose head is the largest of the paper. */
export const SMALLER_LEAD = 24;
/** The same for a lead that the page plan names: another head may be as large, then. */
export const SMALLER_PLANNED_LEAD = 40;
/** The small head over more than two columns, for each of them. */
export const SMALL_HEAD_COLUMN = 5;
/** The small head over the story that opens a section. */
export const SMALL_OPENING = 12;
/** A head beside a smaller one of higher rank, for each size. */
export const HEAD_BESIDE_SMALLER = 6;
/** Body type alone over at least 6 inches (about three columns) and 2.6 inches: a banknote fits in. */
export const GREY_BLOCK = 5;
/** The white at the foot of a last page, by its share of the page: a page all but empty is far worse than two short by half of that. */
export const backPageCost = (share: number): number => BACK_PAGE * share * share;
const BACK_PAGE = 150;
