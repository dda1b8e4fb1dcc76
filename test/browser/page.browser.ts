/** The page as someone uses it who has just run `npm start`: a real browser, the real bot, the articles in seeds/. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import { type Browser, openBrowser, type RunningBot, startWithoutToken } from './browser.ts';

let bot: RunningBot;
let browser: Browser;
let page: Page;
/** What the page asked of anyone else, and what it complained of. */
const outside: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  bot = await startWithoutToken();
  browser = await openBrowser({ locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 1000, height: 800 } });
  browser.context.on('request', (request) => {
    if (!/^(?:data:|about:|http:\/\/127\.0\.0\.1:)/.test(request.url())) outside.push(request.url());
  });
  browser.context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  browser.context.on('weberror', (error) => complaints.push(String(error.error())));
}, 60_000);
afterAll(async () => {
  // Either may be missing where the start failed; the other is stopped all the same.
  await (browser as Browser | undefined)?.close();
  expect(await (bot as RunningBot | undefined)?.stop()).toBe(0);
});
beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(bot.url);
  await page.evaluate('localStorage.clear()');
  await page.reload();
  await page.locator('#empty button, discord-message').first().waitFor();
});
afterEach(async () => {
  await page.close();
  expect(outside.splice(0)).toEqual([]);
  expect(complaints.splice(0).filter((line) => !line.includes('422'))).toEqual([]);
});

const line = () => page.getByRole('combobox', { name: '输入命令' });
const messages = () => page.locator('discord-message');

/** Types a command as one would, sends it with Enter, and gives the message that comes. */
const say = (command: string): Promise<Locator> => sayIn(command, line());

/** The same, in whatever language the page is. */
async function sayIn(command: string, composer = page.locator('#line')): Promise<Locator> {
  const before = await messages().count();
  await composer.fill(command);
  await composer.press('Enter');
  const message = messages().nth(before);
  await message.waitFor();
  await message.locator('.thinking').waitFor({ state: 'detached' });
  return message;
}
const words = async (message: Locator) => (await message.textContent()) ?? '';

describe('the commands of the README', () => {
  it('/search quotes, in bold where it matches, and turns its pages', async () => {
    const message = await say('/search 旅游扶贫');
    expect(await message.locator('.used').textContent()).toContain('成员 使用了 /search');
    expect(await message.locator('discord-embed').count()).toBe(5);
    expect(await message.locator('blockquote strong', { hasText: '旅游' }).count()).toBeGreaterThan(0);
    expect(await words(message)).not.toContain('\\');
    const first = await words(message);
    expect(first).toMatch(/第 1\/\d+ 页/);
    const [previous, next] = [message.getByRole('button', { name: '上一页' }), message.getByRole('button', { name: '下一页' })];
    expect(await previous.isDisabled()).toBe(true);
    await next.focus();
    await page.keyboard.press('Enter');
    await message.getByText(/第 2\/\d+ 页/).waitFor();
    expect(await words(message)).not.toBe(first);
    // The keyboard stays where it was.
    await page.waitForFunction("document.activeElement?.localName === 'discord-button'");
    await previous.click();
    await message.getByText(/第 1\/\d+ 页/).waitFor();
    expect((await words(message)).replace('（已编辑）', '')).toBe(first);
  });

  it('/ask answers, and says when it cannot', async () => {
    const message = await say('/ask 谁是香格里拉市委书记？');
    expect(await words(message)).toContain('余勝祥');
    expect(await words(await say('/ask 今天纽约天气如何？'))).toContain('文章没有回答');
  });

  it('/region and /official', async () => {
    expect(await words(await say('/region 雅安'))).toContain('雨城區');
    expect(await words(await say('/official 孙咏平'))).toContain('丹江口市委书记');
  });

  it('an article is opened from the menu, for the reader alone, with the keyboard', async () => {
    const message = await say('/search 旅游扶贫 region:河南 limit:1');
    const menu = message.getByRole('combobox', { name: '读全文' });
    await menu.focus();
    await page.keyboard.press('ArrowDown');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    const article = messages().last();
    await article.getByText('仅您可见').waitFor();
    expect(await words(article)).toContain('编号 000_65e316675487e0e0');
    await article.getByRole('button', { name: '关闭消息' }).click();
    await article.getByText('编号 000_65e316675487e0e0').waitFor({ state: 'detached' });
  });

  it('/status and /help are private', async () => {
    for (const command of ['/status', '/help']) expect(await (await say(command)).getByText('仅您可见').count()).toBe(1);
  });

  it('/reload is refused to a member, and done for a moderator', async () => {
    expect(await words(await say('/reload'))).toContain('只有管理员可以使用');
    await page.getByLabel('身份').selectOption('moderator');
    // The member's private messages are not the moderator's.
    await page.getByText('只有管理员可以使用').waitFor({ state: 'detached' });
    const message = await say('/reload');
    expect(await words(message)).toContain('已重新载入');
    expect(await message.locator('.used').textContent()).toContain('管理员 使用了 /reload');
  });
});

