/**
 * As much of JSON Schema 2020-12 as docs/rapport.schema.json uses; a keyword it does not know is an error, so that
 * nothing in the schema goes unchecked.
 */
type Schema = Readonly<Record<string, unknown>>;

const ANNOTATIONS = new Set(['$schema', '$id', '$defs', 'title', 'description']);

/** Complaints, each with the path of the value; empty when the value is valid. */
export function complaints(value: unknown, schema: Schema, root: Schema = schema, path = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, argument]) => {
    if (ANNOTATIONS.has(keyword) || keyword === 'then' || keyword === 'else') return [];
    const check = KEYWORDS[keyword];
    if (check === undefined) return [`${path}: the schema has the keyword ${keyword}, which this check does not know`];
    return check({ value, argument, schema, root, path });
  });
}

interface Check {
  readonly value: unknown;
  readonly argument: unknown;
  readonly schema: Schema;
  readonly root: Schema;
  readonly path: string;
}

const KEYWORDS: Readonly<Record<string, (check: Check) => readonly string[]>> = {
  $ref: ({ value, argument, root, path }) => complaints(value, definition(root, String(argument)), root, path),
  type: ({ value, argument, path }) =>
    typeOf(value) === argument ? [] : [`${path} is ${typeOf(value)}, not ${String(argument)}`],
  const: ({ value, argument, path }) => (value === argument ? [] : [`${path} is not ${String(argument)}`]),
  enum: ({ value, argument, path }) =>
    (argument as unknown[]).includes(value) ? [] : [`${path} has the value ${String(value)}`],
  pattern: ({ value, argument, path }) =>
    typeof value !== 'string' || new RegExp(String(argument), 'u').test(value) ? [] : [`${path} does not match: ${value}`],
  minLength: ({ value, argument, path }) =>
    typeof value !== 'string' || value.length >= Number(argument) ? [] : [`${path} is too short`],
  minimum: ({ value, argument, path }) => (typeof value !== 'number' || value >= Number(argument) ? [] : [`${path} is too low`]),
  items: ({ value, argument, root, path }) =>
    Array.isArray(value) ? value.flatMap((each, index) => complaints(each, argument as Schema, root, `${path}[${index}]`)) : [],
  required: ({ value, argument, path }) =>
    isObject(value)
      ? (argument as string[]).filter((name) => !Object.hasOwn(value, name)).map((name) => `${path} lacks ${name}`)
      : [],
  properties: ({ value, argument, root, path }) =>
    isObject(value)
      ? Object.entries(argument as Record<string, Schema>).flatMap(([name, schema]) =>
          Object.hasOwn(value, name) ? complaints(value[name], schema, root, `${path}.${name}`) : [],
        )
      : [],
  additionalProperties: ({ value, argument, schema, root, path }) => {
    if (!isObject(value)) return [];
    const known = Object.keys((schema.properties ?? {}) as object);
    const others = Object.keys(value).filter((name) => !known.includes(name));
    if (argument === false) return others.map((name) => `${path} has ${name}, which is unknown`);
    return others.flatMap((name) => complaints(value[name], argument as Schema, root, `${path}.${name}`));
  },
  not: ({ value, argument, root, path }) =>
    complaints(value, argument as Schema, root, path).length > 0 ? [] : [`${path} is what it may not be`],
  if: ({ value, argument, schema, root, path }) => {
    const branch = complaints(value, argument as Schema, root, path).length === 0 ? schema.then : schema.else;
    return branch === undefined ? [] : complaints(value, branch as Schema, root, path);
  },
};

function definition(root: Schema, reference: string): Schema {
  const name = /^#\/\$defs\/(\w+)$/.exec(reference)?.[1] ?? '';
  const found = (root.$defs as Record<string, Schema>)[name];
  return found ?? { unknownReference: reference };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === 'object';
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
