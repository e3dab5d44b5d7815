import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that a test made, and how to take it away again. */
export type Room = { path: string; remove(): void };

const megabyte = 1024 * 1024;

/** Whether this process may mount: root on Linux, and not in a container that forbids it. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    smallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

/** A disk of its own of so many megabytes. Throws where mounting is not possible. */
export function smallDisk(megabytes: number): Room {
  return mounted((path) => ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', path]);
}

/** The same folder once more, where nothing can be written: root does not mind chmod. */
export function readOnly(folder: string): Room {
  const room = mounted((path) => ['--bind', folder, path]);
  execFileSync('mount', ['-o', 'remount,ro,bind', room.path], { stdio: 'ignore' });
  return room;
}

/** A small disk that nobody has to mount: containers bring 64 MB of memory of their own. */
export function smallShared(): Room | undefined {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    if (blocks * bsize > 256 * megabyte) return undefined;
    const path = mkdtempSync('/dev/shm/snowdrop-crash-');
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
  } catch {
    return undefined;
  }
}

function mounted(args: (path: string) => string[]): Room {
  const folder = mkdtempSync(join(tmpdir(), 'snowdrop-mount-'));
  const path = join(folder, 'room');
  mkdirSync(path);
  try {
    execFileSync('mount', args(path), { stdio: 'ignore' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return {
    path,
    remove() {
      execFileSync('umount', [path], { stdio: 'ignore' });
      // Not recursively: if it were mounted still, what is under it is not ours to remove.
      rmdirSync(path);
      rmdirSync(folder);
    },
  };
}
