// A real Chromium against a running service. BASE_URL says where; CHROMIUM which browser; SCREENSHOTS where pictures go.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const BASE = (process.env.BASE_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const API = `${BASE}/api/v1`;
const PASSWORD = process.env.VIGIE_DEMO_PASSWORD ?? 'vigie-demo';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser = null;

/** Software WebGL with fixed flags: the same picture on every machine, no graphics card needed. */
export async function launch() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  return browser;
}

export async function quit() {
  await browser?.close();
  browser = null;
}

/**
 * A fresh visitor. At the end of `visit` no script has failed, but for `expected` faults, and the security policy has
 * blocked nothing.
 */
export async function visit(locale, work, expected = null) {
  const context = await (
    await launch()
  ).newContext({ locale, viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Paris' });
  const faults = [];
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => {
    if (!expected?.test(error.message)) {
      faults.push(`page error: ${error.message}`);
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) {
      faults.push(message.text());
    }
  });
  try {
    await work(page, context);
    assert.deepEqual(faults, []);
  } catch (error) {
    error.message += `\n  at ${page.url()}${faults.length > 0 ? `\n  faults: ${faults.join('\n  ')}` : ''}`;
    throw error;
  } finally {
    await context.close();
  }
}

export async function signIn(page, username, hash = '') {
  await page.goto(`${BASE}/ui/${hash}`);
  await fillIn(page, username, PASSWORD);
  await page.getByRole('banner').waitFor();
}

export async function fillIn(page, username, password) {
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('form button[type=submit]').click();
}

/** Asks the service with the visitor's own cookie. */
export async function api(context, path) {
  const answer = await context.request.get(API + path, { headers: { Accept: 'application/json' } });
  assert.equal(answer.status(), 200, `GET ${path}`);
  return answer.json();
}

/** The first study in the visitor's reading list that `wanted` accepts. */
export async function findStudy(context, wanted, fields = '') {
  const models = await api(context, '/models');
  for (const { name } of models.items ?? models) {
    let cursor = '';
    for (let page = 0; page < 20; page += 1) {
      const list = await api(context, `/studies?model=${name}&limit=100${fields}${cursor}`);
      const found = list.items.find(wanted);
      if (found) {
        return { ...found, model: name, hash: `#/study/${found.studyUid}?model=${name}` };
      }
      if (!list.next) {
        break;
      }
      cursor = `&cursor=${encodeURIComponent(list.next)}`;
    }
  }
  throw new Error('the service has no such study: run it with the demo hospital');
}

/** Goes to a place in the application and waits until its picture, if it has one, is there. */
export async function go(page, hash) {
  await page.goto(`${BASE}/ui/${hash}`);
  await page.getByRole('banner').waitFor();
}

export const picture = (page, state = 'shown') => page.locator(`[data-picture=${state}]`);

/** No violation of WCAG 2.2 A and AA nor of axe's best practices. */
export async function accessible(page, where) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => (await window.axe.run(document)).violations);
  assert.deepEqual(
    violations.map(
      (each) =>
        `${each.id}: ${each.nodes
          .map((node) => node.target.join(' '))
          .slice(0, 5)
          .join(', ')}`,
    ),
    [],
    `axe on ${where}`,
  );
}

/** What the viewer shows: how many pixels have which grey value. */
export async function greys(page) {
  const box = await picture(page).boundingBox();
  // the middle of the picture, clear of the corner texts
  const clip = {
    x: box.x + box.width * 0.25,
    y: box.y + box.height * 0.2,
    width: box.width * 0.5,
    height: box.height * 0.6,
  };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data: pixels } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const histogram = new Array(256).fill(0);
    let sum = 0;
    for (let i = 0; i < pixels.length; i += 4) {
      histogram[pixels[i]] += 1;
      sum += pixels[i];
    }
    return {
      levels: histogram.filter((n) => n > 0).length,
      mean: sum / (pixels.length / 4),
      histogram: histogram.join(),
    };
  }, png);
}

/** Waits until the viewer's picture has come to rest and satisfies `wanted`. */
export async function untilGreys(page, wanted, what) {
  let seen = null;
  for (let i = 0; i < 40; i += 1) {
    const before = seen;
    seen = await greys(page);
    if (before?.histogram === seen.histogram && wanted(seen)) {
      return seen;
    }
    await page.waitForTimeout(100);
  }
  return assert.fail(`${what}; the picture has ${seen.levels} grey levels, mean ${seen.mean}`);
}

/** Keeps a picture for the documentation when SCREENSHOTS names a folder. */
export async function shoot(page, name, options = {}) {
  const folder = process.env.SCREENSHOTS;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), ...options });
  }
}
