/**
 * `npm run register [-- --dry-run] [-- --prune]`: registers the commands where the configuration says, and prints what
 * differs. With `--dry-run` nothing is written; with `--prune` global commands left from before are taken away where
 * DISCORD_GUILD_IDS names servers. Exit status 0, or 1 where something failed.
 */
import { REST } from 'discord.js';
import { loadCommands } from '../../command/load.ts';
import { type Config, ConfigError, loadEnvFile, readConfig } from '../../config.ts';
import { printable } from '../../operation/printable.ts';
import { waitingWhenLimited } from '../outgoing/rate-limit.ts';
import { explainStartError } from './start-error.ts';
import {
  fetchApplicationId,
  findLeftovers,
  planScopes,
  registerScope,
  removeLeftovers,
  type ScopeResult,
} from '../registration/register.ts';

/** Registers everything. @returns the lines to print */
async function register(config: Config, { dryRun, prune }: { dryRun: boolean; prune: boolean }): Promise<string[]> {
  if (config.token === null) throw new ConfigError(['DISCORD_TOKEN: is missing; registering needs it']);
  const rest = new REST({ makeRequest: waitingWhenLimited(), ...(config.apiUrl === null ? {} : { api: config.apiUrl }) }).setToken(
    config.token,
  );
  const scopes = planScopes(await loadCommands(), config);
  const applicationId = await fetchApplicationId(rest);
  const lines: string[] = [];
  for (const scope of scopes) lines.push(...describe(await registerScope(rest, applicationId, scope, dryRun)));
  const leftovers = (await findLeftovers(rest, applicationId, scopes)).map((name) => `/${name}`).join(' ');
  const pruning = leftovers !== '' && prune && !dryRun;
  if (pruning) await removeLeftovers(rest, applicationId);
  if (leftovers !== '') lines.push(`everywhere, from before: ${leftovers} (${pruning ? 'removed' : 'shown twice; --prune removes them'})`);
  if (config.operatorGuildIds.length === 0) lines.push("No operator server is configured: operators' commands are registered nowhere.");
  if (dryRun) lines.push('Dry run: nothing was written.');
  return lines;
}

function describe({ guildId, diff }: ScopeResult): string[] {
  const place = guildId === null ? 'everywhere' : `server ${guildId}`;
  const marked = (sign: string, names: string[]) => names.map((name) => `  ${sign} /${name}`);
  const changes = [...marked('+', diff.added), ...marked('~', diff.changed), ...marked('-', diff.removed)];
  return changes.length === 0 ? [`${place}: nothing differs (${diff.unchanged.length} commands)`] : [`${place}:`, ...changes];
}

loadEnvFile();
try {
  const lines = await register(readConfig(), { dryRun: process.argv.includes('--dry-run'), prune: process.argv.includes('--prune') });
  process.stdout.write(printable(`${lines.join('\n')}\n`));
} catch (error) {
  process.stderr.write(printable(`${explainStartError(error)}\n`));
  process.exitCode = 1;
}
