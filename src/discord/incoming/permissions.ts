import { PermissionFlagsBits } from 'discord.js';
import type { Command } from '../../command/command.ts';
import type { Config } from '../../config.ts';

/** The permission that operators' commands ask for by default; a server's admins can change it, so it is checked again. */
export const OPERATOR_PERMISSION = PermissionFlagsBits.ModerateMembers;
export const ADMIN_PERMISSION = PermissionFlagsBits.ManageGuild;

/** Who asks, and where, as Discord tells with the interaction. */
export interface Asker {
  userId: string;
  guildId: string | null;
  roleIds: readonly string[];
  permissions: bigint;
}

export type Operators = Pick<Config, 'operatorGuildIds' | 'reloadRoleIds' | 'reloadUserIds'>;

/**
 * Whether the command may be used here by this person. Checked on each use, for what Discord hides is only a default
 * that any server's admins can change: an admins' command is for those who may manage the server; an operators' one works in the
 * operator's own servers alone, for the roles and people on the list, or where there is no list for whoever may moderate members;
 * a curators' one for whoever may manage that server.
 */
export function mayUse(command: Pick<Command, 'access'>, asker: Asker, operators: Operators): boolean {
  if (command.access === 'everyone') return true;
  // In direct messages there is no server to manage; the command itself says so.
  if (command.access === 'admins')
    return asker.guildId === null || (asker.permissions & (ADMIN_PERMISSION | PermissionFlagsBits.Administrator)) !== 0n;
  if (asker.guildId === null || !operators.operatorGuildIds.includes(asker.guildId)) return false;
  if (operators.reloadUserIds.length + operators.reloadRoleIds.length > 0) {
    return operators.reloadUserIds.includes(asker.userId) || asker.roleIds.some((role) => operators.reloadRoleIds.includes(role));
  }
  return (
    (asker.permissions & ((command.access === 'curators' ? ADMIN_PERMISSION : OPERATOR_PERMISSION) | PermissionFlagsBits.Administrator)) !==
    0n
  );
}

/** Whether somebody may use what is for operators here: end what others follow, follow in a channel. */
export const moderates = (asker: Asker, operators: Operators): boolean => mayUse({ access: 'operators' }, asker, operators);

/** Whether the help tells this person of the command: one that they may use here, and that does something here. */
export function isOffered(command: Command, asker: Asker, operators: Operators): boolean {
  return mayUse(command, asker, operators) && (command.access !== 'admins' || asker.guildId !== null);
}
