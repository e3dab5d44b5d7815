import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawPhotograph, samplePictures } from '#cli/sample-pictures.ts';

describe('the pictures of the sample', () => {
  test.each(samplePictures)('%s is drawn whole, the same each time', { timeout: 20_000 }, async (kind) => {
    const drawn = await drawPhotograph(kind, { width: 90, height: 120 });
    expect(await sharp(drawn).metadata()).toMatchObject({ format: 'jpeg', width: 90, height: 120 });
    // A shape the rasteriser does not know leaves a flat field.
    expect((await sharp(drawn).stats()).entropy).toBeGreaterThan(4);
    expect(drawn.equals(await drawPhotograph(kind, { width: 90, height: 120 }))).toBe(true);
  });
});
