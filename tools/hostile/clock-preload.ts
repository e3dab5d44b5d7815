// Loaded into a site before the site itself (`node --import`): its clock is as far off as the file that
// SNOWDROP_TEST_CLOCK names says in milliseconds, and follows it while the site runs.
import { readFileSync } from 'node:fs';

const file = process.env['SNOWDROP_TEST_CLOCK'];
const RealDate = Date;
let offset = 0;

function readOffset(): void {
  try {
    offset = Number(readFileSync(file ?? '', 'utf8')) || 0;
  } catch {
    offset = 0;
  }
}

if (file) {
  readOffset();
  setInterval(readOffset, 20).unref();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, as) =>
      Reflect.construct(target, given.length === 0 ? [target.now() + offset] : given, as) as Date,
    apply: (target) => new target(target.now() + offset).toString(),
    get: (target, name) => (name === 'now' ? () => target.now() + offset : Reflect.get(target, name)),
  });
}
