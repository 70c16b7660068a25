import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  accessible,
  api,
  findStudy,
  go,
  greys,
  picture,
  quit,
  shoot,
  signIn,
  untilGreys,
  visit,
} from './support/browser.mjs';

after(quit);

const readout = (page) => page.locator('[data-readout=window]').innerText();

test('the reading list is walked and opened with the keyboard', () =>
  visit('en-GB', async (page) => {
    await signIn(page, 'clinician');
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    await accessible(page, 'reading list');
    await shoot(page, 'reading-list');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await rows.nth(1).locator('a').getAttribute('href');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), second);
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await picture(page).waitFor();
    assert.ok(page.url().endsWith(second), page.url());
    await page.keyboard.press('k');
    await page.waitForFunction((href) => !window.location.hash.endsWith(href), second);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Reading list' }).waitFor();
  }));

test('filters stay in the address', () =>
  visit('fr-FR', async (page) => {
    await signIn(page, 'clinician');
    await page.locator('tbody tr').first().waitFor();
    await page.getByLabel('Signalements').selectOption('false');
    await page.waitForFunction(() => window.location.hash.includes('flagged=false'));
    await page.reload();
    assert.equal(await page.getByLabel('Signalements').inputValue(), 'false');
    await accessible(page, 'reading list in French');
  }));

test('the window changes pixels: by drag, by preset on AZERTY, inverted, and back', () =>
  visit('en-GB', async (page, context) => {
    await signIn(page, 'clinician');
    const { hash } = await findStudy(context, (study) => study.prediction);
    await go(page, hash);
    await picture(page).waitFor();
    const before = await untilGreys(page, (g) => g.levels > 16, 'a picture has many grey levels');
    const windowBefore = await readout(page);
    await accessible(page, 'study');

    const box = await picture(page).boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y - 60, { steps: 6 });
    await page.mouse.up();
    assert.notEqual(await readout(page), windowBefore);
    const dragged = await untilGreys(page, (g) => g.histogram !== before.histogram, 'dragging changes the picture');

    // the digit row of a French keyboard: the 3 key writes "
    const windowDragged = await readout(page);
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '"', code: 'Digit3', bubbles: true })),
    );
    await untilGreys(page, (g) => g.histogram !== dragged.histogram, 'the preset changes the picture');
    assert.notEqual(await readout(page), windowDragged);

    const preset = await greys(page);
    await page.keyboard.press('i');
    await untilGreys(page, (g) => Math.abs(g.mean + preset.mean - 255) < 8, 'inverting mirrors the grey values');
    await page.keyboard.press('r');
    await untilGreys(page, (g) => g.histogram === before.histogram, 'reset shows the picture as at first');
    assert.equal(await readout(page), windowBefore);
  }));

test('right drag zooms, middle drag pans, F fits again', () =>
  visit('en-GB', async (page, context) => {
    await signIn(page, 'clinician');
    const { hash } = await findStudy(context, (study) => study.prediction);
    await go(page, hash);
    await picture(page).waitFor();
    const before = await untilGreys(page, (g) => g.levels > 16, 'a picture has many grey levels');
    const box = await picture(page).boundingBox();
    for (const button of ['right', 'middle']) {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down({ button });
      await page.mouse.move(box.x + box.width / 2 + 70, box.y + box.height / 2 + 80, { steps: 6 });
      await page.mouse.up({ button });
      await untilGreys(page, (g) => g.histogram !== before.histogram, `${button} drag changes the picture`);
      await page.keyboard.press('f');
      await untilGreys(page, (g) => g.histogram === before.histogram, 'fit shows the whole picture');
    }
  }));

test('a picture that does not come is an error, and blocks the flag', () =>
  visit(
    'en-GB',
    async (page, context) => {
      await page.route('**/frames/*', (route) => route.abort());
      await signIn(page, 'clinician');
      const { hash } = await findStudy(context, (study) => study.prediction);
      await go(page, hash);
      await page.getByText('The image could not be shown.').waitFor();
      await page.keyboard.press('p');
      assert.equal(await page.locator('input[name=reason]:checked').count(), 0);
      assert.equal(await page.getByRole('button', { name: 'Save' }).isDisabled(), true);
      await accessible(page, 'study without its picture');
    },
    /^XMLHttpRequest$/,
  )); // the loader rejects a promise of its own that nobody can catch

test('candidates are invisible to clinicians, and labelled for engineers', async () => {
  let shown = null;
  await visit('en-GB', async (page, context) => {
    await signIn(page, 'engineer');
    const models = await api(context, '/models');
    for (const { name } of models.items ?? models) {
      const list = await api(context, `/studies?model=${name}&limit=20`);
      for (const item of list.items) {
        const study = await api(context, `/studies/${item.studyUid}?model=${name}`);
        if (study.prediction && study.shadowPredictions?.length > 0) {
          shown = {
            hash: `#/study/${item.studyUid}?model=${name}`,
            path: `/studies/${item.studyUid}?model=${name}`,
            study,
          };
          break;
        }
      }
    }
    assert.ok(shown, 'the service has no study with a shadow result');
    await go(page, shown.hash);
    await picture(page).waitFor();
    const box = page.getByRole('region', { name: 'Shadow results: not in clinical use' });
    for (const { version } of shown.study.shadowPredictions) {
      await box.getByRole('cell', { name: version, exact: true }).waitFor();
    }
    await accessible(page, 'study for an engineer');
  });
  await visit('en-GB', async (page, context) => {
    await signIn(page, 'clinician');
    const study = await api(context, shown.path);
    assert.ok(!study.shadowPredictions || study.shadowPredictions.length === 0);
    await go(page, shown.hash);
    await picture(page).waitFor();
    assert.equal(await page.locator('[data-shadow]').count(), 0);
    const said = await page.locator('main').innerText();
    for (const { version } of shown.study.shadowPredictions) {
      assert.ok(!said.includes(version), `a clinician reads "${version}"`);
    }
  });
});

test('F1 lists the keys and Escape closes the list', () =>
  visit('fr-FR', async (page) => {
    await signIn(page, 'clinician');
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Touches' }).waitFor();
    await accessible(page, 'list of keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Touches' }).waitFor();
  }));