describe('what is typed and quoted', () => {
  it('stays text', async () => {
    const hostile = '<img src=//evil.example/x onerror=alert(1)> **粗** <:a:123456789012345678> [字](https://evil.example)';
    const message = await say(`/search ${hostile}`);
    // Marks of Discord are no words of the query; everything else stays the text that it is.
    expect(await words(message)).toContain('「<img src=//evil.example/x onerror=alert(1)> 粗 字」');
    expect(await message.locator(':scope > .lines :is(img, strong, a)').count()).toBe(0);
  });

  it('cannot be made HTML by the page, even by mistake', async () => {
    expect(await page.evaluate<string>("try { document.body.innerHTML = '<b>x</b>'; 'set'; } catch { 'refused'; }")).toBe('refused');
    complaints.length = 0;
  });
});

describe('the composer', () => {
  it('offers commands, options and what the bot suggests', async () => {
    await line().fill('/');
    const palette = page.getByRole('listbox', { name: '命令和选项' });
    const entries = (await loadCommands()).flatMap(({ name, subcommands }) => (subcommands ? Object.keys(subcommands.of) : [name]));
    expect(await palette.getByRole('option').count()).toBe(entries.length);
    await line().fill('/地');
    await line().press('Enter');
    expect(await line().inputValue()).toBe('/地区 ');
    await line().pressSequentially('雅安');
    const suggestion = palette.getByRole('option', { name: '雅安市' }).first();
    await suggestion.waitFor();
    await line().press('ArrowDown');
    expect(await line().getAttribute('aria-activedescendant')).toBe('entry-0');
    await line().press('Enter');
    expect(await line().inputValue()).toMatch(/^\/地区 \S+ $/);
    await line().press('Enter');
    await messages().last().getByText('雅安市').first().waitFor();
  });

  it.each([
    ['旅游', '请以 / 开头'],
    ['/没有 旅游', '没有「/没有」这个命令'],
    ['/search', '请填写「词语」'],
    ['/search 旅游 limit:0', '「条数」应在 1 到 100 之间'],
  ])('%s: %s', async (typed, complaint) => {
    await line().fill(typed);
    await line().press('Escape');
    await line().press('Enter');
    if (typed === '/search') await line().press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain(complaint);
  });
});

describe('the reader', () => {
  it('chooses a language, for the page and the bot', async () => {
    await page.locator('#language').selectOption('en-US');
    expect(await page.getByRole('note').textContent()).toContain('This is not Discord');
    await (await sayIn('/search 旅游扶贫')).getByText(/passages, page 1 of/).waitFor();
    expect(await (await sayIn('/help')).getByText('Only you can see this').count()).toBe(1);
    await page.locator('#language').selectOption('zh-TW');
    expect(await page.getByRole('note').textContent()).toContain('這不是 Discord');
  });

  it('chooses light or dark', async () => {
    await say('/help');
    const colour = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(await colour()).toBe('rgb(54, 57, 62)');
    await page.locator('#theme').selectOption('light');
    expect(await colour()).toBe('rgb(255, 255, 255)');
    expect(await page.locator('discord-embed[light-theme]').count()).toBeGreaterThan(0);
  });

  it('holds a phone', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await say('/search 旅游扶贫');
    for (const selector of ['html', 'main'])
      expect(await page.evaluate<number>(`document.querySelector('${selector}').scrollWidth`)).toBeLessThanOrEqual(360);
  });
});

it('an answer comes soon after npm start', async () => {
  const began = performance.now();
  const fresh = await startWithoutToken();
  try {
    await page.goto(fresh.url);
    await page.locator('#empty button').first().waitFor();
    const message = await say('/search 旅游扶贫');
    await message.locator('blockquote').first().waitFor();
    const seconds = (performance.now() - began) / 1000;
    process.stderr.write(`from npm start to an answer: ${seconds.toFixed(1)} s\n`);
    // Under 5 s on a quiet machine with two cores; a machine that runs other tests as well takes longer.
    expect(seconds).toBeLessThan(20);
  } finally {
    await page.goto('about:blank');
    await fresh.stop();
  }
});
