import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// Where the pages' own server looks for the APIs while one works on them: the console's backend or the fixture.
const backend = process.env.DUDAO_CONSOLE_URL ?? 'http://127.0.0.1:8080';

/**
 * antd's table measures scroll bars with a style of its own making that carries no nonce, which the content policy
 * refuses. We give scroll bars no look of their own, so there is nothing in that style to miss.
 */
const measureWithoutStyle: Plugin = {
  name: 'measure-without-style',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('@rc-component/util/es/getScrollBarSize.js')) return undefined;
    const changed = code.replace('updateCSS(`', 'void (`');
    if (changed === code) throw new Error('getScrollBarSize has changed: look whether it still makes a style without a nonce');
    return changed;
  },
};

export default defineConfig({
  plugins: [react(), measureWithoutStyle],
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
