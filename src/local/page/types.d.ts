/** What the loopback sends to the page: Discord's own shapes, as far as the page looks into them. */

export interface Component {
  type: number;
  custom_id?: string;
  label?: string;
  style?: number;
  url?: string;
  disabled?: boolean;
  placeholder?: string;
  options?: { label: string; value: string; description?: string }[];
  components?: Component[];
}

export interface Embed {
  title?: string;
  url?: string;
  description?: string;
  color?: number;
  author?: { name: string };
  footer?: { text: string };
  fields?: { name: string; value: string; inline: boolean }[];
}

export interface Message {
  id: string;
  type: number;
  author: { id: string; username: string; bot: boolean };
  referenced_message?: { author: { id: string } };
  content: string;
  embeds: Embed[];
  components: Component[];
  attachments: { filename: string; url: string; size: number }[];
  flags: number;
  timestamp: string;
  edited_timestamp: string | null;
  interaction_metadata?: { name?: string; user: { id: string }; interacted_message_id?: string };
}

type Localised = Record<string, string> | null | undefined;

export interface Option {
  type: number;
  name: string;
  name_localizations?: Localised;
  description: string;
  description_localizations?: Localised;
  required?: boolean;
  autocomplete?: boolean;
  min_value?: number;
  max_value?: number;
  max_length?: number;
  choices?: { name: string; name_localizations?: Localised; value: string | number }[];
  /** Of a subcommand. */
  options?: Option[];
}

export interface Command {
  /** Discord's number: 3 stands in the menu of a message; a slash command where it is left out. */
  type?: number;
  name: string;
  name_localizations?: Localised;
  description: string;
  description_localizations?: Localised;
  options?: Option[];
}

export interface Hello {
  bot: string;
  people: Record<string, Role>;
  messages: Message[];
  commands: Command[];
}
export type Role = 'member' | 'moderator';
export type Language = 'zh-CN' | 'zh-TW' | 'en-US';
