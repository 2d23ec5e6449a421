import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The Silo's default address, or another one by the environment; the dev server hands it everything that is not a page. */
const SILO = process.env['SILO'] ?? 'http://localhost:5153';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The largest part is Mantine and React, which every page needs before its first row.
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      '/api': SILO,
      '/health': SILO,
      '/hubs': { target: SILO, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
