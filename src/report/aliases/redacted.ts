/** A value that is nothing but the marker of a secret. See the model's `mask-marker.ts`. */
const MARKER = /^(?:\[masked: (?:[A-Za-z][A-Za-z0-9-]{1,19}, )?\d{1,9} characters\]|masked-\d{1,9})?$/;

/** Whether nothing of a value is left, or was ever there. */
export function isRedacted(value: string): boolean {
  return MARKER.test(value.trim());
}
