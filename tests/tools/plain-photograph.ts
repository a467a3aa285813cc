import sharp from 'sharp';

/** A photograph of one colour, as JPEG, so many pixels wide and high. */
export const plainPhotograph = async (width: number, height: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#778899' } })
      .jpeg()
      .toBuffer(),
  );
