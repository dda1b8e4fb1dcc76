/**
 * Takes the pictures of docs/gallery/: each kind of reply over seeds/, on the page that `npm start` serves without a token,
 * in the three languages, light, dark and as wide as a phone. Needs Chromium and a font with Chinese.
 * Usage: node --import tsx scripts/gallery.ts [FOLDER [NAME…]]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, startWithoutToken } from '../test/browser/browser.ts';

const [folder = 'docs/gallery', ...only] = process.argv.slice(2);
type Step = (page: Page) => Promise<void>;
interface Shot {
  name: string;
  locale: 'zh-CN' | 'zh-TW' | 'en-US';
  scheme: 'light' | 'dark';
  phone?: boolean;
  lines: string[];
  then?: Step[];
}

const last = (page: Page) => page.locator('discord-message').last();
/** Presses the button with this label in the message that came last. */
const press =
  (label: string | RegExp): Step =>
  async (page) => {
    await last(page).locator('discord-button', { hasText: label }).click();
    await page.waitForTimeout(600);
  };
/** Opens the nth menu of the message that came last and chooses an entry. */
const choose =
  (menu: number, entry: number): Step =>
  async (page) => {
    const select = last(page).locator('discord-string-select-menu').nth(menu);
    await select.focus();
    for (let at = 0; at <= entry; at++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(800);
  };
const fromMenu: Step = async (page) => {
  await page.locator('discord-message .private-note button').last().click();
  await page.waitForTimeout(800);
};

const SHOTS: Shot[] = [
  { name: 'ask', locale: 'zh-CN', scheme: 'light', lines: ['/ask 谁是香格里拉市委书记？'] },
  { name: 'ask-phone', locale: 'zh-CN', scheme: 'dark', phone: true, lines: ['/ask 谁是香格里拉市委书记？'] },
  { name: 'ask-en', locale: 'en-US', scheme: 'dark', lines: ['/ask 谁是香格里拉市委书记？'] },
  { name: 'ask-script', locale: 'zh-CN', scheme: 'light', lines: ['/ask 谁是香格里拉市委书记？'], then: [press('显示简体')] },
  { name: 'declined', locale: 'zh-TW', scheme: 'light', lines: ['/ask 火星上有多少人？'] },
  { name: 'search', locale: 'zh-CN', scheme: 'dark', lines: ['/search 旅游扶贫'] },
  { name: 'search-tw', locale: 'zh-TW', scheme: 'light', lines: ['/search 產業發展 region:湖北'] },
  { name: 'reader', locale: 'zh-CN', scheme: 'light', lines: ['/search 井冈山精神'], then: [choose(0, 0)] },
  { name: 'reader-first', locale: 'zh-CN', scheme: 'dark', lines: ['/article 003_2b4e073b8728f501'] },
  { name: 'reader-phone', locale: 'en-US', scheme: 'light', phone: true, lines: ['/article 002_77c31bd8ea54c989'] },
  { name: 'official', locale: 'zh-CN', scheme: 'light', lines: ['/official 孙咏平'] },
  { name: 'official-silent', locale: 'zh-CN', scheme: 'dark', lines: ['/official 余胜祥'] },
  { name: 'official-en', locale: 'en-US', scheme: 'light', lines: ['/official 宋宇'] },
  { name: 'region', locale: 'zh-CN', scheme: 'dark', lines: ['/region 内蒙古'] },
  { name: 'region-tw', locale: 'zh-TW', scheme: 'light', phone: true, lines: ['/region 雅安'] },
  { name: 'latest', locale: 'zh-CN', scheme: 'light', lines: ['/latest limit:3'] },
  { name: 'timeline', locale: 'zh-CN', scheme: 'dark', lines: ['/timeline 湖北'] },
  { name: 'mention', locale: 'zh-CN', scheme: 'light', lines: ['@摘引 京蒙协作签署了什么协议？'] },
  { name: 'menu', locale: 'zh-TW', scheme: 'dark', lines: ['@摘引 百日會戰'], then: [fromMenu] },
  { name: 'suggest', locale: 'zh-CN', scheme: 'light', lines: ['/official 孙永平'] },
  { name: 'help', locale: 'zh-CN', scheme: 'dark', lines: ['/help'] },
  { name: 'help-en', locale: 'en-US', scheme: 'light', lines: ['/help'] },
  { name: 'status', locale: 'zh-TW', scheme: 'dark', lines: ['/status'] },
  { name: 'refused', locale: 'en-US', scheme: 'dark', lines: ['/article nothing'] },
];

await mkdir(folder, { recursive: true });
const bot = await startWithoutToken();
try {
  for (const shot of SHOTS) if (only.length === 0 || only.includes(shot.name)) await take(shot);
} finally {
  await bot.stop();
}

/** The message that came last, whole, however long it is. */
async function take({ name, locale, scheme, phone = false, lines, then = [] }: Shot): Promise<void> {
  const browser = await openBrowser({
    locale,
    colorScheme: scheme,
    viewport: { width: phone ? 390 : 760, height: 900 },
    deviceScaleFactor: 1,
    bypassCSP: true,
  });
  try {
    const page = await browser.context.newPage();
    // The clock of a picture stands still, or every run would differ.
    await page.addInitScript("Date.prototype.toLocaleTimeString = () => '12:00'");
    await page.goto(bot.url);
    await page.locator('#status:empty').waitFor({ state: 'attached' });
    for (const line of lines) {
      const before = await page.locator('discord-message[bot]').count();
      await page.locator('#line').fill(line);
      await page.locator('#line').press('Enter');
      await page.locator('discord-message[bot]').nth(before).waitFor();
      await page.waitForTimeout(500);
    }
    for (const step of then) await step(page);
    await page.locator('#line').blur();
    await page.addStyleTag({
      content:
        'body { height: auto !important } main { overflow: visible !important } header, .notice, #composer { display: none !important }',
    });
    await page.waitForTimeout(300);
    const path = join(folder, `${name}.webp`);
    await writeFile(path, await asWebp(page, await last(page).screenshot()));
    console.log(path);
  } finally {
    await browser.close();
  }
}

/** The browser itself packs the picture: a third of the size. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const packed = await page.evaluate<string>(`(async () => {
    const picture = new Image();
    picture.src = 'data:image/png;base64,${png.toString('base64')}';
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 0.7);
  })()`);
  return Buffer.from(packed.slice(packed.indexOf(',') + 1), 'base64');
}
