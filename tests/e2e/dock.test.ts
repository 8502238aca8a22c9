/** The demo's dock in a browser: who one is, what day it is. */
import type { Browser } from 'playwright-core';
import { journey, openBrowser, openPhone } from './browser';
import { startServer, type LocalServer } from './server';

journey('the demo dock', () => {
  let server: LocalServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('makes a newcomer a villager at once, and lets them be another', async () => {
    const people = await server.people();
    const head = people.find(({ roles }) => roles.includes('HEAD'));
    const phone = await openPhone(browser, server);
    const { page } = phone;
    await page.getByRole('button', { name: '演示' }).click();
    await page.getByText(`现在是 ${people[0]?.name ?? ''}`).waitFor();
    await Promise.all([page.waitForEvent('load'), page.getByRole('region', { name: '演示' }).getByRole('button', { name: new RegExp(head?.name ?? '?') }).first().click()]);
    expect(await page.evaluate(() => localStorage.getItem('demo:person'))).toContain(head?.id ?? '?');
    await page.getByRole('button', { name: '演示' }).click();
    await page.getByText(`现在是 ${head?.name ?? '?'}`).waitFor();
    await phone.close();
  });

  it('puts what a phone holds away with its owner', async () => {
    const people = await server.people();
    const [first, second] = people;
    const phone = await openPhone(browser, server, { person: first?.id, storage: { 'mine': 'of the first' } });
    const be = async (name: string): Promise<void> => {
      await phone.page.getByRole('button', { name: '演示' }).click();
      await Promise.all([phone.page.waitForEvent('load'), phone.page.getByRole('region', { name: '演示' }).getByRole('button', { name: new RegExp(`^${name}`) }).first().click()]);
    };
    await be(second?.name ?? '?');
    expect(await phone.page.evaluate(() => localStorage.getItem('mine'))).toBeNull();
    await be(first?.name ?? '?');
    expect(await phone.page.evaluate(() => localStorage.getItem('mine'))).toContain('of the first');
    await phone.close();
  });

  it('moves the clock', async () => {
    const phone = await openPhone(browser, server, { person: (await server.people())[0]?.id });
    const before = await server.now();
    await phone.page.getByRole('button', { name: '演示' }).click();
    await Promise.all([phone.page.waitForEvent('load'), phone.page.getByRole('button', { name: '过 1 天' }).click()]);
    expect((await server.now()) - before).toBeGreaterThanOrEqual(86_400_000);
    await phone.close();
  });

  it('runs under the policy that lets a page run nothing but its own scripts', async () => {
    const phone = await openPhone(browser, server, { person: (await server.people())[0]?.id });
    await phone.page.getByRole('button', { name: '演示' }).waitFor();
    expect(phone.errors.filter((error) => /Content Security Policy/i.test(error))).toEqual([]);
    await phone.close();
  });

  it('does not exist outside demo mode', async () => {
    const plain = await startServer({ demo: 'off', env: { HOST: '127.0.0.1' } });
    const phone = await openPhone(browser, plain);
    const asked = await phone.page.evaluate(async () => (await fetch('/demo/people')).status);
    expect(asked).toBe(404);
    await phone.page.waitForTimeout(500);
    expect(await phone.page.getByRole('button', { name: '演示' }).count()).toBe(0);
    await phone.close();
    await plain.stop();
  });
});
