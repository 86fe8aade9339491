// Called by Maven: builds the pages into the given folder, and only when something they are made of has changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const out = resolve(process.argv[2] ?? join(here, 'dist'));
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`The console needs Node 20 or newer to build; this is ${process.version}.`);
  process.exit(1);
}

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const digest = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(path.slice(here.length)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
};
const run = (...args) => execFileSync('npm', args, { cwd: here, stdio: 'inherit', env: { ...process.env, WEBUI_OUT: out } });

const packages = digest([join(here, 'package.json'), join(here, 'package-lock.json')]);
const installed = join(here, 'node_modules', '.installed');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== packages) {
  run('ci', '--no-fund', '--no-audit', '--loglevel=error');
  writeFileSync(installed, packages);
}

const made = ['index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'].map((name) => join(here, name));
const api = resolve(here, '../../../../docs/api');
const generated = join(here, 'src', 'api', 'generated');
const inputs = digest([...made, ...files(api), ...files(join(here, 'src')).filter((path) => !path.startsWith(generated)), ...(existsSync(join(here, 'public')) ? files(join(here, 'public')) : [])]);
// Beside the classes, not among them: what is in the folder is served.
const stamp = join(dirname(dirname(dirname(out))), 'pages.sha256');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs && existsSync(join(out, 'index.html'))) {
  process.exit(0);
}
if (existsSync(out) && statSync(out).isDirectory()) rmSync(out, { recursive: true });
mkdirSync(out, { recursive: true });
run('run', 'build', '--silent');
writeFileSync(stamp, inputs);
