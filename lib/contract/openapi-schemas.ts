import { z } from "zod";

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Schemas by name as JSON Schemas of a document's components. */
export function toJsonSchemas(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: "input" | "output",
): Json {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, toJsonSchema(name, schema, io)]),
  );
}

/** Without the dialect, which is that of the document; references point into the document. */
function toJsonSchema(name: string, schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { io, reused: "ref", override });
  const placed = JSON.stringify(own).replaceAll(
    '"#/$defs/',
    `"#/components/schemas/${name}/$defs/`,
  );
  return JSON.parse(placed);
}

/** Says in full what generators of clients would not conclude: the keys of a record, and that a tuple has items. */
function override({ zodSchema, jsonSchema }: Overridden): void {
  if (zodSchema instanceof z.ZodRecord && zodSchema.keyType instanceof z.ZodEnum) {
    const { additionalProperties } = jsonSchema;
    jsonSchema.properties = Object.fromEntries(
      zodSchema.keyType.options.map((key) => [String(key), additionalProperties ?? {}]),
    );
    jsonSchema.additionalProperties = false;
    delete jsonSchema.propertyNames;
  }
  // The length is in minItems and maxItems; some programs read `items: false` as missing.
  if (jsonSchema.prefixItems && jsonSchema.maxItems !== undefined) jsonSchema.items = {};
}

/** A schema of zod, and the JSON Schema that is made from it. */
interface Overridden {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}
