/**
 * Runs a command with what its words ask for, or says how it is called: if that is asked for, or if they can't be understood.
 *
 * @param parse reads the words; what it throws is a sentence for the user
 * @param help how the command is called
 * @returns the exit code: that of `run`, 0 after the help that was asked for, 2 if the words can't be understood
 */
export async function withOptions<Options extends { readonly help: boolean }>(
  parse: () => Options,
  help: string,
  run: (options: Options) => Promise<number>,
): Promise<number> {
  let options: Options;
  try {
    options = parse();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  return run(options);
}
