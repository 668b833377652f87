import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import { TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { glossaryPath } from "@/lib/catalogue/glossary-path";
import { GROUP_KEYS } from "@/lib/catalogue/groups";
import { LICENCE } from "@/lib/formats/file-notes";
import { permalinkPath } from "@/lib/text/citation";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { Definitions } from "./text-parts";

const FIELD_COUNT = ZONE_FIELD_KEYS.length + TENANCY_FIELD_KEYS.length;

/** Where the fields are explained, by group. */
export function FieldsPart() {
  const text = useText();
  return (
    <>
      <p>{text.t("method.fields.intro", { count: FIELD_COUNT })}</p>
      <ul className="columns-2 sm:columns-3">
        {GROUP_KEYS.map((group) => (
          <li key={group}>
            <Anchor className="link" href={glossaryPath(`fields-${group}`)}>
              {text.groupLabel(group)}
            </Anchor>
          </li>
        ))}
      </ul>
      <p>
        {text.t.rich("method.fields.api", {
          link: (words) => (
            <a className="link" href="/api/v1/fields">
              {words}
            </a>
          ),
        })}
      </p>
    </>
  );
}

/** Where the values of lists are explained. */
export function VocabulariesPart() {
  const { t } = useText();
  const link = (href: string) => (words: ReactNode) => (
    <Anchor className="link" href={href}>
      {words}
    </Anchor>
  );
  return (
    <p>
      {t.rich("method.vocabularies.intro", {
        link: link(glossaryPath("values")),
        ladders: link("#ladders"),
        stages: link("#firms"),
      })}
    </p>
  );
}

/** How exact the places of zones are. */
export function PlacesPart() {
  const { t } = useText();
  return (
    <>
      <p>{t("method.places.markers")}</p>
      <p>{t("method.places.province")}</p>
    </>
  );
}

/** The boundary note, word for word as in the files, and how the map follows it. */
export function BoundariesPart() {
  const { t } = useText();
  return (
    <>
      <blockquote className="border-line-2 border-s-2 ps-4">
        <Original>{t("files.boundaryNote")}</Original>
      </blockquote>
      <p>{t("method.boundaries.drawing")}</p>
      <p>{t("method.boundaries.credits")}</p>
    </>
  );
}

/** Counts of today. */
export interface LimitsPartProps {
  zones: number;
  reports: number;
  sources: number;
  /** Sources whose date is an estimate. */
  estimated: number;
  /** Zones with confirmed approval, and those of them whose progress on site is unknown. */
  confirmed: number;
  progressUnknown: number;
}

/** What the data cannot show. */
export function LimitsPart(props: LimitsPartProps) {
  const text = useText();
  const { t } = text;
  const b = (words: ReactNode) => <b>{words}</b>;
  return (
    <>
      <p>
        {t("method.limits.intro", {
          reports: text.number(props.reports),
          zones: props.zones,
          sources: props.sources,
        })}
      </p>
      <ul>
        <li>{t.rich("method.limits.official", { b })}</li>
        <li>{t.rich("method.limits.news", { b })}</li>
        <li>
          {t.rich("method.limits.silent", {
            unknown: text.number(props.progressUnknown),
            confirmed: props.confirmed,
            b,
          })}
        </li>
        <li>{t.rich("method.limits.old", { b })}</li>
        <li>{t.rich("method.limits.thin", { b })}</li>
        <li>{t.rich("method.limits.flattering", { b })}</li>
        <li>{t.rich("method.limits.counts", { b })}</li>
        <li>{t.rich("method.limits.dates", { count: props.estimated, b })}</li>
        <li>{t.rich("method.limits.money", { b })}</li>
        <li>{t.rich("method.limits.leftOut", { b })}</li>
      </ul>
    </>
  );
}

/** Today, the last revision and the method. */
export interface CitePartProps {
  asOf: Day;
  /** The revision as a permanent link names it. */
  knownOn: string;
  method: number;
}

/** How to cite so that the reader of the citation sees the same. */
export function CitePart({ asOf, knownOn, method }: CitePartProps) {
  const { t } = useText();
  return (
    <>
      <p>{t("method.cite.parts")}</p>
      <p>
        <code className="break-all">
          {permalinkPath({ path: "/zones/rashakai-sez", asOf, knownOn })}
        </code>
      </p>
      <p>
        {t.rich("method.cite.address", {
          method: String(method),
          code: (words) => <code>{words}</code>,
        })}
      </p>
    </>
  );
}

/** Where errors are reported. */
export function CorrectionsPart() {
  const { t } = useText();
  return (
    <p>
      {t.rich("method.corrections", {
        link: (words) => (
          <Anchor className="link" href="/contact#corrections">
            {words}
          </Anchor>
        ),
      })}
    </p>
  );
}

/** Licences of code, data and map. */
export function LicencePart() {
  const { t } = useText();
  return (
    <Definitions
      items={[
        {
          key: "code",
          label: t("method.licence.code.label"),
          definition: t("method.licence.code.definition"),
        },
        {
          key: "data",
          label: t("method.licence.data.label"),
          definition: t.rich("method.licence.data.definition", {
            link: (words) => (
              <a className="link" href={LICENCE.url} rel="license">
                {words}
              </a>
            ),
          }),
        },
        {
          key: "map",
          label: t("method.licence.map.label"),
          definition: t("method.licence.map.definition"),
        },
        {
          key: "coordinates",
          label: t("method.licence.coordinates.label"),
          definition: t("method.licence.coordinates.definition"),
        },
      ]}
    />
  );
}
