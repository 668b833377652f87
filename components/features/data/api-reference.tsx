import { ENDPOINT_LIST, ENDPOINTS, type Endpoint } from "@/lib/contract/endpoints";
import { describeParam, hasAllFilters, listOwnParams } from "@/lib/contract/param-docs";
import { FILTERS } from "@/lib/query/filters";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { DataPart } from "./data-part";
import { TryForm } from "./try-form";

/** Props of the reference. */
export interface ApiReferenceProps {
  today: string;
  /** Path of a file of a release, as an example; null while there is none. */
  releaseFile: string | null;
}

/** Every address of the API with its parameters and an example; made from the declaration that the routes use. */
export function ApiReference({ today, releaseFile }: ApiReferenceProps) {
  const exampleOf = ({ path, example }: Endpoint) =>
    path === ENDPOINTS.releaseFile.path ? releaseFile : example;
  return (
    <DataPart
      id="api"
      lead={
        <>
          {ENDPOINT_LIST.length} addresses, open to all, without a key and from any site. What
          answers the same question answers it alike on pages, in files and here; <code>null</code>{" "}
          is unknown. A wrong parameter is told with the nearest right one. The same contract for
          programs:{" "}
          <a className="link" href="/api/v1/openapi.json">
            OpenAPI document
          </a>
          .
        </>
      }
    >
      <TryForm today={today} />
      <table aria-label="Addresses" className="w-full table-fixed text-left text-13">
        <thead className="text-12 text-ink-3">
          <tr className="border-line-2 border-b">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Address
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium max-md:hidden">
              Parameters
            </th>
            <th scope="col" className="w-20 py-1.5 font-medium">
              Example
            </th>
          </tr>
        </thead>
        <tbody>
          {ENDPOINT_LIST.map((endpoint) => (
            <EndpointRow key={endpoint.path} endpoint={endpoint} example={exampleOf(endpoint)} />
          ))}
        </tbody>
      </table>
      <ParamTable />
    </DataPart>
  );
}

function EndpointRow({
  endpoint,
  example,
}: {
  endpoint: (typeof ENDPOINT_LIST)[number];
  example: string | null;
}) {
  const text = useText();
  const { key, path } = endpoint;
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="py-2 pr-4 font-normal">
        <code className="font-medium [overflow-wrap:anywhere]">{path}</code>
        <span className="block text-ink-2">{text.t(`api.endpoint.${key}`)}</span>
        <span className="mt-1 block md:hidden">
          <ParamNames endpoint={endpoint} />
        </span>
      </th>
      <td className="py-2 pr-4 max-md:hidden">
        <ParamNames endpoint={endpoint} />
      </td>
      <td className="py-2">
        {example === null ? (
          <span className="text-ink-3">none yet</span>
        ) : (
          <a className="link" href={example} aria-label={`Try ${path}`}>
            Try it
          </a>
        )}
      </td>
    </tr>
  );
}

function ParamNames({ endpoint }: { endpoint: Endpoint }) {
  return (
    <span className="text-12 text-ink-2 [overflow-wrap:anywhere]">
      {listOwnParams(endpoint).join(", ")}
      {hasAllFilters(endpoint) ? `, and the ${FILTERS.length} filters` : null}
    </span>
  );
}

/** Every parameter of an endpoint, apart from the filters of the fields. */
function listParamDocs(text: Text) {
  const docs = new Map<string, ReturnType<typeof describeParam>>();
  for (const endpoint of ENDPOINT_LIST) {
    for (const name of listOwnParams(endpoint)) {
      if (!docs.has(name)) docs.set(name, describeParam(text, name, endpoint));
    }
  }
  return [...docs.values()];
}

function ParamTable() {
  const text = useText();
  return (
    <details className="mt-4">
      <summary className="link inline-block min-h-6 cursor-pointer text-13">
        What each parameter asks for
      </summary>
      <table aria-label="Parameters" className="mt-1 w-full max-w-[68rem] text-left text-13">
        <thead className="text-12 text-ink-3">
          <tr className="border-line-2 border-b">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Parameter
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Asks for
            </th>
            <th scope="col" className="py-1.5 font-medium max-sm:hidden">
              As
            </th>
          </tr>
        </thead>
        <tbody>
          {listParamDocs(text).map(({ name, words, form }) => (
            <tr key={name} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                <code>{name}</code>
              </th>
              <td className="py-1.5 pr-4">
                {words}
                <code className="block text-ink-3 [overflow-wrap:anywhere] sm:hidden">{form}</code>
              </td>
              <td className="py-1.5 max-sm:hidden">
                <code className="text-ink-3 [overflow-wrap:anywhere]">{form}</code>
              </td>
            </tr>
          ))}
          <tr className="border-line border-b align-top">
            <th scope="row" className="py-1.5 pr-4 font-normal">
              the {FILTERS.length} filters
            </th>
            <td className="py-1.5 pr-4" colSpan={2}>
              each field that can be filtered, under its own name:{" "}
              <code className="[overflow-wrap:anywhere]">
                province=sindh,punjab · areaAcres=100..500 · gas=unknown
              </code>
              . <code>unknown</code> is a value of each.
            </td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}
