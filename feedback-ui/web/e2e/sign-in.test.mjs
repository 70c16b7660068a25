import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessible, BASE, fillIn, quit, shoot, signIn, visit } from './support/browser.mjs';

after(quit);

test('refuses a wrong password and says so', () =>
  visit('en-GB', async (page) => {
    await page.goto(`${BASE}/ui/`);
    await fillIn(page, 'clinician', 'not-the-password');
    await page.getByText('User name and password do not match.').waitFor();
    await accessible(page, 'sign-in with an error');
  }));

test('signs in and out', () =>
  visit('en-GB', async (page) => {
    await page.goto(`${BASE}/ui/`);
    await page.locator('form').waitFor();
    await accessible(page, 'sign-in');
    await shoot(page, 'sign-in');
    await signIn(page, 'clinician');
    await page.getByRole('heading', { name: 'Reading list' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }));

test('speaks the language of the browser, then the one chosen, and remembers it', () =>
  visit('fr-FR', async (page) => {
    await page.goto(`${BASE}/ui/`);
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    await accessible(page, 'sign-in in French');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }));

test('offers a clinician no page that is not theirs', () =>
  visit('en-GB', async (page) => {
    await signIn(page, 'clinician');
    assert.deepEqual(await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts(), [
      'Studies',
    ]);
    await page.goto(`${BASE}/ui/#/runs`);
    await page.getByRole('heading', { name: 'There is no such page.' }).waitFor();
  }));
