/** The package has no types of its own: its JSON schemas by their names. */
declare module 'har-schema' {
  const schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  export = schemas;
}
