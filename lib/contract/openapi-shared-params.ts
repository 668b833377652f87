import type { Operation } from "./openapi-operations";
import type { Json } from "./openapi-schemas";

/** Operations by path and method. */
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** The parameters that several operations have, as components, and the operations with references to them. */
export function shareParams(paths: Paths): { readonly parameters: Json; readonly paths: Paths } {
  const { parameters, names } = listShared(paths);
  const share = (operation: Operation): Operation => ({
    ...operation,
    parameters: operation.parameters.map((one) => {
      const name = names.get(JSON.stringify(one));
      return name === undefined ? one : { $ref: `#/components/parameters/${name}` };
    }),
  });
  const mapValues = <A, B>(values: Readonly<Record<string, A>>, map: (value: A) => B) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
  return { parameters, paths: mapValues(paths, (path) => mapValues(path, share)) };
}

/** Each parameter that is the same in several operations, by a name; one name can have several forms. */
function listShared(paths: Paths) {
  const uses = new Map<string, number>();
  for (const { parameters } of Object.values(paths).flatMap((path) => Object.values(path))) {
    for (const one of parameters) {
      const written = JSON.stringify(one);
      uses.set(written, (uses.get(written) ?? 0) + 1);
    }
  }
  const parameters: Record<string, Json> = {};
  const names = new Map<string, string>();
  for (const [written, count] of uses) {
    if (count === 1) continue;
    const one: Json = JSON.parse(written);
    const forms = Object.values(parameters).filter(({ name }) => name === one.name).length;
    const key = forms === 0 ? String(one.name) : `${one.name}${forms + 1}`;
    parameters[key] = one;
    names.set(written, key);
  }
  return { parameters, names };
}
