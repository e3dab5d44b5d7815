import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Audience, circleAudience } from '#audiences/audience.ts';
import type { Circle } from '#families/circles/circle.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { deviceOf } from '#people/devices/device.ts';
import { savePhotograph, savePictures } from '#photographs/photographs.ts';
import { keepPress, release } from '#test/for-press.ts';
import type { Family, World } from '#test/world.ts';
import { binTribute } from '#tributes/bin/bin.ts';
import { saveDraft } from '#tributes/writing/drafts.ts';
import { publishTribute } from '#tributes/publishing/publish.ts';
import type { Tribute, Words } from '#tributes/tribute.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { audiences, type Step } from './expected.ts';
import { canary, commonWord, type Piece } from './piece.ts';
import { translate, unapproved } from './translations.ts';

// What is not of the 1,080 is asked for in these by itself, and looked for in all.
const few = new Set(['page', 'small', 'HEAD']);

export const sizes = { small: 480, large: 1600 } as const;

/** Writes a piece for each audience, and what is not of the 1,080 cells: of each, everything has its own word. */
export async function writePieces(site: World, family: Family, circle: Circle): Promise<Piece[]> {
  const { mother, memorial } = family;
  const write = async (name: string, step: Step, audience: Audience, published = true): Promise<Written> => {
    const word = canary();
    const { photographId, hashes } = await photographOf(site, family, word);
    const pointsTo = pieces.flatMap(({ stands }) => (stands ? [{ to: stands.tributeId, words: '' }] : []));
    const tribute = await site.letter(memorial, mother, {
      kind: 'chapter',
      title: `${word} title`,
      text: `${word} text, ${commonWord}\n\nmore of ${word}`,
      audience,
      photographs: [photographId],
      words: { pointsTo },
      published,
    });
    const of = { memorialId: memorial.id, tributeId: tribute.id, photographId };
    const translations = published ? await translate(site, mother, { tribute, name, step }) : undefined;
    if (translations) pieces.push(translations.piece);
    const stands = {
      tributeId: tribute.id,
      address: tribute.address,
      photographId,
      hashes: [...hashes, await release(site, of, mother, `${word} full`)],
      languages: translations?.languages ?? [],
      translations: translations?.ids ?? [],
      pictures: undefined,
    };
    const canaries = [word, tribute.id, photographId, ...stands.hashes];
    const isCounted = audiences.some((one) => one === name);
    return {
      tribute,
      piece: { name, step, canaries, stands, whole: true, ...(!isCounted && { forms: few }) },
    };
  };
  await keepPress(site, memorial, mother);
  const pieces: Piece[] = [];
  const friends = 'family and friends (a circle)';
  for (const [step, audience] of [
    ['only me', 'only-me'],
    ['only us', 'only-us'],
    [friends, circleAudience(circle.id)],
    ['anyone with the link', 'link'],
    ['all of the family and friends', 'circle'],
  ] as const) {
    pieces.push((await write(step, step, audience)).piece);
  }
  const draft = await write('a draft', 'only me', 'only-me', false);
  pieces.push({ ...draft.piece, whole: false });
  // It points to all of the others, as one piece can to another: what it points to says nothing of itself.
  const forAll = await write('everyone', 'everyone', 'everyone');
  pieces.push(forAll.piece, await unapproved(site, forAll.tribute), await changed(site, forAll.tribute));
  const thrownAway = await write('what lies in the bin', 'only me', 'everyone');
  await site.database.write((tx) => binTribute(tx, thrownAway.tribute, site.clock.now()));
  pieces.push({ ...thrownAway.piece, whole: false });
  const reworded = await write('an earlier version for only us', 'only us', 'only-us');
  await publishAnew(site, reworded.tribute);
  // Its id is everybody's by now, and nothing else of it.
  const canaries = reworded.piece.canaries.filter((one) => one !== reworded.tribute.id);
  pieces.push({ ...reworded.piece, canaries, whole: false });
  return [...pieces, await nameChild(site, family)];
}

