/** A person's hand and eyes on a phone: what a journey does and sees is said in the words on the screen. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

export interface Hand {
  readonly page: Page;
  /** Waits until the screen says these words. */
  see(words: string | RegExp): Promise<void>;
  /** Waits until the screen no longer says them. */
  gone(words: string | RegExp): Promise<void>;
  /** Whether the screen says them now. */
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
  /** Taps what saves a file and takes the file. */
  take(words: string): Promise<{ readonly name: string; readonly bytes: Buffer }>;
  /** Everything the screen says. */
  reads(): Promise<string>;
}

/** Long, because two cores may be busy with a build beside the tests. */
const PATIENCE_MS = 20_000;
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
      throw new Error(`${what}\nThe screen at ${page.url()} says:\n${await reads()}\n${String(error).slice(0, MOST_OF_AN_ERROR)}`);
    }
  }
  async function reads(): Promise<string> {
    // Pages below the one in front are still in the document, but not drawn.
    return (await page.locator('body').innerText()).replace(/\n+/g, '\n').trim();
  }
  /** Until the page that the address names stands alone: one that slides away still shows what could be tapped, and takes it along. */
  async function arrived(): Promise<void> {
    await page.waitForFunction(() => {
      const [path = ''] = location.hash.replace(/^#\//, '').split('?');
      const drawn = [...document.querySelectorAll('.taro_page')].filter((one) => getComputedStyle(one).display !== 'none');
      return drawn.length === 0 || (drawn.length === 1 && (drawn[0] as Element).id.replace(/^\//, '').startsWith(path));
    }, undefined, { timeout: PATIENCE_MS, polling: LOOK_AGAIN_MS });
  }
  async function tappable(words: string): Promise<Locator> {
    await arrived();
    const quoted = JSON.stringify(words);
    const all = page.locator(TAPPABLE).filter({ visible: true });
    const exact = all.and(page.locator(`[aria-label=${quoted}]`)).or(all.filter({ has: page.locator(`xpath=self::*[normalize-space(.)=${quoted}]`) }));
    const holding = all.and(page.locator(`[aria-label*=${quoted}]`)).or(all.filter({ hasText: words }));
    await holding.or(exact).first().waitFor({ timeout: PATIENCE_MS });
    return (await exact.count()) > 0 ? exact.first() : holding.first();
  }

  return {
    page,
    reads,
    see: (words) => orTell(`Did not see ${String(words)}.`, () => saying(words).waitFor({ timeout: PATIENCE_MS })),
    gone: (words) => orTell(`Still sees ${String(words)}.`, async () => {
      const end = Date.now() + PATIENCE_MS;
      while (await saying(words).isVisible()) {
        if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS} ms`);
        await page.waitForTimeout(LOOK_AGAIN_MS);
      }
    }),
    sees: (words) => saying(words).isVisible(),
    tap: (words) => orTell(`Could not tap ${words}.`, async () => (await tappable(words)).click({ timeout: PATIENCE_MS })),
    fill: (label, text) => orTell(`Could not write into ${label}.`, async () => {
      const quoted = JSON.stringify(label);
      await arrived();
      await page.locator(`input[aria-label=${quoted}], textarea[aria-label=${quoted}]`).filter({ visible: true }).first().fill(text, { timeout: PATIENCE_MS });
    }),
    confirm: (words) => orTell(`Was not asked ${words}.`, () => page.locator('.taro__modal, .taro-modal__foot').getByText(words, { exact: true }).filter({ visible: true }).last().click({ timeout: PATIENCE_MS })),
    choose: (words) => orTell(`Was not offered ${words}.`, () => page.locator('.taro__actionSheet').getByText(words, { exact: true }).filter({ visible: true }).last().click({ timeout: PATIENCE_MS })),
    pick: (line, row) => orTell(`Could not pick ${row} under ${line}.`, async () => {
      await arrived();
      await page.locator('.c-picker-line').filter({ hasText: line, visible: true }).first().click({ timeout: PATIENCE_MS });
      await page.getByRole('radio', { name: row, exact: true }).filter({ visible: true }).first().click({ timeout: PATIENCE_MS });
    }),
    pickDay: (line) => orTell(`Could not pick a day under ${line}.`, async () => {
      await arrived();
      await page.locator('.c-picker-line').filter({ hasText: line, visible: true }).first().click({ timeout: PATIENCE_MS });
      await page.locator('.weui-picker__action').getByText('确定', { exact: true }).filter({ visible: true }).click({ timeout: PATIENCE_MS });
    }),
    async take(words) {
      const saving = page.waitForEvent('download', { timeout: PATIENCE_MS });
      await orTell(`Could not tap ${words}.`, async () => (await tappable(words)).click({ timeout: PATIENCE_MS }));
      const download = await saving;
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    async give(words, files) {
      const chooser = page.waitForEvent('filechooser', { timeout: PATIENCE_MS });
      await orTell(`Could not tap ${words}.`, async () => (await tappable(words)).click({ timeout: PATIENCE_MS }));
      await (await chooser).setFiles(files.map(({ name, bytes }) => ({ name, mimeType: TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream', buffer: bytes })));
    },
  };
}

