import fc from 'fast-check';

/** Random texts in the alphabets that secrets are made of. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

function of(alphabet: string): (length: number) => fc.Arbitrary<string> {
  return (length) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
}

export const alphanumeric = of(LETTERS + DIGITS);
export const upper = of(LETTERS.slice(0, 26) + DIGITS);
export const hex = of('0123456789abcdef');
export const base64url = of(`${LETTERS}${DIGITS}-_`);