type Written = { tribute: Tribute; piece: Piece };

/** Where the pictures of each piece lie at the moment; their addresses are words to look for too. */
export async function asTheyStand(site: World, pieces: readonly Piece[]): Promise<Piece[]> {
  const rows = await site.database.reader
    .selectFrom('picture_use')
    .select(['photograph_id', 'address'])
    .execute();
  const addresses = new Map(rows.map((row) => [row.photograph_id, row.address]));
  return pieces.map((piece) => {
    const pictures = piece.stands && addresses.get(piece.stands.photographId);
    if (!piece.stands || pictures === undefined || !piece.whole) return piece;
    return { ...piece, canaries: [...piece.canaries, pictures], stands: { ...piece.stands, pictures } };
  });
}

/** A photograph with an original and two pictures, each of other bytes. */
async function photographOf(site: World, { id: familyId, mother }: Family, word: string) {
  const keep = async (bytes: string) => {
    const kept = await site.site.blobs.receive(Readable.from([Buffer.from(bytes)]), 1_000_000);
    await kept.keep();
    return { sha256: kept.sha256, bytes: kept.bytes };
  };
  const [original, small, large] = [
    await keep(`${word} original`),
    await keep(`${word} small`),
    await keep(`${word} large`),
  ];
  const photographId = randomUUID();
  const shape = { width: 1600, height: 1200 };
  await site.database.write(async (tx) => {
    await savePhotograph(
      tx,
      {
        ...original,
        ...shape,
        id: photographId,
        familyId,
        uploadedBy: mother.id,
        format: 'jpeg',
        thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
        taken: undefined,
        name: `${word}.jpg`,
      },
      site.clock.now(),
    );
    const pictures = [
      { size: sizes.small, width: 480, height: 360, ...small },
      { size: sizes.large, ...shape, ...large },
    ];
    await savePictures(
      tx,
      pictures.map((picture) => ({ photographId, format: 'jpeg' as const, ...picture })),
    );
  });
  return { photographId, hashes: [original.sha256, small.sha256, large.sha256] };
}

/** A change to what everybody reads, that its writer has not published. */
async function changed(site: World, tribute: Tribute): Promise<Piece> {
  const word = canary();
  await reword(site, tribute, { title: `${word} title`, text: `${word} text` });
  return { name: 'a change that is not published', step: 'only me', canaries: [word], whole: false };
}

async function reword(site: World, tribute: Tribute, words: Partial<Words>): Promise<void> {
  const { reader, write } = site.database;
  const version = (await findVersion(reader, tribute.id, tribute.version))!;
  const begun = { id: randomUUID(), tributeId: tribute.id, beside: false, beganFrom: tribute.revision };
  const draft = { ...version, ...begun, device: deviceOf(), updatedAt: site.clock.now() };
  await write((tx) => saveDraft(tx, { ...draft, ...words }, tribute.writerId));
}

/** What was for only us is written anew, without its photograph, and that for everyone. */
async function publishAnew(site: World, tribute: Tribute): Promise<void> {
  await reword(site, tribute, { title: 'Another title', text: 'Other words', photographs: [] });
  const around = await site.memorialNow({ id: tribute.memorialId });
  const { revision } = await site.tributeNow(tribute);
  const as = { audience: 'everyone', revision } as const;
  await site.database.write((tx) => publishTribute(tx, around, tribute, as, site.clock.now()));
}

/** What the child is called and the sentence beneath, which go with the page. */
async function nameChild(site: World, { memorial }: Family): Promise<Piece> {
  const [name, sentence] = [canary(), canary()];
  const now = await site.memorialNow(memorial);
  await site.database.write((tx) => saveMemorial(tx, { ...now, called: `Wren ${name}`, sentence }));
  return { name: 'the child', step: 'everyone', canaries: [name, sentence], whole: false };
}
