import { deflate } from 'pako';

/** Of 1 to 9. Of a page's text 6 leaves 0.6 % more in 95 % of the time, 9 leaves 0.2 % less in half as much again. */
const LEVEL = 7;

/** The data of a stream by FlateDecode: the same bytes on every Node. */
export const deflateStream = (data: Uint8Array): Uint8Array => deflate(data, { level: LEVEL });
