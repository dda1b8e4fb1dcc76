/**
 * Commands as they are named in a message: `</ask:123>` can be clicked, and shows the command as its reader's Discord calls it
 * (https://discord.com/developers/docs/reference#message-formatting). The ids are known once the commands are registered.
 */
export class CommandMentions {
  private readonly ids = new Map<string | null, ReadonlyMap<string, string>>();

  /** @param server null: everywhere */
  know(server: string | null, ids: ReadonlyMap<string, string>): void {
    this.ids.set(server, ids);
  }

  /**
   * A server's own command, or else the one that is everywhere; null where neither is known.
   *
   * @param command its name, with that of a subcommand where it has some: `corpus add`
   */
  of(command: string, server: string | null): string | null {
    const [name = ''] = command.split(' ');
    const id = this.ids.get(server)?.get(name) ?? this.ids.get(null)?.get(name);
    return id === undefined ? null : `</${command}:${id}>`;
  }
}
