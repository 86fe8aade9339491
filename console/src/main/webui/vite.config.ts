import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Where the pages' own server looks for the APIs while one works on them: the console's backend or the fixture.
const backend = process.env.DUDAO_CONSOLE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // Written into the page by the console's backend, fresh for each answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: process.env.WEBUI_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': backend, '/login': backend, '/logout': backend } },
});
