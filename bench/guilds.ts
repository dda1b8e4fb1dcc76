/**
 * `node --import tsx bench/guilds.ts`: what many servers cost. The bot as a process of its own, over the five articles,
 * logs in to a loopback Discord with 1, 500 and 2,500 servers: time to ready, memory, and time to an answer.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { LocalDiscord } from '../src/local/server.ts';

const TOKEN = 'MTAw.many.token';
const MB = 1048576;

console.log('servers   library to ready   answered in   resident   heap used');
for (const count of [1, 500, 2500]) {
  const data = await mkdtemp(path.join(tmpdir(), 'zhaiyin-guilds-'));
  const guilds = Array.from({ length: count }, (_, i) => ({ id: String(100_000_000_000_000_001n + BigInt(i)), name: `服务器 ${i}` }));
  const discord = await LocalDiscord.start({ token: TOKEN, guilds });
  const bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_GUILD_IDS: '',
      DISCORD_OPERATOR_GUILD_IDS: guilds[0]!.id,
      CORPUS_DIR: 'seeds/',
      DATA_DIR: data,
      LOG_LEVEL: 'info',
      METRICS_PORT: '0',
      COOLDOWN_USES: '0',
    },
  });
  try {
    const seen = new Map<string, { time: number; port?: number }>();
    const ready = new Promise<void>((resolve, reject) => {
      createInterface({ input: bot.stderr }).on('line', (line) => {
        const fields = (line.startsWith('{') ? JSON.parse(line) : { msg: line }) as { msg: string; time: number; port?: number };
        seen.set(fields.msg, fields);
        if (fields.msg === 'commands') resolve();
      });
      bot.once('exit', (status) => reject(new Error(`the bot ended with ${status}: ${[...seen.keys()].at(-1)}`)));
    });
    await ready;
    const began = performance.now();
    await discord.slash({ command: 'search', options: { query: '旅游扶贫' }, guild: guilds.at(-1)!.id });
    const answered = performance.now() - began;
    const metrics = await (await fetch(`http://127.0.0.1:${seen.get('metrics')!.port}/metrics`)).text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)![1]) / MB;
    const toReady = seen.get('ready')!.time - seen.get('library')!.time;
    console.log(
      `${String(count).padStart(7)} ${`${toReady} ms`.padStart(18)} ${`${answered.toFixed(0)} ms`.padStart(13)} ` +
        `${`${value('process_resident_memory_bytes').toFixed(0)} MB`.padStart(10)} ` +
        `${`${value('nodejs_heap_size_used_bytes').toFixed(0)} MB`.padStart(11)}`,
    );
  } finally {
    bot.kill('SIGTERM');
    await new Promise((resolve) => {
      bot.once('exit', resolve);
    });
    await discord.close();
    await rm(data, { recursive: true, force: true });
  }
}
