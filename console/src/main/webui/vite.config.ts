import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// Where the pages' own server looks for the APIs while one works on them: the console's backend or the fixture.
const backend = process.env.DUDAO_CONSOLE_URL ?? 'http://127.0.0.1:8080';

/**
 * Two helpers below antd make a style of their own that carries no nonce, which the content policy refuses: one measures
 * scroll bars (we give them no look of their own, so nothing is missed), one keeps the page still behind a dialog (it
 * may move). A version of antd that does it otherwise stops the build here, to be looked at.
 */
const WITHOUT_NONCE = ['@rc-component/util/es/getScrollBarSize.js', '@rc-component/portal/es/useScrollLocker.js'];
const leaveOutStyles: Plugin = {
  name: 'leave-out-styles-without-nonce',
  transform(code, id) {
    const file = id.replaceAll('\\', '/');
    if (!WITHOUT_NONCE.some((name) => file.endsWith(name))) return undefined;
    const changed = code.replace('updateCSS(`', 'void (`');
    if (changed === code) throw new Error(`${file} has changed: look whether it still makes a style without a nonce`);
    return changed;
  },
};

export default defineConfig({
  plugins: [react(), leaveOutStyles],
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
