import { Anchor } from "@/components/layout/link";
import { Fold, Section } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { ENDPOINT_LIST, type Endpoint } from "@/lib/contract/endpoints";
import { hasAllFilters, listOwnParams } from "@/lib/contract/param-docs";
import { WRITE_EXAMPLES } from "@/lib/contract/write-examples";
import { FILTERS, getFilter } from "@/lib/query/filters";
import { ALL_QUERY_PARAMS } from "@/lib/query/parse-query";
import { useText } from "@/lib/text/use-text";

const EXAMPLE_LANGUAGES = [
  { key: "curl", label: "curl" },
  { key: "python", label: "Python" },
  { key: "r", label: "R" },
] as const;

/** The parameters of the whole query, beside the filters. Most endpoints take all of them, so that the table names them together. */
const QUERY_PARAMS = ALL_QUERY_PARAMS.filter((name) => !getFilter(name));

const HEAD = "py-1.5 font-medium";

/** Every endpoint with its parameters and an example, made from the declaration that the routes use. */
export function ApiReference() {
  const { t } = useText();
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
      <p className="mb-2 text-13 text-ink-2">
        {t.rich("data.api.queryMeaning", {
          names: QUERY_PARAMS.join(", "),
          count: FILTERS.length,
          b: (words) => <b>{words}</b>,
        })}
      </p>
      <Fold label={t("data.api.show")}>
        <table aria-label={t("data.api.endpoints")} className="w-full table-fixed text-13">
          <thead className="text-12 text-ink-3">
            <tr className="border-line-2 border-b">
              <th scope="col" className={`${HEAD} pe-4`}>
                {t("data.api.endpoint")}
              </th>
              <th scope="col" className={`${HEAD} w-20`}>
                {t("data.api.example")}
              </th>
            </tr>
          </thead>
          <tbody>
            {ENDPOINT_LIST.map((endpoint) => (
              <EndpointRow key={endpoint.path} endpoint={endpoint} />
            ))}
          </tbody>
        </table>
      </Fold>
      <WriteExamples />
    </Section>
  );
}

function EndpointRow({ endpoint }: { endpoint: (typeof ENDPOINT_LIST)[number] }) {
  const { t } = useText();
  const { key, path, example } = endpoint;
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="py-2 pe-4 font-normal">
        <code className="font-medium [overflow-wrap:anywhere]">{path}</code>
        <span className="block text-ink-2">
          <Original>{t(`api.endpoint.${key}`)}</Original>
        </span>
        <span className="mt-1 block">
          <ParamNames endpoint={endpoint} />
        </span>
      </th>
      <td className="py-2">
        <Anchor className="link" href={example} aria-label={t("data.api.tryPath", { path })}>
          {t("data.api.try")}
        </Anchor>
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
