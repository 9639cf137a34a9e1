import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileJava } from '../java-program.ts';
import { runTool } from '../run-tool.ts';
import { exactly, type Read, reader } from './schema.ts';

/** An element, as an XML parser gives it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

const STRINGS = { type: 'object', additionalProperties: { type: 'string' } } as const;

const readElement = reader<XmlElement>({
  $ref: '#/$defs/element',
  $defs: {
    element: exactly({
      name: { type: 'string' },
      attributes: STRINGS,
      children: { type: 'array', items: { $ref: '#/$defs/element' } },
    }),
  },
});

const readStrings = reader<Readonly<Record<string, string>>>(STRINGS);

/**
 * Reads XML with Java's own parser.
 * @param schema the file of an XML schema
 * @throws {Error} if it is no XML, or not as the schema says
 */
export function readXml(folder: string, text: string, schema: string): Promise<XmlElement> {
  return readBy('xml', folder, text, [schema], readElement);
}

/** Reads properties as Java does. */
export function readProperties(folder: string, text: string): Promise<Readonly<Record<string, string>>> {
  return readBy('properties', folder, text, [], readStrings);
}

async function readBy<T>(
  kind: 'xml' | 'properties',
  folder: string,
  text: string,
  more: readonly string[],
  read: Read<T>,
): Promise<T> {
  const file = join(folder, `text.${kind}`);
  await writeFile(file, text);
  const { ok, printed } = await runTool('java', [
    '-XX:TieredStopAtLevel=1',
    '-cp',
    await compileJava('ReadText'),
    'ReadText',
    kind,
    file,
    ...more,
  ]);
  if (!ok) throw new Error(printed);
  return read(JSON.parse(printed));
}
