import { readFileSync } from 'node:fs';
import { type Plugin, defineConfig } from 'vite';

/** Gives the icon a hashed name and a line in the manifest, though no file imports it. */
const icon: Plugin = {
  name: 'icon',
  generateBundle() {
    const from = 'browser/icon.svg';
    this.emitFile({ type: 'asset', name: 'icon.svg', originalFileName: from, source: readFileSync(from) });
  },
};

const scripts = ['index', 'check', 'quote', 'letter-sheet', 'translating-sheet'];

/**
 * Makes of each script one file, with whatever it imports: what two share would be a file of its own, which a
 * page asks for only once it has the first.
 */
const oneFileEach: Plugin = {
  name: 'one-file-each',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const [path = '', script = /\/browser\/([^/]+)\.ts$/.exec(path)?.[1]] = importer?.split('?in=') ?? [];
    if (!script) return null;
    const resolved = await this.resolve(source, path, { ...options, skipSelf: true });
    return resolved && { ...resolved, id: `${resolved.id}?in=${script}` };
  },
};

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  plugins: [icon, oneFileEach],
  build: {
    outDir: 'build/assets',
    assetsDir: '',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: false,
    // light-dark() and oklch() stay as written: an older browser shows black on white, in its own letters.
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    rolldownOptions: {
      input: [...scripts.map((name) => `browser/${name}.ts`), 'styles/index.css', 'styles/print.css'],
    },
  },
});
