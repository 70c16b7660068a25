import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessible, api, fillIn, findStudy, go, picture, quit, shoot, signIn, visit } from './support/browser.mjs';

after(quit);

const PASSWORD = process.env.VIGIE_DEMO_PASSWORD ?? 'vigie-demo';

async function mine(context, study) {
  const flags = await api(context, '/flags/mine');
  return flags.items.filter((flag) => flag.studyId === study.id);
}

async function open(page, context, locale = '') {
  await signIn(page, `clinician${locale}`);
  const study = await findStudy(context, (each) => each.prediction && !each.flaggedByMe);
  await go(page, study.hash);
  await picture(page).waitFor();
  return study;
}

test('a flag is two keys, is confirmed, and is found through the API', () =>
  visit('fr-FR', async (page, context) => {
    const study = await open(page, context);
    const before = (await mine(context, study)).length;
    assert.equal(await page.locator('input[name=reason]:checked').count(), 0, 'nothing is chosen beforehand');

    await shoot(page, 'study');
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');

    await page.getByText(/Enregistré à .* : Faux positif/).waitFor();
    const flags = await mine(context, study);
    assert.equal(flags.length, before + 1);
    const [flag] = flags.filter((each) => each.reason === 'FALSE_POSITIVE');
    assert.equal(flag.model, study.model);
    await accessible(page, 'study after flagging');
    await shoot(page, 'study-flagged');

    await visit('en-GB', async (other, quality) => {
      await signIn(other, 'quality');
      const seen = await api(quality, `/flags?study=${study.id}`);
      assert.ok(
        seen.items.some((each) => each.id === flag.id),
        'quality finds the flag too',
      );
    });

    await go(page, '#/');
    await page.goto(`${page.url().split('#')[0]}#/?model=${study.model}&flagged=true`);
    await page.getByText('signalé par vous').first().waitFor();
  }));

test('agreeing is as quick as disagreeing', () =>
  visit('en-GB', async (page, context) => {
    const study = await open(page, context);
    await page.keyboard.press('a');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Saved at .*: I agree/).waitFor();
    assert.ok((await mine(context, study)).some((flag) => flag.reason === 'AGREE'));
  }));

test('a draft survives a reload, with everything in it', () =>
  visit('en-GB', async (page, context) => {
    await open(page, context);
    await page.keyboard.press('x');
    await page.getByText('More, if you wish').click();
    await page.getByLabel('Possible harm').selectOption('3');
    await page.getByLabel('Comment').fill('behind the heart, p and x are only letters here');
    await page.reload();
    await picture(page).waitFor();
    assert.equal(await page.locator('input[name=reason]:checked').inputValue(), 'MISSED_FINDING');
    assert.equal(await page.getByLabel('Possible harm').inputValue(), '3');
    assert.match(await page.getByLabel('Comment').inputValue(), /behind the heart/);
    await accessible(page, 'study with a draft');
  }));

test('without network a flag waits, and is then stored exactly once', () =>
  visit('en-GB', async (page, context) => {
    const study = await open(page, context);
    const before = (await mine(context, study)).length;
    await context.setOffline(true);
    await page.keyboard.press('u');
    await page.keyboard.press('Enter');
    await page.getByText('No network. Kept on this computer').waitFor();
    await page.getByText('1 flag waiting to be sent').waitFor();
    await context.setOffline(false);
    await page.getByText('1 flag waiting to be sent').waitFor({ state: 'detached' });
    await page.reload();
    await picture(page).waitFor();
    const flags = await mine(context, study);
    assert.equal(flags.length, before + 1);
    assert.equal(flags.filter((flag) => flag.reason === 'UNUSABLE_IMAGE').length, 1);
  }));

test('an answer lost on the way does not make two flags', () =>
  visit('en-GB', async (page, context) => {
    const study = await open(page, context);
    const before = (await mine(context, study)).length;
    let lost = 0;
    await page.route('**/api/v1/flags', async (route) => {
      if (route.request().method() === 'POST' && lost === 0) {
        lost += 1;
        await route.fetch(); // the service stores it
        await route.abort(); // and its answer never arrives
      } else {
        await route.continue();
      }
    });
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');
    await page.getByText('No network. Kept on this computer').waitFor();
    await page.getByText('1 flag waiting to be sent').waitFor({ state: 'detached' });
    assert.equal(lost, 1);
    assert.equal((await mine(context, study)).length, before + 1);
  }));

test('a session that ends while saving loses nothing', () =>
  visit('en-GB', async (page, context) => {
    const study = await open(page, context);
    const before = (await mine(context, study)).length;
    await context.clearCookies();
    await page.keyboard.press('g');
    await page.keyboard.press('Enter');
    await page.getByText('Your session has ended.').waitFor();
    await fillIn(page, 'clinician', PASSWORD);
    await picture(page).waitFor();
    await page.getByRole('region', { name: 'Your view' }).getByText('Wrong grade or measure').nth(1).waitFor();
    assert.equal((await mine(context, study)).length, before + 1);
  }));

test('single-letter keys can be switched off', () =>
  visit('en-GB', async (page, context) => {
    await open(page, context);
    await page.keyboard.press('F1');
    await page.getByLabel('Single-letter keys').uncheck({ force: true });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('p');
    assert.equal(await page.locator('input[name=reason]:checked').count(), 0);
  }));
