import Ajv from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import schemas from 'har-schema';

/** The characters of a URI, and percent signs only before two hexadecimal digits. @see https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
const URI = /^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
    uri: URI,
    email: true,
    ipv4: /^\d{1,3}(?:\.\d{1,3}){3}$/,
    ipv6: /^[0-9a-f:.]+$/i,
  },
});
ajv.addMetaSchema(draft06);
for (const schema of Object.values(schemas)) ajv.addSchema(schema);
const validate = ajv.getSchema('har.json') ?? ajv.getSchema('har.json#');

/** What is wrong with a value by the JSON schema of HAR 1.2 (the package har-schema); empty if nothing is. */
export function harErrors(har: unknown): readonly string[] {
  if (validate === undefined) throw new Error('The schema of HAR is missing.');
  validate(har);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
