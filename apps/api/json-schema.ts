import { z } from 'zod';

export type JsonSchema = { [key: string]: unknown };

const int32 = 2_147_483_647;

const known = { input: new WeakMap<z.ZodType, JsonSchema>(), output: new WeakMap<z.ZodType, JsonSchema>() };

/** A zod schema as JSON Schema 2020-12: what is sent (`input`) or what is answered (`output`). Made once, to be read only. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const json = known[io].get(schema) ?? madeFrom(schema, io);
  known[io].set(schema, json);
  return json;
}

function madeFrom(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: part }) => sayLimits(part),
  });
  return json;
}

/** Limits that zod's own formats imply but do not say, so that a reader (and a checker) sees every one. */
function sayLimits(part: JsonSchema): void {
  if (part.type === 'integer')
    part.format =
      Math.abs(Number(part.maximum)) <= int32 && Math.abs(Number(part.minimum ?? 0)) <= int32 ? 'int32' : 'int64';
  if (part.type === 'string' && part.maxLength === undefined && !part.enum && !part.const)
    part.maxLength = longestOf(String(part.format));
  // The pattern of a uuid, a date or a date and time says less well what its format says.
  if (['uuid', 'date', 'date-time'].includes(String(part.format))) delete part.pattern;
}

const longestOf = (format: string): number => ({ uuid: 36, date: 10, 'date-time': 35, email: 254 })[format] ?? 10_000;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description?: unknown;
  readonly schema: JsonSchema;
}

/** The members of an object schema as parameters of the path or the query. */
export function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...member }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: member,
  }));
}
