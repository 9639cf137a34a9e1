/** Ends an exhaustive switch: the compiler refuses it while a case is missing. Throws if a wrong value gets there. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
