import { Ajv } from 'ajv';

/** A JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** A reader of values of one form. */
export type Read<T> = (value: unknown) => T;

/** An object that has all of these members and no others, but for those that are optional. */
export function exactly(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** A list without anything twice, of at least one. */
export function listOf(items: Schema): Schema {
  return { type: 'array', items, minItems: 1, uniqueItems: true };
}

/** The name of a header. */
export const HEADER_NAME: Schema = { type: 'string', pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" };
/** An origin as browsers send it, or all of them. */
export const ORIGIN: Schema = { type: 'string', pattern: '^(\\*|[a-z][a-z0-9+.-]*://[^/?#\\s]+)$' };
export const SECONDS: Schema = { type: 'integer', minimum: 0 };

/** Reads what a schema describes. */
export function reader<T>(schema: Schema): Read<T> {
  const ajv = new Ajv({ strict: true, allErrors: true });
  const fits = ajv.compile<T>(schema);
  return (value) => {
    if (fits(value)) return value;
    throw new Error(ajv.errorsText(fits.errors, { dataVar: 'the text' }));
  };
}
