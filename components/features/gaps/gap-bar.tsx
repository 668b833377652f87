import type { ZoneValues } from "@/lib/catalogue/fields";
import { computeGap, getQuantity, type Utility } from "@/lib/gaps/gaps";
import { formatNumber } from "@/lib/text/format-number";

const HEIGHT = 18;

/** Props of a gap as lengths. */
export interface GapBarProps {
  utility: Utility;
  values: ZoneValues;
  /** The length of a full bar. */
  full: number;
}

/**
 * What is needed as a pale length, what is delivered as a solid one inside it, what is sanctioned as
 * a tick. Delivery that is unknown is hollow as far as the need: it may be anything up to there. The
 * figures stand beside it.
 */
export function GapBar({ utility, values, full }: GapBarProps) {
  const { needed, delivered } = computeGap(utility, values);
  const between = utility.stages.filter(
    ({ field }) => field !== utility.needed && field !== utility.delivered,
  );
  const at = (quantity: number) => `${(100 * quantity) / full}%`;
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT} className="block overflow-visible">
      <line x1="0" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-band-base" />
      {needed === null ? null : (
        <rect
          x={0.5}
          y={1.5}
          width={at(needed)}
          height={HEIGHT - 3}
          className="fill-paper-3 stroke-line-2"
        />
      )}
      {delivered === null ? (
        needed === null ? null : (
          <rect x={0.5} y={6} width={at(needed)} height={6} className="fill-paper stroke-unknown" />
        )
      ) : (
        <rect x={0} y={5.5} width={at(delivered)} height={7} className="fill-ramp-3" />
      )}
      {between.map(({ field }) => {
        const quantity = getQuantity(values, field);
        return quantity === null ? null : (
          <line
            key={field}
            x1={at(quantity)}
            x2={at(quantity)}
            y1={0}
            y2={HEIGHT}
            strokeWidth={2}
            className="stroke-ink-2"
          />
        );
      })}
    </svg>
  );
}

/** The ends of the scale over the bars. */
export function GapScale({ full, unit }: { full: number; unit: string }) {
  return (
    <span className="meta flex justify-between">
      <span>0</span>
      <span>
        {formatNumber(full)} {unit}
      </span>
    </span>
  );
}

/** What the lengths mean. */
export function GapKey({ utility }: { utility: Utility }) {
  const ticked = utility.stages.length > 2;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
      <KeyItem words="needed when the zone is full">
        <rect x={0.5} y={1.5} width={25} height={11} className="fill-paper-3 stroke-line-2" />
      </KeyItem>
      {ticked ? (
        <KeyItem words="sanctioned">
          <path d="M13 0V14" strokeWidth={2} className="stroke-ink-2" />
        </KeyItem>
      ) : null}
      <KeyItem words="evidenced as delivered">
        <rect y={3.5} width={26} height={7} className="fill-ramp-3" />
      </KeyItem>
      <KeyItem words="delivery unknown">
        <rect x={0.5} y={4} width={25} height={6} className="fill-paper stroke-unknown" />
      </KeyItem>
    </ul>
  );
}

function KeyItem({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden="true" width={26} height={14}>
        {children}
      </svg>
      {words}
    </li>
  );
}
