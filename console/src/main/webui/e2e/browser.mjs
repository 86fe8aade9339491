// A real Chromium: the system's if there is one, else the one inside the npm package @sparticuz/chromium.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SYSTEM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'];

export async function openBrowser() {
  const found = SYSTEM.find((path) => path && existsSync(path));
  const executablePath = found ?? (await (await import('@sparticuz/chromium')).default.executablePath());
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}
