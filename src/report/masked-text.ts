/** A piece of a recorded value: text as it was, or the marker that stands for a secret. */
export type MaskedPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `scheme` is the authentication scheme that the marker still names: `Bearer`. */
  | { readonly kind: 'mask'; readonly text: string; readonly scheme: string | null };

/** `[masked: Bearer, 43 characters]` in a header; `masked-43` as a part of a URL. See the model's `mask-marker.ts`. */
const MARKER =
  /(\[masked: (?:[A-Za-z][A-Za-z0-9-]{1,19}, )?\d{1,9} characters\]|(?<![^/=?&;@:#])masked-\d{1,9}(?![\w-]))/;
const SCHEME = /^\[masked: ([A-Za-z][A-Za-z0-9-]*), /;

/** Takes a recorded value apart at the markers of its secrets. Its parts, put together, are the value again. */
export function splitAtMasks(value: string): readonly MaskedPart[] {
  return value
    .split(MARKER)
    .map((text, index): MaskedPart => {
      if (index % 2 === 0) return { kind: 'text', text };
      return { kind: 'mask', text, scheme: SCHEME.exec(text)?.[1] ?? null };
    })
    .filter(({ text }) => text !== '');
}
