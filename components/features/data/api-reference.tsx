import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField, FilterSelect } from "@/components/ui/filter-field";
import { Original } from "@/components/ui/original";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { ENDPOINT_LIST, ENDPOINTS, type Endpoint } from "@/lib/contract/endpoints";
import { describeParam, hasAllFilters, listOwnParams } from "@/lib/contract/param-docs";
import { releaseFilePath } from "@/lib/contract/release-answer";
import { WRITE_EXAMPLES } from "@/lib/contract/write-examples";
import { FILTERS, getFilter, UNKNOWN } from "@/lib/query/filters";
import { ALL_QUERY_PARAMS } from "@/lib/query/parse-query";
import { SCOPES } from "@/lib/query/scope";
import { scopeLabel } from "@/lib/text/query-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

const ORDERS = [
  { value: "-readiness", key: "readiness" },
  { value: "-coverage", key: "completeness" },
  { value: "name", key: "name" },
  { value: "-areaAcres", key: "area" },
] as const;

const FORMATS = [
  { action: "/api/v1/zones", label: "JSON" },
  { action: "/api/v1/zones.csv", label: "CSV" },
  { action: "/api/v1/zones.xlsx", label: "XLSX" },
  { action: "/api/v1/zones.geojson", label: "GeoJSON" },
] as const;

const EXAMPLE_LANGUAGES = [
  { key: "curl", label: "curl" },
  { key: "python", label: "Python" },
  { key: "r", label: "R" },
] as const;

const FILTER_EXAMPLES = ["province=sindh,punjab", "areaAcres=100..500", "gas=unknown"].join(" · ");

/** The parameters of the whole query, beside the filters. Most endpoints take all of them, so that the table names them together. */
const QUERY_PARAMS = ALL_QUERY_PARAMS.filter((name) => !getFilter(name));

const HEAD = "py-1.5 font-medium";

interface ApiReferenceProps {
  today: Day;
  /** Number of a release, whose file is an example; null while there is none. */
  release: string | null;
}

/** Every endpoint with its parameters and an example, made from the declaration that the routes use. */
export function ApiReference({ today, release }: ApiReferenceProps) {
  const { t } = useText();
  const getExample = ({ path, example }: Endpoint) => {
    if (path !== ENDPOINTS.releaseFile.path) return example;
    return release === null ? null : releaseFilePath(release, "zones.csv");
  };
  return (
    <Section
      id="api"
      title={t("data.api.title")}
      size="large"
      lead={t.rich("data.api.lead", {
        count: ENDPOINT_LIST.length,
        nothing: String(null),
        code: (words) => <code>{words}</code>,
        link: (words) => (
          <a className="link" href="/api/v1/openapi.json">
            {words}
          </a>
        ),
      })}
    >
      <TryForm today={today} />
      <p className="mb-2 text-13 text-ink-2">
        {t.rich("data.api.queryMeaning", {
          names: QUERY_PARAMS.join(", "),
          count: FILTERS.length,
          b: (words) => <b>{words}</b>,
        })}
      </p>
      <table aria-label={t("data.api.endpoints")} className="w-full table-fixed text-13">
        <thead className="text-12 text-ink-3">
          <tr className="border-line-2 border-b">
            <th scope="col" className={`${HEAD} pe-4`}>
              {t("data.api.endpoint")}
            </th>
            <th scope="col" className={`${HEAD} pe-4 max-md:hidden`}>
              {t("data.api.parameters")}
            </th>
            <th scope="col" className={`${HEAD} w-20`}>
              {t("data.api.example")}
            </th>
          </tr>
        </thead>
        <tbody>
          {ENDPOINT_LIST.map((endpoint) => (
            <EndpointRow key={endpoint.path} endpoint={endpoint} example={getExample(endpoint)} />
          ))}
        </tbody>
      </table>
      <ParamTable />
      <WriteExamples />
    </Section>
  );
}

