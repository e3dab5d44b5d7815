// @module-tag landing
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { ines, wren } from '../test/cast.ts';
import { examine, examineMails } from '../test/examine.ts';
import { journey } from '../test/journey.ts';
import { mailsOf, nextDigits, press } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

describe.each([
  { scripts: true, name: 'with JavaScript', language: 'ar', direction: 'rtl', text: 'لم أكن مستعدة.' },
  {
    scripts: false,
    name: 'without JavaScript',
    language: 'fr',
    direction: 'ltr',
    text: 'Je n’étais pas prête.',
  },
] as const)('an aunt who reads in $language, $name', ({ scripts, language, direction, text }) => {
  const say = sayIn(language);
  let somebody: Begun['somebody'];
  let site: RunningSite;
  let mother: Page;
  let aunt: Page;

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother, somebody } = begun);
    aunt = await somebody();
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Her page speaks her language, and reads well at every width, by day and night. */
  async function look(name: string): Promise<void> {
    expect(await aunt.locator('html').getAttribute('lang'), name).toBe(language);
    expect(await aunt.locator('html').getAttribute('dir'), name).toBe(direction);
    // axe needs scripts.
    if (scripts) await examine(aunt, `${language}-${name}`);
  }

  test('chooses it from the list, and joins in it', async () => {
    await mother.goto(`${site.url}/home/family`);
    await mother.getByLabel('Their name').fill(ines.name);
    await mother.locator('[name=role][value=keeper]').check();
    await press(mother, button(mother, 'Invite'));
    await aunt.goto(await mother.getByLabel('The link to hand over').inputValue());
    await press(aunt, aunt.locator(`.langs a[hreflang=${language}]`));
    await look('join');
    await aunt.locator('[name=signs-as]').fill(ines.signsAs);
    await aunt.locator('[name=email]').fill(ines.email);
    const before = await mailsOf(site);
    await press(aunt, button(aunt, say('join.do')));
    await look('address');
    await aunt.locator('[name=code]').fill(await nextDigits(site, before));
    await press(aunt, aunt.locator('main form button').first());
    expect(new URL(aunt.url()).pathname).toBe('/home');
    await look('home');
    await aunt.goto(`${site.url}/home/you`);
    expect(await aunt.locator('[name=language]').inputValue()).toBe(language);
    await look('you');
  });

  test('writes and publishes, each page in it; her words stay hers', async () => {
    await aunt.goto(`${site.url}/home`);
    await press(aunt, aunt.getByRole('link', { name: wren.called }).first());
    await look('child');
    await press(aunt, button(aunt, say('tools.write', { called: wren.called })));
    await aunt.locator('textarea[name=text]').fill(text);
    const written = aunt.locator('[name=language]');
    if (!(await written.isVisible()))
      await aunt.locator('details:has([name=language]) > summary').first().click();
    await written.selectOption(language);
    await look('writing');
    await press(aunt, button(aunt, say('writing.look')));
    await look('publication');
    await aunt.locator('[name=audience][value=only-us]').check();
    await press(aunt, aunt.locator('main button.first').last());
    await look('published');
    await aunt.goto(`${site.url}/home`);
    await press(aunt, aunt.getByRole('link', { name: wren.called }).first());
    expect(await aunt.locator('main').innerText()).toContain(text);
    // The same page is in English for her sister.
    await mother.goto(aunt.url());
    expect(await mother.locator('html').getAttribute('lang')).toBe('en');
  });

  test('is told in it what is not there, and asked in it to sign in again', async () => {
    await aunt.goto(`${site.url}/home/nothing-here`);
    await look('not-there');
    expect(await aunt.locator('h1').innerText()).toBe(say('problem.not-found.title'));
    await aunt.goto(`${site.url}/home/you`);
    await aunt.context().clearCookies({ name: /^(?:__Host-)?snowdrop$/ });
    await aunt.goto(`${site.url}/home`);
    await look('sign-in');
    const before = await mailsOf(site);
    await aunt.locator('[name=email]').fill(ines.email);
    await press(aunt, aunt.locator('button.first'));
    await aunt.locator('[name=code]').fill(await nextDigits(site, before));
    await press(aunt, button(aunt, say('sign-in.do')));
    expect(new URL(aunt.url()).pathname).toBe('/home');
    if (scripts) await examineMails(await somebody(), site);
  });
});
