import { cameraPhotograph } from '../../test/camera.ts';

/** Real photographs as a phone makes them, small, each with bytes that no other one has. */
export async function smallPhotographs(): Promise<(mark: string) => Buffer> {
  const drawn = await cameraPhotograph({ width: 320, height: 240 });
  return (mark) => {
    // A comment (T.81, COM) right behind the start of the image: another SHA-256, the same picture.
    const comment = Buffer.from(mark);
    const head = Buffer.from([0xff, 0xfe, 0, 0]);
    head.writeUInt16BE(comment.length + 2, 2);
    return Buffer.concat([drawn.subarray(0, 2), head, comment, drawn.subarray(2)]);
  };
}
