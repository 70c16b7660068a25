import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessible, api, BASE, go, quit, shoot, signIn, visit } from './support/browser.mjs';

after(quit);

const first = (answer) => (answer.items ?? answer)[0];

for (const [locale, words] of [
  ['en-GB', { table: 'Show as table', sensitivity: 'Sensitivity' }],
  ['fr-FR', { table: 'Afficher en tableau', sensitivity: 'Sensibilité' }],
]) {
  test(`the model overview draws its weeks and reads them out (${locale})`, () =>
    visit(locale, async (page, context) => {
      await signIn(page, 'quality');
      const model = first(await api(context, '/models'));
      const overview = await api(context, `/models/${model.name}/overview`);
      assert.ok(overview.weeks.length > 0, 'no week has been looked at: run the service with the demo hospital');
      await go(page, `#/models/${model.name}`);
      await page.locator('figure canvas').first().waitFor();
      await accessible(page, 'model overview');
      await shoot(page, locale === 'en-GB' ? 'overview' : 'overview-fr', { fullPage: true });
      const figure = page.getByRole('region', { name: words.sensitivity }).locator('figure');
      assert.match(await figure.getByRole('img').first().getAttribute('aria-label'), new RegExp(words.sensitivity));
      await figure.getByRole('button', { name: words.table }).click();
      assert.equal(await figure.locator('tbody tr').count(), overview.weeks.length);
      await accessible(page, 'model overview with a table');
    }));
}

test('runs show their progress and why cases have no score', () =>
  visit('en-GB', async (page, context) => {
    await signIn(page, 'engineer');
    const run = first(await api(context, '/runs'));
    assert.ok(run, 'the service has no run');
    await go(page, `#/runs/${run.id}`);
    await page.getByRole('progressbar').first().waitFor();
    await page.getByRole('region', { name: 'By version' }).waitFor();
    await page.getByText('Start a run').first().click();
    await accessible(page, 'runs');
    await page.getByText('Start a run').first().click();
    await shoot(page, 'runs');
  }));

test('a report is written and downloaded', () =>
  visit('fr-FR', async (page, context) => {
    await signIn(page, 'quality');
    await go(page, '#/reports');
    await page.getByRole('button', { name: 'Rédiger le rapport' }).click();
    await page.getByText(/Le rapport de .* est prêt\./).waitFor({ timeout: 60_000 });
    const link = page.getByRole('link', { name: /^PDF/ }).first();
    const answer = await context.request.get(new URL(await link.getAttribute('href'), BASE).href);
    assert.equal(answer.status(), 200);
    assert.equal((await answer.body()).subarray(0, 5).toString('latin1'), '%PDF-');
    await accessible(page, 'reports');
    await shoot(page, 'reports');
  }));

test('alerts say what happened in both languages', async () => {
  for (const locale of ['en-GB', 'fr-FR']) {
    await visit(locale, async (page, context) => {
      await signIn(page, 'quality');
      const alert = first(await api(context, '/alerts'));
      await go(page, '#/alerts');
      if (alert) {
        await page.getByText(alert.titleText[locale.slice(0, 2)]).first().waitFor();
      }
      await accessible(page, 'alerts');
      await shoot(page, locale === 'en-GB' ? 'alerts' : 'alerts-fr');
    });
  }
});