/** A query to the API; each button requests another format of the answer. It needs no script. */
function TryForm({ today }: { today: Day }) {
  const text = useText();
  const { t } = text;
  return (
    <form
      action={FORMATS[0].action}
      aria-label={t("data.try.label")}
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-[12rem_10rem_18rem]"
    >
      <FilterSelect name="scope" label={t("data.try.zones")} value="announced">
        {SCOPES.map((scope) => (
          <option key={scope} value={scope}>
            {scopeLabel(text, scope, null)}
          </option>
        ))}
      </FilterSelect>
      <FilterField label={t("data.try.asOf")}>
        {(id) => (
          <input
            id={id}
            type="date"
            name="asOf"
            required
            defaultValue={today}
            max={today}
            className={fieldClass()}
          />
        )}
      </FilterField>
      <FilterSelect
        name="sort"
        label={t("data.try.sort")}
        value="-readiness"
        className="max-md:col-span-2"
      >
        {ORDERS.map(({ value, key }) => (
          <option key={value} value={value}>
            {t(`data.try.order.${key}`)}
          </option>
        ))}
      </FilterSelect>
      <div className="col-span-full flex flex-wrap gap-2">
        {FORMATS.map(({ action, label }) => (
          <Button key={action} type="submit" formAction={action} className="h-(--field)">
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}

interface EndpointRowProps {
  endpoint: (typeof ENDPOINT_LIST)[number];
  /** Path of a request that works; null while there is none. */
  example: string | null;
}

function EndpointRow({ endpoint, example }: EndpointRowProps) {
  const { t } = useText();
  const { key, path } = endpoint;
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="py-2 pe-4 font-normal">
        <code className="font-medium [overflow-wrap:anywhere]">{path}</code>
        <span className="block text-ink-2">
          <Original>{t(`api.endpoint.${key}`)}</Original>
        </span>
        <span className="mt-1 block md:hidden">
          <ParamNames endpoint={endpoint} />
        </span>
      </th>
      <td className="py-2 pe-4 max-md:hidden">
        <ParamNames endpoint={endpoint} />
      </td>
      <td className="py-2">
        {example === null ? (
          <span className="text-ink-3">{t("data.api.noExample")}</span>
        ) : (
          <Anchor className="link" href={example} aria-label={t("data.api.tryPath", { path })}>
            {t("data.api.try")}
          </Anchor>
        )}
      </td>
    </tr>
  );
}

function ParamNames({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useText();
  const own = listOwnParams(endpoint);
  const names = hasAllFilters(endpoint)
    ? [t("data.api.query"), ...own.filter((name) => !QUERY_PARAMS.includes(name))]
    : own;
  return <span className="text-12 text-ink-2 [overflow-wrap:anywhere]">{names.join(", ")}</span>;
}

function ParamTable() {
  const text = useText();
  const { t } = text;
  return (
    <details className="no-print mt-4">
      <summary className="link inline-block min-h-6 cursor-pointer text-13">
        {t("data.api.meanings")}
      </summary>
      <table aria-label={t("data.api.parameters")} className="mt-1 w-full max-w-[68rem] text-13">
        <thead className="text-12 text-ink-3">
          <tr className="border-line-2 border-b">
            <th scope="col" className={`${HEAD} pe-4`}>
              {t("data.api.parameter")}
            </th>
            <th scope="col" className={`${HEAD} pe-4`}>
              {t("data.api.meaning")}
            </th>
            <th scope="col" className={`${HEAD} max-sm:hidden`}>
              {t("data.api.allowed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {listParamDocs(text).map(({ name, words, form }) => (
            <tr key={name} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pe-4 font-normal">
                <code>{name}</code>
              </th>
              <td className="py-1.5 pe-4">
                <Original>{words}</Original>
                <code className="block text-ink-3 [overflow-wrap:anywhere] sm:hidden">{form}</code>
              </td>
              <td className="py-1.5 max-sm:hidden">
                <code className="text-ink-3 [overflow-wrap:anywhere]">{form}</code>
              </td>
            </tr>
          ))}
          <tr className="border-line border-b align-top">
            <th scope="row" className="py-1.5 pe-4 font-normal">
              {t("data.api.filters", { count: FILTERS.length })}
            </th>
            <td className="py-1.5 pe-4" colSpan={2}>
              {t.rich("data.api.filterMeaning", {
                examples: FILTER_EXAMPLES,
                unknown: UNKNOWN,
                code: (words) => <code className="[overflow-wrap:anywhere]">{words}</code>,
              })}
            </td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}

/** How programs write with a token, in several languages. */
function WriteExamples() {
  const { t } = useText();
  return (
    <section aria-labelledby="api-write" className="no-print mt-8 max-w-[68rem]">
      <h3 id="api-write" className="title mb-1">
        {t("data.write.title")}
      </h3>
      <p className="mb-2 max-w-[44rem]">
        {t.rich("data.write.lead", {
          code: (words) => <code>{words}</code>,
          link: (words) => (
            <Anchor className="link" href="/admin/tokens">
              {words}
            </Anchor>
          ),
        })}
      </p>
      {EXAMPLE_LANGUAGES.map(({ key, label }) => (
        <details key={key}>
          <summary className="link inline-block min-h-6 cursor-pointer text-13">{label}</summary>
          <ScrollRegion label={label}>
            <pre dir="ltr" className="my-2 bg-paper-2 p-3 text-12">
              {WRITE_EXAMPLES[key]}
            </pre>
          </ScrollRegion>
        </details>
      ))}
    </section>
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
