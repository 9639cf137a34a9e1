import { type Call, callsOf } from './run-shell.ts';

/** The options that a command of the Azure CLI knows; those that it can't do without have true. */
export type KnownOptions = Readonly<Record<string, boolean>>;

/**
 * How a text calls `az`, command by command.
 * @param known the options of each command, by its words
 * @throws {Error} for a command or option that there isn't, or one that is missing
 */
export async function azureCalls(
  text: string,
  folder: string,
  known: Readonly<Record<string, KnownOptions>>,
): Promise<ReadonlyMap<string, Call>> {
  const calls = await callsOf('az', text, folder);
  return new Map(
    calls.map((call) => {
      const command = call
        .slice(
          0,
          call.findIndex((word) => word.startsWith('--')),
        )
        .join(' ');
      const options = known[command];
      if (options === undefined) throw new Error(`There is no az ${command}.`);
      const given = call.filter((word) => word.startsWith('--'));
      const strange = given.filter((option) => !(option in options));
      const missing = Object.keys(options).filter((option) => options[option] && !given.includes(option));
      if (strange.length + missing.length > 0) throw new Error(`az ${command}: ${[...strange, ...missing]}`);
      return [command, call];
    }),
  );
}
