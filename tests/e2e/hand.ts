/** A person's hand and eyes on a phone: what a journey does and sees is said in the words on the screen. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { PATIENCE_MS } from './patience';
import { isWaiting, toastsSaid } from './watch-page';

export interface Hand {
  readonly page: Page;
  /** Waits until the screen says these words, or a toast has said them since the last key or tap. */
  see(words: string | RegExp): Promise<void>;
  /** Waits until the screen no longer says them. */
  gone(words: string | RegExp): Promise<void>;
  /** Whether the screen says them now; of what the last act brings about, ask when that has been seen. */
  sees(words: string | RegExp): Promise<boolean>;
  /** Taps what can be tapped and bears these words: exactly these if there is one, else the first that holds them. */
  tap(words: string): Promise<void>;
  /** Types into the field of this name, in place of what stands there. */
  fill(label: string, text: string): Promise<void>;
  /** Taps a button of the dialog that asks once more. */
  confirm(words: string): Promise<void>;
  /** Chooses from the list that a tap brought up. */
  choose(words: string): Promise<void>;
  /** Picks one of a picker's rows: taps the line that says `line`, then the row. */
  pick(line: string, row: string): Promise<void>;
  /** Takes the day on which the phone's wheel stands when the line that says `line` opens it: today, unless another was chosen. */
  pickDay(line: string): Promise<void>;
  /** Taps what opens a file chooser and gives it these files. */
  give(words: string, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void>;
  /** Taps what saves a file, chooses which where a list is brought up, and takes the file. */
  take(words: string, choice?: string): Promise<{ readonly name: string; readonly bytes: Buffer }>;
  /** Waits until the page stands alone and every answer is in and drawn; what is asked past the words, and what keys do, begins with this. */
  settled(): Promise<void>;
  /** Everything the screen says now. */
  reads(): Promise<string>;
}

/** Answers that are still out after so long are not waited for: a page may ask all the time. */
const QUIET_WITHIN_MS = 5_000;
const LOOK_AGAIN_MS = 50;
const MOST_OF_AN_ERROR = 1_500;
const TAPPABLE = ['button', 'radio', 'switch', 'tab', 'checkbox', 'link'].map((role) => `[role="${role}"]`).join(',');
const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

