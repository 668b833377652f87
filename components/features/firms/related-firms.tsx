import { StageTrack } from "@/components/evidence/stage-track";
import { Section } from "@/components/layout/section";
import { DEPENDENCE_FIELDS } from "@/lib/dependence/dependence";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { firmPath, getFirmId } from "@/lib/firms/firm-address";
import type { FirmView } from "@/lib/firms/firm-view";
import { type ChineseTie, getChineseTie, type PlacedFirm } from "@/lib/firms/firms";
import { byStage } from "@/lib/firms/stage-counts";
import { toSearch } from "@/lib/query/search-string";
import { INVESTORS_PATH } from "@/lib/text/firm-words";
import { valueWords } from "@/lib/text/value-words";

/** What stands around a firm: its zones with what they depend on and their other firms, and firms like it. */
export function FirmSurroundings({ view }: { view: FirmView }) {
  const { firms, moment } = view;
  return (
    <Section id="around" title="What stands around it">
      <div className="grid gap-5">
        {firms.map((firm) => (
          <Neighbours
            key={firm.record.tenancy.id}
            firm={firm}
            moment={moment}
            several={firms.length > 1}
          />
        ))}
        <Alike firms={firms} moment={moment} />
      </div>
    </Section>
  );
}

/** Other firms of a zone that are named here; the rest stand on its page. */
const SHOWN = 6;

type Moment = FirmView["moment"];

const TIES: Readonly<Record<ChineseTie, string>> = {
  chinese: "This firm is counted among the Chinese ones there.",
  other:
    "Its ultimate owner is from elsewhere, so it is not counted among the Chinese firms there; a minority share does not show in that.",
  unknown: "Whether this firm is tied to China is unknown.",
};

interface NeighboursProps {
  firm: PlacedFirm;
  moment: Moment;
  several: boolean;
}

function Neighbours({ firm: { zone, record }, moment, several }: NeighboursProps) {
  const search = toSearch(moment);
  const name = shortZoneName(zone.values.name ?? zone.slug);
  const known = DEPENDENCE_FIELDS.filter((field) => zone.values[field] !== null).length;
  const others = byStage(zone.tenancies.filter(({ tenancy }) => tenancy.id !== record.tenancy.id));
  return (
    <div className="grid gap-3">
      {several ? <h3 className="font-semibold">{name}</h3> : null}
      <p className="text-ink-2">
        {standingWords(zone)}{" "}
        <a className="link" href={`/zones/${zone.slug}${search}#dependence`}>
          Dependence on Chinese partners
        </a>
        : {known} of {DEPENDENCE_FIELDS.length} dimensions known there.{" "}
        {TIES[getChineseTie(record.values)]}
      </p>
      {others.length === 0 ? (
        <p className="text-ink-2">No other firm is named in {name}.</p>
      ) : (
        <div>
          <h3 className="mb-1 text-12 text-ink-2">Other firms in {name}, the furthest first</h3>
          <ul className="grid gap-0.5">
            {others.slice(0, SHOWN).map(({ tenancy, values }) => (
              <li
                key={tenancy.id}
                className="grid grid-cols-[minmax(0,1fr)_4.5rem_5.5rem] items-center gap-x-3"
              >
                <a
                  className="link justify-self-start py-0.5 leading-5"
                  href={firmPath(getFirmId(tenancy.firm), search)}
                >
                  {tenancy.firm}
                </a>
                <StageTrack stage={values.tenancyStage} />
                <span className={values.tenancyStage === null ? "unknown" : "text-12 text-ink-2"}>
                  {valueWords("tenancyStage", values.tenancyStage)}
                </span>
              </li>
            ))}
          </ul>
          {others.length > SHOWN ? (
            <a
              className="link inline-block min-h-6 py-0.5"
              href={`/zones/${zone.slug}${search}#firms`}
            >
              and {others.length - SHOWN} more
            </a>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** Where a zone stands on both ladders, in a sentence. */
function standingWords({ values }: ZoneRecord): string {
  const paper = valueWords("legalStatus", values.legalStatus).toLowerCase();
  const ground = valueWords("status", values.status).toLowerCase();
  return `The zone itself: on paper ${paper}, on the ground ${ground}.`;
}

/** Ways to the firms that share a part with this one. */
function Alike({ firms, moment }: { firms: readonly PlacedFirm[]; moment: Moment }) {
  const links = new Map<string, string>();
  for (const { record } of firms) {
    const {
      tenancySector: sector,
      ultimateOwnerNationality: owner,
      tenancyStage: stage,
    } = record.values;
    const to = (key: string, word: string) =>
      INVESTORS_PATH + toSearch([["scope", "all"], ...moment, [key, word]]);
    if (sector !== null) links.set(`in ${sector}`, to("sector", sector));
    if (owner !== null) {
      links.set(`owned from ${valueWords("ultimateOwnerNationality", owner)}`, to("owner", owner));
    }
    if (stage !== null) {
      links.set(`at the stage “${valueWords("tenancyStage", stage)}”`, to("stage", stage));
    }
  }
  if (links.size === 0) return null;
  return (
    <p className="no-print text-ink-2">
      All firms{" "}
      {[...links].map(([words, href], i) => (
        <span key={href}>
          {i === 0 ? null : " · "}
          <a className="link" href={href}>
            {words}
          </a>
        </span>
      ))}
    </p>
  );
}
