// Minified for the same browsers as Cobrief's own pages.
export default {
  logLevel: 'error',
  build: { target: 'es2022', outDir: 'build', chunkSizeWarningLimit: 1_000 },
};
