// Walks every page of a running console in a real browser, in Chinese and English, on a desk and on a phone:
// each must show its content, be clean for axe, fit its screen, and leave nothing in the browser's error log.
//   BASE_URL=http://localhost:8080 DEMO_PASSWORD=… node e2e/walk.mjs
// DEMO_USER (supervisor), SCREENS (folder for the pictures), ONLY (part of a page's name), FIXTURE (no login behind it)
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';

const base = process.env.BASE_URL ?? 'http://localhost:8080';
const user = process.env.DEMO_USER ?? 'supervisor';
const password = process.env.DEMO_PASSWORD ?? '';
const only = process.env.ONLY ?? '';
const here = dirname(fileURLToPath(import.meta.url));
const screens = resolve(process.env.SCREENS ?? join(here, '../../../../target/screens'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(screens, { recursive: true });

const PAGES = [
  { name: 'overview', path: '/', ready: '.card' },
  { name: 'plans', path: '/plans', ready: '.table-bar' },
  { name: 'plan', from: '/plans', open: 'a[href^="/plans/"]', ready: '.plan-body' },
  { name: 'year-tree', from: '/plans?state=published', open: 'a[href^="/plans/"]', then: ['.tabs a[href*="/year/progress"]'], ready: '.year-tree, .empty' },
  { name: 'year-target', from: '/plans?state=published', open: 'a[href^="/plans/"]', then: ['.tabs a[href*="/year/progress"]', '.year-target'], ready: '.target-drawer .facts' },
  { name: 'year-roadmap', from: '/plans?state=published', open: 'a[href^="/plans/"]', then: ['.tabs a[href*="/year/roadmap"]'], ready: '.roadmap, .by-month, .empty' },
  { name: 'year-lists', from: '/plans?state=published', open: 'a[href^="/plans/"]', then: ['.tabs a[href*="/year/lists"]'], ready: '.list-names' },
  { name: 'year-compare', from: '/plans?state=published', open: 'a[href^="/plans/"]', then: ['.tabs a[href$="/comparison"]'], ready: 'article.compare-row, .empty' },
  { name: 'year-search', path: '/plans/search?q=学校', ready: '.table-bar' },
  ...(process.env.FIXTURE ? [{ name: 'flow', path: '/health/flow', ready: '.flow' }, { name: 'plan-health', path: '/plans/p-1?tab=health', ready: '.health' }, { name: 'plan-doubts', path: '/plans/p-1?show=doubt', ready: '.plan-body' }, { name: 'plan-amendments', path: '/plans/p-2?tab=amendments', ready: '.amendment' }] : []),
  { name: 'tasks', path: '/tasks', ready: '.table-bar' },
  { name: 'tasks-late', path: '/tasks?overdue=true&sort=due', ready: '.table-bar' },
  { name: 'task', from: '/tasks', open: 'main a[href^="/tasks/"]:not([href^="/tasks/reports"])', ready: '.facts' },
  { name: 'task-asking', from: '/tasks?waiting=extension', open: 'main a[href^="/tasks/"]:not([href^="/tasks/reports"])', ready: '.facts' },
  { name: 'task-suspended', from: '/tasks?state=suspended', open: 'main a[href^="/tasks/"]:not([href^="/tasks/reports"])', ready: '.facts' },
  { name: 'reports', path: '/tasks/reports', ready: '.table-bar' },
  { name: 'reports-units', path: '/tasks/reports/units', ready: '.table-bar' },
  { name: 'alerts', path: '/alerts', ready: '.table-bar' },
  { name: 'alert', from: '/alerts', open: 'main a[href^="/alerts/"]:not([href^="/alerts/rules"]):not([href^="/alerts/simulation"])', ready: '.ladder' },
  { name: 'alert-rules', path: '/alerts/rules', ready: '.rung-table' },
  { name: 'alert-simulation', path: '/alerts/simulation', ready: '.key-figures, .empty' },
  ...(process.env.FIXTURE ? [{ name: 'alert-rule-draft', path: '/alerts/rules?version=3', ready: '.rule-moved' }, { name: 'alert-compared', path: '/alerts/simulation?against=3', ready: '.differences' }, { name: 'alert-simulated-list', path: '/alerts/simulation?list=messages&recipient=s-3', ready: '.simulated li' }] : []),
  { name: 'messages', path: '/messages', ready: '.table-bar' },
  { name: 'units', path: '/units', ready: '.table-bar' },
  { name: 'unit', from: '/units?kind=SCHOOL', open: 'main a[href^="/units/"]:not(.tabs a)', ready: '.facts' },
  { name: 'people', path: '/units/people', ready: '.table-bar' },
  { name: 'burden', path: '/units/burden', ready: '.table-bar' },
  { name: 'calendar', path: '/units/calendar/2026', ready: '.calendar-year' },
  { name: 'webhooks', path: '/webhooks', ready: '.table-bar' },
  ...(process.env.FIXTURE ? [{ name: 'webhook', path: '/webhooks/w-1', ready: '.facts' }, { name: 'webhook-off', path: '/webhooks/w-3', ready: '.facts' }] : []),
  { name: 'deliveries', path: '/health/deliveries', ready: '.table-bar' },
  { name: 'dead-letters', path: '/health/dead-letters/task', ready: '.table-bar' },
  { name: 'not-found', path: '/no/such/page', ready: '.empty' },
];
const SCREENS = [
  { name: '1440', width: 1440, height: 900 },
  { name: '390', width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
];
/** A loaded machine is slow, not wrong. */
const PATIENCE = 60_000;
const faults = [];
const fault = (where, said) => {
  const what = said.split('\n')[0].slice(0, 300);
  faults.push(`${where}: ${what}`);
  console.log(`  ✗ ${where}: ${what}`);
};

async function newContext(browser, options) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  return context;
}

async function logIn(page) {
  await page.goto(base + '/', { waitUntil: 'domcontentloaded' });
  if (await page.locator('#root').count()) return;
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click({ noWaitAfter: true });
  await page.waitForURL((url) => url.origin === new URL(base).origin && !url.pathname.startsWith('/login'), { timeout: PATIENCE, waitUntil: 'domcontentloaded' });
}

/** Quiet: nothing asked for that is not answered (the stream never is), no placeholder left. */
const asked = new WeakMap();
function watch(page) {
  const open = new Set();
  asked.set(page, open);
  page.on('request', (request) => !request.url().endsWith('/stream') && open.add(request));
  for (const ended of ['requestfinished', 'requestfailed']) page.on(ended, (request) => open.delete(request));
}
async function settle(page) {
  const until = performance.now() + 10_000;
  for (let quiet = 0; quiet < 3 && performance.now() < until; ) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 40))));
    quiet = asked.get(page).size === 0 && (await page.locator('.bones').count()) === 0 ? quiet + 1 : 0;
  }
  await page.evaluate(() => document.fonts.ready);
}

