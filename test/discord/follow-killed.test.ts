/** The whole program, killed between the plan and the post: nothing is lost, nothing is doubled. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { LocalDiscord } from '../../src/local/server.ts';
import { openStore } from '../../src/store/store.ts';
import { until } from '../until.ts';
import { BODY } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';
import { HOME, MODERATOR, news, TOKEN } from './follow-bot.ts';

const POSTING = /^POST \/channels\/\d+\/messages$/;

it('what was planned is posted once by the next process, the reload being the watcher’s', async () => {
  const [corpus, data] = [await tempFolder({ '旧.txt': BODY }), await tempFolder()];
  const discord = await LocalDiscord.start({ token: TOKEN, guilds: [{ id: HOME }] });
  onTestFinished(() => discord.close());
  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      env: {
        ...process.env,
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_GUILD_IDS: '',
        DISCORD_OPERATOR_GUILD_IDS: HOME,
        CORPUS_DIR: corpus,
        CORPUS_WATCH: '1',
        DATA_DIR: data,
        LOG_LEVEL: 'error',
      },
      stdio: 'ignore',
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    await discord.ready(150_000);
    await until(() => discord.state.commands.has('') && discord.state.commands.has(HOME));
    return child;
  };
  const kill = async (child: ChildProcess) => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const tries = () => discord.rest.requests.filter((request) => POSTING.test(request)).length;
  const posts = () => [...discord.state.messages.values()].filter(({ content }) => content.startsWith('🔔'));

  const first = await launch();
  await discord.slash({ command: 'follow add', options: { region: '雅安市' }, user: MODERATOR });
  // The post hangs: the process is killed while it waits, with the plan made.
  discord.faults.add({ match: POSTING, cut: true, delay: 60_000 });
  await writeFile(path.join(corpus, '桥.txt'), news('石门镇修桥记', '修好了石门镇的索桥'));
  await until(() => tries() === 1);
  await kill(first);
  expect(posts()).toEqual([]);

  const second = await launch();
  await until(() => posts().length === 1);
  await kill(second);

  // What comes while no process runs is found by the next start.
  await writeFile(path.join(corpus, '路.txt'), news('修路记', '修了一条二十公里长的盘山公路，沿线十二个村庄受益'));
  const third = await launch();
  await until(() => posts().length > 1);
  await kill(third);
  expect(posts().map(({ embeds }) => embeds.length)).toEqual([1, 1]);
  const store = openStore(data);
  expect(await store.follows.all()).toHaveLength(1);
  await store.close();
}, 300_000);
