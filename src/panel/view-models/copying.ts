import { copyStrings as words } from '../copy-strings.ts';

/** A text that is copied, by what it is for. */
export interface CommandVM {
  readonly id: CommandId;
  readonly label: string;
  readonly text: string;
}

export type CommandId = keyof typeof words.commands;

/** What is copied of the exchange that is explained. */
export interface CopyingProps {
  /** The commands that send it again. What writes them is loaded when it is first needed. */
  readonly loadCommands: () => Promise<readonly CommandVM[]>;
  /** Copies the message for the team that runs the server. Resolves to whether it worked. */
  readonly copyMessage: () => Promise<boolean>;
  /** Resolves to whether it worked. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** With its words, for those who choose it. */
export function toCommands(
  commands: readonly { readonly id: CommandId; readonly text: string }[],
): readonly CommandVM[] {
  return commands.map(({ id, text }) => ({ id, text, label: words.commands[id] }));
}
