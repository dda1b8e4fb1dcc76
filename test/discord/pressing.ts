import type { Message } from '../../src/local/server.ts';

interface Component {
  custom_id: string;
  disabled?: boolean;
  options?: { value: string }[];
}
/** The buttons and menus of a message. */
export const components = (message: Message | null): Component[] =>
  (message?.components ?? []).flatMap((row) => row.components as Component[]);
/** The id of the first whose id begins so. */
export const idOf = (message: Message | null, part: string): string =>
  components(message).find(({ custom_id }) => custom_id.startsWith(part))!.custom_id;
