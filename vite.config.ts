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

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  plugins: [icon],
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
      input: [
        'browser/index.ts',
        'browser/check.ts',
        'browser/quote.ts',
        'browser/letter-sheet.ts',
        'browser/translating-sheet.ts',
        'styles/index.css',
        'styles/print.css',
      ],
    },
  },
});
