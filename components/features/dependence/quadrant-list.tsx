import { QUADRANT_KEYS, QUADRANTS, type Quadrant } from "@/lib/dependence/dependence-plane";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import { notCountedWords } from "@/lib/text/dependence-words";

/** Props of the lists of zones under the plane. */
export interface QuadrantListProps {
  rows: readonly DependenceRow[];
  /** The moment, for links to zones. */
  moment: string;
}

/** Who lies in each quadrant for certain, who could, and who does not count. */
export function QuadrantList({ rows, moment }: QuadrantListProps) {
  const counted = rows.filter(isOperating);
  return (
    <section aria-labelledby="quadrants-title" className="mt-8">
      <h2 id="quadrants-title" className="mb-3 font-serif text-21">
        The four quadrants
      </h2>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {QUADRANT_KEYS.map((key) => (
          <QuadrantPart key={key} quadrant={key} counted={counted} moment={moment} />
        ))}
      </div>
      <NotCounted rows={rows.filter((row) => !isOperating(row))} moment={moment} />
    </section>
  );
}

interface QuadrantPartProps {
  quadrant: Quadrant;
  counted: readonly DependenceRow[];
  moment: string;
}

function QuadrantPart({ quadrant, counted, moment }: QuadrantPartProps) {
  const { label, definition } = QUADRANTS[quadrant];
  const possible = counted.filter(({ quadrants }) => quadrants.includes(quadrant));
  const certain = possible.filter(({ quadrants }) => quadrants.length === 1);
  const open = possible.filter(({ quadrants }) => quadrants.length > 1);
  const out = counted.filter(
    ({ quadrants }) => quadrants.length > 0 && !quadrants.includes(quadrant),
  );
  return (
    <section aria-label={label} className="min-w-0 border-line border-t pt-2">
      <h3 className="font-semibold text-15">{label}</h3>
      <p className="text-12 text-ink-3">{definition}</p>
      <p className="mt-1">
        Certainly here:{" "}
        {certain.length === 0 ? "no zone" : <Names rows={certain} moment={moment} />}.
      </p>
      <details className="mt-0.5">
        <summary className="link inline-block min-h-6 cursor-pointer">
          Could be here or elsewhere: {open.length}
        </summary>
        {open.length === 0 ? null : (
          <p className="mt-1 text-ink-2">
            <Names rows={open} moment={moment} />.
          </p>
        )}
      </details>
      {out.length === 0 ? null : (
        <p className="mt-0.5 text-ink-2">
          Surely not here: <Names rows={out} moment={moment} />.
        </p>
      )}
    </section>
  );
}

/** Zones where no firm is shown to operate: a source's word on one side, silence on the other. */
function NotCounted({ rows, moment }: QuadrantListProps) {
  if (rows.length === 0) return null;
  const states = ["none", "unknown"] as const;
  return (
    <section aria-labelledby="not-counted-title" className="mt-6 border-line border-t pt-2">
      <h3 id="not-counted-title" className="font-semibold text-15">
        Not counted: {rows.length}
      </h3>
      {states.map((state) => {
        const own = rows.filter(({ operation }) => operation.state === state);
        const [first] = own;
        return first === undefined ? null : (
          <p key={state} className="mt-1 text-ink-2">
            <b className="font-medium text-ink">
              {own.length} {notCountedWords(first)}.
            </b>{" "}
            <Names rows={own} moment={moment} />.
          </p>
        );
      })}
    </section>
  );
}

function Names({ rows, moment }: QuadrantListProps) {
  return rows.map(({ zone, name, candidate }, i) => (
    <span key={zone.slug}>
      {i === 0 ? null : ", "}
      <a className="link" href={`/zones/${zone.slug}${moment}#dependence`}>
        {name}
      </a>
      {candidate ? " (candidate)" : null}
    </span>
  ));
}
