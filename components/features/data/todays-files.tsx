import { EXPORT_FORMATS } from "@/components/query-bar/export-formats";
import { formatNumber } from "@/lib/text/format-number";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { DataPart } from "./data-part";

/** How much there is of each thing today. */
export interface DataCounts {
  /** Zones of every scope. */
  readonly zones: number;
  /** Those of the scope that shows by default. */
  readonly announced: number;
  readonly claims: number;
  readonly firms: number;
  readonly sources: number;
  readonly events: number;
  readonly context: number;
}

interface TodaysFile {
  readonly name: string;
  readonly href: string;
  readonly holds: string;
  /** Null where there is no end to count to. */
  readonly count: number | null;
}

function filesOf(text: Text, counts: DataCounts): readonly TodaysFile[] {
  return [
    ...EXPORT_FORMATS.map(({ extension, name }) => ({
      name: `Zones, ${name}`,
      href: `/api/v1/zones.${extension}?scope=all`,
      holds: text.t(`query.file.${extension}`),
      count: counts.zones,
    })),
    {
      name: "Firms, JSON",
      href: "/api/v1/tenancies?limit=1000",
      holds: "one row for each firm in a zone",
      count: counts.firms,
    },
    {
      name: "Sources, JSON",
      href: "/api/v1/sources?limit=1000",
      holds: "every text that a claim rests on",
      count: counts.sources,
    },
    {
      name: "Events, JSON",
      href: "/api/v1/events?limit=1000",
      holds: "what happened, dated",
      count: counts.events,
    },
    {
      name: "Figures on the country, JSON",
      href: "/api/v1/context?limit=1000",
      holds: "power, gas, money and safety, with period and source",
      count: counts.context,
    },
    {
      name: "Every claim, JSON",
      href: "/api/v1/history",
      holds: "what decides which value shows; the reasons are in each zone's ledger",
      count: counts.claims,
    },
    {
      name: "Changes, Atom",
      href: "/api/v1/changes.atom",
      holds: "a feed of what came to be known, for a reader of feeds",
      count: null,
    },
  ];
}

/** What can be downloaded today, with how much is in it. */
export function TodaysFiles({ counts }: { counts: DataCounts }) {
  const text = useText();
  return (
    <DataPart
      id="files"
      lead={
        <>
          As the tracker knows it now. All {counts.zones} zones of the register are in them, not
          only the {counts.announced} that count as announced; to have fewer, choose them in the{" "}
          <a className="link" href="/">
            explorer
          </a>{" "}
          and export what you see.
        </>
      }
    >
      <table aria-label="Today's files" className="w-full text-left text-13">
        <thead className="text-12 text-ink-3">
          <tr className="border-line-2 border-b">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              File
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium max-sm:hidden">
              What is in it
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              Records
            </th>
          </tr>
        </thead>
        <tbody>
          {filesOf(text, counts).map(({ name, href, holds, count }) => (
            <tr key={href} className="border-line border-b align-top">
              <td className="py-2 pr-4">
                <a className="link" href={href}>
                  {name}
                </a>
                <span className="block text-12 text-ink-2 sm:hidden">{holds}</span>
              </td>
              <td className="py-2 pr-4 text-ink-2 max-sm:hidden">{holds}</td>
              <td className="tabular py-2 text-right">
                {count === null ? "as they come" : formatNumber(count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DataPart>
  );
}
