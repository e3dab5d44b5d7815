import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CannotDo, wrongUse } from '#cli/told.ts';
import {
  type Checked,
  type KnownKey,
  readSavedKeys,
  readSavedWords,
  verifyWords,
} from '#words/verify-words.ts';

const use =
  'Say the saved words and the keys of the site: snowdrop words verify FILE [TEXT] --keys KEYS, or --key KEY.';

/** Checks saved words of any site by its saved keys, without asking anybody: whether they are what it signed. */
export async function words(args: readonly string[]): Promise<number> {
  const { file, text, keys: known } = await readArguments(args);
  const saved = readSavedWords(await jsonOf(file));
  if (!saved) throw new CannotDo(`“${basename(file)}” holds no exact words of a Snowdrop site.`);
  const checked = verifyWords(saved, known);
  for (const one of checked) console.log(plainly(sentenceFor(one)));
  const isRight = checked.every(({ right }) => right);
  if (text === undefined) return isRight ? 0 : 1;
  const sha256 = createHash('sha256')
    .update(await bytesOf(text))
    .digest('hex');
  const found = checked.find((one) => one.right && one.says.sha256 === sha256);
  console.log(
    found?.right
      ? `“${basename(text)}” is version ${found.says.version} in the language “${found.says.language}”, letter for letter.`
      : `“${basename(text)}” is none of the words that are right here: a letter of it may differ.`,
  );
  return isRight && found ? 0 : 1;
}

function sentenceFor(one: Checked): string {
  if (one.right) {
    const { title, language, version, signed, published, iss } = one.says;
    const names = signed.length > 0 ? `, signed by ${signed.join(', ')}` : '';
    return `Right: “${title}”, version ${version} in the language “${language}”, published ${published}${names}. ${iss} signed these words.`;
  }
  if (one.wrong === 'unknown-key')
    return `Not known: these words were signed with the key ${one.key}, which is not among the keys given. They may be right; take the keys from their own site.`;
  if (one.wrong === 'members')
    return `Altered: the words are right, but the file says something else of them than was signed (${one.members.join(', ')}). What was signed: “${one.says.title}”, version ${one.says.version}, ${one.says.url}`;
  if (one.wrong === 'text') return 'Altered: the text is not the one that was signed.';
  if (one.wrong === 'signature')
    return 'Not right: the signature does not fit. What was signed was altered, or another key made it.';
  return 'Not right: there is no signature that can be read.';
}

async function readArguments(args: readonly string[]) {
  const [verb, ...rest] = args;
  const files: string[] = [];
  const keys: KnownKey[] = [];
  if (verb !== 'verify') throw new CannotDo(use, wrongUse);
  for (let at = 0; at < rest.length; at++) {
    const said = rest[at] ?? '';
    if (said === '--key') keys.push({ kid: undefined, x: rest[++at] ?? '' });
    else if (said === '--keys') keys.push(...(await keysIn(rest[++at] ?? '')));
    else files.push(said);
  }
  const [file, text, ...more] = files;
  if (file === undefined || more.length > 0 || keys.length === 0 || files.some((one) => one.startsWith('-')))
    throw new CannotDo(use, wrongUse);
  return { file, text, keys };
}

async function keysIn(path: string): Promise<KnownKey[]> {
  const keys = readSavedKeys(await jsonOf(path));
  if (!keys) throw new CannotDo(`“${basename(path)}” holds no keys of a Snowdrop site.`);
  return keys;
}

async function jsonOf(path: string): Promise<unknown> {
  const content = await bytesOf(path);
  try {
    return JSON.parse(content.toString());
  } catch {
    throw new CannotDo(`“${basename(path)}” is no JSON: save it again as the site gives it.`);
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new CannotDo(`There is no file “${path}” that can be read.`);
  }
}

/** Whoever wrote the file must not write into the terminal. */
const plainly = (sentence: string): string => sentence.replaceAll(/\p{C}/gu, '');
