/**
 * Takes the pictures of docs/images/: real answers over seeds/, on the page that `npm start` serves without a token.
 * Needs Chromium and a font with Chinese. Usage: npm run screenshot [-- FOLDER]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, startWithoutToken } from '../test/browser/browser.ts';

const folder = process.argv[2] ?? 'docs/images';
const SHOTS = [
  { name: 'answer', command: '/search 旅游扶贫 limit:2', colorScheme: 'dark', width: 760, height: 760 },
  { name: 'answer-light', command: '/search 旅游扶贫 limit:2', colorScheme: 'light', width: 760, height: 760 },
] as const;

await mkdir(folder, { recursive: true });
for (const { name, command, colorScheme, width, height } of SHOTS) {
  // Messages stay in the channel as long as the bot runs: each picture is to begin with an empty one.
  const bot = await startWithoutToken();
  const browser = await openBrowser({ locale: 'zh-CN', colorScheme, viewport: { width, height }, deviceScaleFactor: 2 });
  try {
    const page = await browser.context.newPage();
    // The clock of a picture stands still, or every run would differ.
    await page.addInitScript("Date.prototype.toLocaleTimeString = () => '12:00'");
    await page.goto(bot.url);
    await page.locator('#empty button').first().waitFor();
    await page.locator('#line').fill(command);
    await page.locator('#line').press('Enter');
    await page.locator('discord-message discord-embed').first().waitFor();
    await page.locator('#line').blur();
    // Until what was drawn has come to rest.
    await page.waitForTimeout(500);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    console.log(path);
  } finally {
    await browser.close();
    await bot.stop();
  }
}
