import { Figure } from "@/components/charts/figure";
import type { FirmFilterKey } from "@/lib/firms/firm-filter";
import type { FirmShare } from "@/lib/firms/firm-shares";
import { isStrategic } from "@/lib/firms/firms";
import type { FigureColumn } from "@/lib/formats/figure-csv";
import { UNKNOWN } from "@/lib/query/filters";
import { firmWordLabel } from "@/lib/text/firm-words";

/** Props of firms by one of their parts. */
export interface ShareFigureProps {
  title: string;
  /** The part by which they are counted. */
  part: Extract<FirmFilterKey, "nationality" | "owner" | "sector">;
  shares: readonly FirmShare[];
  source: string;
  /** Address of the page narrowed to one word of the part. */
  href: (word: string) => string;
}

const NO_ZONES: ReadonlyMap<string, string> = new Map();

/** Firms by country or sector as bars: the dark part produces or exports, unknown is hollow and last. */
export function ShareFigure({ title, part, shares, source, href }: ShareFigureProps) {
  const most = Math.max(1, ...shares.map(({ firms }) => firms));
  const columns: readonly FigureColumn[] = [
    { key: "word", label: title },
    { key: "firms", label: "Firms", numeric: true },
    { key: "producing", label: "Producing or exporting", numeric: true },
  ];
  const wordOf = ({ value }: FirmShare) => value ?? UNKNOWN;
  return (
    <Figure
      title={title}
      name={`investors-${part}`}
      columns={columns}
      rows={shares.map((share) => ({
        word: share.value === null ? null : firmWordLabel(part, share.value, NO_ZONES),
        firms: share.firms,
        producing: share.producing,
        href: href(wordOf(share)),
      }))}
      source={source}
      note="Dark: producing or exporting. Hollow: unknown."
    >
      <ul className="grid gap-0.5">
        {shares.map((share) => (
          <li
            key={wordOf(share)}
            className="grid grid-cols-[minmax(0,9.5rem)_1.75rem_minmax(0,1fr)] items-center gap-2"
          >
            <a className="inline-block min-h-6 py-0.5 hover:underline" href={href(wordOf(share))}>
              <span className={share.value === null ? "unknown" : undefined}>
                {firmWordLabel(part, wordOf(share), NO_ZONES)}
              </span>
              {part === "sector" && isStrategic(share.value) ? (
                <span className="block text-11 text-ink-2">strategic</span>
              ) : null}
            </a>
            <span className="tabular text-right font-semibold">{share.firms}</span>
            <Bar share={share} most={most} />
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function Bar({ share: { value, firms, producing }, most }: { share: FirmShare; most: number }) {
  const width = (count: number) => `${(98 * count) / most}%`;
  return (
    <span>
      <svg aria-hidden="true" width="100%" height={12} className="block">
        <rect
          x={0.5}
          y={1.5}
          width={width(firms)}
          height={9}
          className={
            value === null ? "fill-paper stroke-unknown [stroke-dasharray:3_2]" : "fill-ramp-1"
          }
        />
        {producing === 0 ? null : (
          <rect x={0.5} y={1.5} width={width(producing)} height={9} className="fill-ramp-4" />
        )}
      </svg>
      <span className="sr-only">, {producing} producing or exporting</span>
    </span>
  );
}
