import { addressFor } from '#cli/let-in.ts';
import { readFlags } from '#cli/arguments.ts';
import { fillSample, refusal } from '#cli/fill-sample.ts';
import { fillMeasured } from '#cli/fill-measured.ts';
import { openSite } from '#cli/open-site.ts';
import { findSample, sampleContract } from '#cli/sample-contract.ts';
import { parents } from '#cli/sample-family/family.ts';
import { CannotDo, wrongUse } from '#cli/told.ts';
import { readConfig } from '#config.ts';
import { countFamilies } from '#families/families.ts';
import { memorialPath } from '#memorials/paths.ts';
import { findPersonByEmail } from '#people/people.ts';
import type { Site } from '#schema/site.ts';

/**
 * Fills an empty site with the invented family; on one that it filled before, it only says again what is
 * there. `--pieces N` adds a page of so many pieces to measure with.
 */
export async function sample(args: readonly string[], config = readConfig()): Promise<number> {
  const { pieces, others } = readPieces(args);
  const asJson = readFlags('sample', others, ['--json']).has('--json');
  const { site, close } = await openSite(config, { begin: true });
  try {
    const memorials = await ensureSample(site, pieces);
    if (asJson) console.log(JSON.stringify(await sampleContract(site, memorials)));
    else {
      console.log(`An invented family lives at ${site.url}:`);
      for (const memorial of memorials)
        console.log(`  ${memorial.called}: ${site.url}${memorialPath(memorial)}`);
      console.log(`To sign in as one of its parents: npm run snowdrop -- let-in ${parents.rima.name}`);
    }
    return 0;
  } finally {
    await close();
  }
}

/** Fills the throw-away site of this process, and prints how to sign in. */
export async function fillThrowAway(site: Site): Promise<void> {
  await fillSample(site);
  const rima = await findPersonByEmail(site.database.reader, parents.rima.email);
  if (!rima) return;
  console.log(
    `This site and its family are invented, and gone when it stops. Opened within ten minutes, this signs you in as ${rima.name}, once:`,
  );
  console.log(`  ${await addressFor(site, rima)}`);
  console.log(`Again: SNOWDROP_DATA=${site.folder.path} npm run snowdrop -- let-in ${rima.name}`);
}

async function ensureSample(site: Site, pieces: number) {
  const { reader } = site.database;
  if (!(await findSample(reader))) {
    if ((await countFamilies(reader)) > 0) throw new CannotDo(refusal);
    await fillSample(site);
  }
  const [edie] = (await findSample(reader)) ?? [];
  if (edie && pieces > 0) await fillMeasured(site, edie, pieces);
  return (await findSample(reader)) ?? [];
}

function readPieces(args: readonly string[]): { pieces: number; others: string[] } {
  const at = args.indexOf('--pieces');
  if (at < 0) return { pieces: 0, others: [...args] };
  const pieces = Number(args[at + 1]);
  if (!Number.isSafeInteger(pieces) || pieces < 1 || pieces > 10_000)
    throw new CannotDo('Say how many: snowdrop sample --pieces 500, at most 10000.', wrongUse);
  return { pieces, others: args.toSpliced(at, 2) };
}