export function handOn(page: Page): Hand {
  const saying = (words: string | RegExp): Locator => page.getByText(words).filter({ visible: true }).first();

  async function orTell(what: string, wait: () => Promise<void>): Promise<void> {
    try {
      await wait();
    } catch (error) {
      throw new Error(`${what}\nThe screen at ${page.url()} says:\n${await readsAnyhow()}\n${String(error).slice(0, MOST_OF_AN_ERROR)}`);
    }
  }
  async function readsAnyhow(): Promise<string> {
    // Pages below the one in front are still in the document, but not drawn.
    return (await page.locator('body').innerText()).replace(/\n+/g, '\n').trim();
  }
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS} ms`);
      await page.waitForTimeout(LOOK_AGAIN_MS);
    }
  }
  /** Until the page that the address names stands alone: one that slides away still shows what could be tapped, and takes it along. */
  async function arrived(): Promise<void> {
    await page.waitForFunction(() => {
      const [path = ''] = location.hash.replace(/^#\//, '').split('?');
      const drawn = [...document.querySelectorAll('.taro_page')].filter((one) => getComputedStyle(one).display !== 'none');
      return drawn.length === 0 || (drawn.length === 1 && (drawn[0] as Element).id.replace(/^\//, '').startsWith(path));
    }, undefined, { timeout: PATIENCE_MS, polling: LOOK_AGAIN_MS });
  }
  /** Until every answer is in and drawn: a late one moves, renames or replaces what a finger is about to touch. */
  async function quiet(): Promise<void> {
    const end = Date.now() + QUIET_WITHIN_MS;
    do {
      while (isWaiting(page) && Date.now() < end) await page.waitForTimeout(LOOK_AGAIN_MS);
      // What has come in is drawn by the next frame, and may then ask for more.
      await page.waitForFunction(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(() => done(true), 0)); }), undefined, { timeout: PATIENCE_MS });
    } while (isWaiting(page) && Date.now() < end);
  }
  async function settled(): Promise<void> {
    await arrived();
    await quiet();
  }
  /** The first of these, once it is there and nothing is on its way that could take it away. */
  async function still(found: Locator): Promise<Locator> {
    await arrived();
    await found.first().waitFor({ timeout: PATIENCE_MS });
    await quiet();
    return found.first();
  }
  async function tappable(words: string): Promise<Locator> {
    const quoted = JSON.stringify(words);
    const all = page.locator(TAPPABLE).filter({ visible: true });
    const exact = all.and(page.locator(`[aria-label=${quoted}]`)).or(all.filter({ has: page.locator(`xpath=self::*[normalize-space(.)=${quoted}]`) }));
    const holding = all.and(page.locator(`[aria-label*=${quoted}]`)).or(all.filter({ hasText: words }));
    await still(holding.or(exact));
    return (await exact.count()) > 0 ? exact.first() : holding.first();
  }
  const click = async (found: Locator): Promise<void> => (await still(found)).click({ timeout: PATIENCE_MS });
  async function isSaid(words: string | RegExp): Promise<boolean> {
    if (await saying(words).isVisible()) return true;
    return (await toastsSaid(page)).some((toast) => (typeof words === 'string' ? toast.includes(words) : words.test(toast)));
  }

  const tap = (words: string): Promise<void> => orTell(`Could not tap ${words}.`, async () => (await tappable(words)).click({ timeout: PATIENCE_MS }));
  const choose = (words: string): Promise<void> => orTell(`Was not offered ${words}.`, () => page.locator('.taro__actionSheet').getByText(words, { exact: true }).filter({ visible: true }).last().click({ timeout: PATIENCE_MS }));
  const line = (words: string): Locator => page.locator('.c-picker-line').filter({ hasText: words, visible: true });

  return {
    page,
    async reads() {
      await arrived();
      return readsAnyhow();
    },
    see: (words) => orTell(`Did not see ${String(words)}.`, () => until(() => isSaid(words))),
    gone: (words) => orTell(`Still sees ${String(words)}.`, async () => {
      await arrived();
      await until(async () => !(await saying(words).isVisible()));
    }),
    async sees(words) {
      await arrived();
      return saying(words).isVisible();
    },
    settled,
    tap,
    fill: (label, text) => orTell(`Could not write into ${label}.`, async () => {
      const quoted = JSON.stringify(label);
      await (await still(page.locator(`input[aria-label=${quoted}], textarea[aria-label=${quoted}]`).filter({ visible: true }))).fill(text, { timeout: PATIENCE_MS });
    }),
    confirm: (words) => orTell(`Was not asked ${words}.`, () => page.locator('.taro__modal, .taro-modal__foot').getByText(words, { exact: true }).filter({ visible: true }).last().click({ timeout: PATIENCE_MS })),
    choose,
    pick: (opens, row) => orTell(`Could not pick ${row} under ${opens}.`, async () => {
      await click(line(opens));
      await click(page.getByRole('radio', { name: row, exact: true }).filter({ visible: true }));
    }),
    pickDay: (opens) => orTell(`Could not pick a day under ${opens}.`, async () => {
      await click(line(opens));
      await page.locator('.weui-picker__action').getByText('确定', { exact: true }).filter({ visible: true }).click({ timeout: PATIENCE_MS });
    }),
    async take(words, choice) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE_MS }), choice === undefined ? tap(words) : tap(words).then(() => choose(choice))]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    async give(words, files) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: PATIENCE_MS }), tap(words)]);
      await chooser.setFiles(files.map(({ name, bytes }) => ({ name, mimeType: TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream', buffer: bytes })));
    },
  };
}