async function look(page, where, ready) {
  await page.locator(ready).first().waitFor({ timeout: PATIENCE }).catch(() => fault(where, `nothing like ${ready} appeared`));
  await settle(page);
  await page.screenshot({ path: join(screens, `${where}.png`) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 1) fault(where, `${wide} px wider than its screen`);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, nodes } of violations) fault(where, `axe ${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`);
}

async function walk(browser, screen, language) {
  const { name, width, height, ...device } = screen;
  const context = await newContext(browser, { viewport: { width, height }, locale: language, reducedMotion: 'reduce', bypassCSP: false, ...device });
  await context.addInitScript((spoken) => localStorage.setItem('dudao.language', spoken), language);
  const page = await context.newPage();
  watch(page);
  let where = 'login';
  page.on('pageerror', (error) => fault(where, `script: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && !/status of (404|422)/.test(message.text()) && fault(where, `console: ${message.text()}`));
  await logIn(page);
  for (const { name: called, path, from, open, then = [], ready } of PAGES.filter((one) => one.name.includes(only))) {
    where = `${called}-${name}-${language}`;
    console.log(where);
    await page.goto(base + (path ?? from), { waitUntil: 'domcontentloaded' });
    if (open) {
      await page.locator('.table-bar').first().waitFor({ timeout: PATIENCE }).catch(() => undefined);
      await settle(page);
      const link = page.locator(`main ${open.replace(/^main /, '')}`).first();
      if ((await link.count()) === 0) {
        console.log(`  – nothing to open in ${from}`);
        continue;
      }
      await link.click();
      for (const step of then) await page.locator(step).first().click();
    }
    await look(page, where, ready);
  }
  if (language === 'en') {
    const chinese = await page.goto(base + '/').then(() => settle(page)).then(() => page.locator('nav.side, nav.bottom').first().textContent());
    if (/[\u4e00-\u9fff]/.test(chinese ?? '')) fault('navigation', `Chinese in the English navigation: ${chinese}`);
  }
  await context.close();
}

/** The browser holds a random number, and no script can read it. */
async function holdsNoToken(browser) {
  if (process.env.FIXTURE) return;
  const context = await newContext(browser);
  const page = await context.newPage();
  watch(page);
  await logIn(page);
  await settle(page);
  const cookies = (await context.cookies(base)).filter(({ name }) => name.startsWith('q_session'));
  if (cookies.length !== 1) fault('session', `${cookies.length} session cookies`);
  for (const cookie of cookies) {
    if (!cookie.httpOnly) fault('session', 'its cookie is not HttpOnly');
    if (cookie.sameSite !== 'Lax') fault('session', `its cookie is SameSite=${cookie.sameSite}`);
    if (cookie.value.includes('ey') && cookie.value.includes('.')) fault('session', 'its cookie looks like a token');
  }
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  if (/eyJ|q_session/.test(kept)) fault('session', 'a token or the session lies in the page');
  const bare = await page.evaluate(() => fetch('/api/task/v1/tasks/x/acceptance', { method: 'PUT' }).then(({ status }) => status));
  if (bare !== 403) fault('forgery', `an act without its header was answered ${bare}`);
  await page.goto(`${base}/logout`);
  const after = await page.evaluate(() => fetch('/api/console/v1/me').then(({ status }) => status)).catch(() => 'unreachable');
  if (new URL(page.url()).origin === new URL(base).origin && after === 200) fault('logout', 'the session is still there');
  const stranger = await (await browser.newContext()).request.get(`${base}/api/plan/v1/plans`, { maxRedirects: 0 });
  if (stranger.status() !== 401 || !stranger.headers()['content-type']?.includes('problem+json')) fault('login', `a stranger's call was answered ${stranger.status()} ${stranger.headers()['content-type']}`);
  await context.close();
}

const browser = await openBrowser();
try {
  for (const screen of SCREENS) {
    for (const language of ['zh-CN', 'en']) await walk(browser, screen, language).catch((error) => fault(`${screen.name}-${language}`, `stopped: ${error.message}`));
  }
  await holdsNoToken(browser).catch((error) => fault('session', `stopped: ${error.message}`));
} finally {
  await browser.close();
}
console.log(faults.length === 0 ? `All pages are as they should be. Pictures: ${screens}` : `\n${faults.length} faults\n${faults.join('\n')}`);
process.exit(faults.length === 0 ? 0 : 1);
