import { drawFootprints } from '#cli/sample-drawings/footprints.ts';
import { drawHat } from '#cli/sample-drawings/hat.ts';
import { drawSnowField } from '#cli/sample-drawings/snow-field.ts';
import { drawSnowdrops } from '#cli/sample-drawings/snowdrops.ts';
import { drawWindow } from '#cli/sample-drawings/window.ts';
import { developDrawing } from '#photographs/develop.ts';

const drawings = {
  'winter garden': drawSnowdrops,
  'snow field': drawSnowField,
  window: drawWindow,
  hat: drawHat,
  footprints: drawFootprints,
} as const;

/** The photographs of the sample site. Nobody took them: they are drawn here, and no child is in them. */
export type SamplePicture = keyof typeof drawings;
export const samplePictures = Object.keys(drawings) as SamplePicture[];

/** What its file is called. */
export const pictureName = (picture: SamplePicture): string => `${picture.replaceAll(' ', '-')}.jpg`;

/**
 * Draws one of the sample's pictures: a JPEG of exactly this size in pixels, the same on every run.
 * Each is composed for 4:3 and cut from the middle for other shapes.
 */
export function drawPhotograph(
  kind: SamplePicture,
  size: { width: number; height: number },
): Promise<Buffer> {
  // Soft shapes lose nothing when they are enlarged, and blurring them at full size takes seconds.
  const scale = Math.min(1, 1600 / Math.max(size.width, size.height));
  const shape = `width="${size.width * scale}" height="${size.height * scale}" viewBox="0 0 1200 900" preserveAspectRatio="xMidYMid slice"`;
  return developDrawing(`<svg xmlns="http://www.w3.org/2000/svg" ${shape}>${drawings[kind]()}</svg>`, size);
}
