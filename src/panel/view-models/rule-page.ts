/** The address of the extension's own page about a rule, which is there without a network, too. */
export function rulePage(rule: string): string {
  return `/causes/${rule}.html`;
}
