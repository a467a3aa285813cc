import { deflate } from 'pako';

/** Of 1 to 9. The highest takes three times as long and saves three bytes in a hundred of text and fonts. */
const LEVEL = 6;

/** The data of a stream by FlateDecode: the same bytes on every Node. */
export const deflateStream = (data: Uint8Array): Uint8Array => deflate(data, { level: LEVEL });
