import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runtime } from './places.js';

const folder = join(runtime, 'installed');
const file = join(folder, 'turn');
const longest = 20 * 60_000;

/** Installing and building happen one at a time, also when two terminals start Snowdrop together. */
export async function inTurn(work) {
  mkdirSync(folder, { recursive: true });
  let said = false;
  while (!take()) {
    if (!said) console.error('Waiting for another command that is installing or building here…');
    said = true;
    await wait(300);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isForsaken()) rmSync(file, { force: true });
    return false;
  }
}

function isForsaken() {
  try {
    if (Date.now() - statSync(file).mtimeMs > longest) return true;
    const holder = Number(readFileSync(file, 'utf8'));
    // An empty file is a holder that has just taken its turn and is about to write its number.
    if (holder > 0 && holder !== process.pid) process.kill(holder, 0);
    return holder === process.pid;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
