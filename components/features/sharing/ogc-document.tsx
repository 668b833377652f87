import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { OgcLink } from "@/lib/contract/ogc/resources";
import type { Text } from "@/lib/text/text";
import { renderDocument } from "./embed-document";

/** A document of OGC API – Features as a page. */
interface OgcPage {
  readonly title: string;
  /** The pages above it, from the landing page on. */
  readonly trail: readonly { readonly title: string; readonly href: string }[];
  /** Address of the same as JSON. */
  readonly json: string;
  /** What the JSON has. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Address of the page of a feature in it. */
  readonly featureHref: (id: string) => string;
}

/** Everything that a JSON document says as a page without scripts, with its links as links, as the standard asks. */
export function renderOgcPage(text: Text, page: OgcPage): string {
  const { t } = text;
  const { title, trail, json, featureHref } = page;
  const { features, ...rest } = page.document;
  return renderDocument(
    text,
    null,
    title,
    <>
      <nav aria-label={t("api.ogc.html.path")}>
        {trail.map(({ title: name, href }) => (
          <span key={href}>
            <a href={href}>{name}</a> /{" "}
          </span>
        ))}
        <a href={json}>{t("api.ogc.html.json")}</a>
      </nav>
      <main className="long">
        <h1>{title}</h1>
        {isList(features) ? (
          <FeatureTable text={text} features={features.filter(isFeature)} href={featureHref} />
        ) : null}
        <Value text={text} value={rest} />
      </main>
    </>,
  );
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !isList(value);

const isLink = (value: unknown): value is OgcLink =>
  isObject(value) && typeof value.href === "string" && typeof value.rel === "string";

interface ValueProps {
  text: Text;
  value: unknown;
}

/** Any value of JSON: an object as a table of its members, a list as a list. */
function Value({ text, value }: ValueProps): ReactNode {
  if (value === null) return <span className="unknown">{text.t("common.unknown")}</span>;
  if (isLink(value)) {
    return (
      <>
        <a href={value.href} rel={value.rel}>
          {value.title}
        </a>{" "}
        ({value.rel}, {value.type})
      </>
    );
  }
  if (isList(value)) {
    if (!value.some((one) => isList(one) || isObject(one))) return value.map(String).join(", ");
    return (
      <ul>
        {value.map((one) => (
          <li key={JSON.stringify(one)}>
            <Value text={text} value={one} />
          </li>
        ))}
      </ul>
    );
  }
  if (isObject(value)) {
    return (
      <table>
        <tbody>
          {Object.entries(value).map(([key, member]) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>
                <Value text={text} value={member} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return typeof value === "string" && /^https?:\/\/\S+$/.test(value) ? (
    <a href={value}>{value}</a>
  ) : (
    String(value)
  );
}

/** A feature of GeoJSON. */
interface Feature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const isFeature = (value: unknown): value is Feature =>
  isObject(value) && typeof value.id === "string" && isObject(value.properties);

interface FeatureTableProps {
  text: Text;
  features: readonly Feature[];
  href: (id: string) => string;
}

/** Features as rows, with a column for each property. The position is in the columns too. */
function FeatureTable({ text, features, href }: FeatureTableProps) {
  const [first] = features;
  if (!first) return <p>{text.t("api.ogc.html.empty")}</p>;
  const { slug: _, ...others } = first.properties;
  const keys = Object.keys(others);
  return (
    <ScrollRegion label={text.t("api.ogc.html.features")} className="wide">
      <table>
        <thead>
          <tr>
            {["slug", ...keys].map((key) => (
              <th key={key} scope="col">
                {key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map(({ id, properties }) => (
            <tr key={id}>
              <th scope="row">
                <a href={href(id)}>{id}</a>
              </th>
              {keys.map((key) => (
                <td key={key}>
                  <Value text={text} value={properties[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
