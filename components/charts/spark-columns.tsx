/** Resolution of the drawing, which is stretched to its place. */
const WIDTH = 1000;
/** Between two columns. */
const GAP = 1;
/** The least height that can be seen, CSS pixels. */
const LEAST = 2;

/** A column of a small histogram, all as parts of the whole, 0 to 1. */
export interface SparkColumn {
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

interface SparkColumnsProps {
  columns: readonly SparkColumn[];
  /** Height in CSS pixels when the drawing is not stretched. */
  height?: number;
  className?: string;
}

/** A histogram as one path, for a control such as the time slider. A column of 0 is left out. */
export function SparkColumns({ columns, height = 24, className }: SparkColumnsProps) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={`rtl:[scale:-1_1] ${className ?? ""}`}
      data-mirrors
    >
      <path d={columns.map((column) => columnPath(column, height)).join("")} />
    </svg>
  );
}

function columnPath({ at, width, height }: SparkColumn, room: number): string {
  if (height <= 0) return "";
  const high = Math.max(LEAST, height * room);
  const wide = Math.max(0, width * WIDTH - GAP).toFixed(1);
  return `M${(at * WIDTH).toFixed(1)} ${(room - high).toFixed(1)}h${wide}v${high.toFixed(1)}h-${wide}z`;
}
