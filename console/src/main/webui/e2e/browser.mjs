// A real Chromium: the system's if there is one, else the one inside the npm package @sparticuz/chromium.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SYSTEM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'];
const UNPACKED = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules', '.chromium');

/** CHROMIUM names a browser; CHROMIUM=packaged takes the package's though the system has one. */
export async function openBrowser() {
  const found = process.env.CHROMIUM === 'packaged' ? undefined : SYSTEM.find((path) => path && existsSync(path) && starts(path));
  return chromium.launch({ executablePath: found ?? (await packaged()), args: FLAGS, headless: true, timeout: 120_000 });
}

/** Some distributions put a script there that only says how to install the browser. */
function starts(path) {
  try {
    return /\d+\.\d+/.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 }));
  } catch {
    return false;
  }
}

/** It unpacks into the temporary folder and takes what lies there for whole; ours is our own, and marked when it is. */
async function packaged() {
  const done = join(UNPACKED, 'unpacked');
  if (!existsSync(done)) rmSync(UNPACKED, { recursive: true, force: true });
  mkdirSync(UNPACKED, { recursive: true });
  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME } = process.env;
  process.env.TMPDIR = UNPACKED;
  // Brings the three libraries that a bare system lacks; the package knows only this name for that.
  if (!hasLibrary('libnss3.so')) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    const path = await carried.executablePath();
    writeFileSync(done, '');
    return path;
  } finally {
    restore({ TMPDIR, AWS_LAMBDA_JS_RUNTIME });
  }
}

function hasLibrary(name) {
  return ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu'].some((folder) => existsSync(join(folder, name)));
}

function restore(former) {
  for (const [name, value] of Object.entries(former)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
