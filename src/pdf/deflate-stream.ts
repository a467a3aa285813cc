import { deflate } from 'pako';

/** Makes the data of a stream by FlateDecode. */
export type Pack = (data: Uint8Array) => Uint8Array;

/** Of 1 to 9. Of a page's text 6 leaves 0.6 % more in 95 % of the time, 9 leaves 0.2 % less in half as much again. */
const LEVEL = 7;

/** The data of a stream by FlateDecode: the same bytes on every Node. */
export const deflateStream: Pack = (data) => deflate(data, { level: LEVEL });
