import { defineConfig } from 'vite';

// A start reads a dozen files instead of nine hundred (decision 0018). tsc has compiled them before.
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['sharp'] },
  build: {
    ssr: true,
    target: 'node26',
    outDir: 'build/server',
    minify: false,
    rolldownOptions: {
      input: {
        main: 'build/main.js',
        snowdrop: 'build/cli/snowdrop.js',
        'prepare-child': 'build/photographs/prepare-child.js',
        'check-child': 'build/quotations/check-child.js',
      },
      external: ['pg-native'],
      // Side by side, as deep as tsc's own files: what they read stands at the same distance.
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
});
