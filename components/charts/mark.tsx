import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare,
  symbolTriangle,
} from "d3-shape";
import { MARK_TONES, type MarkTone, percent } from "./drawing";

/** Two lines, one over the other. */
const symbolBars: SymbolType = {
  draw(context, size) {
    const side = Math.sqrt(size);
    context.rect(-side * 0.6, -side * 0.5, side * 1.2, side * 0.35);
    context.rect(-side * 0.6, side * 0.15, side * 1.2, side * 0.35);
  },
};

/** An upright stroke. */
const symbolTick: SymbolType = {
  draw(context, size) {
    const side = Math.sqrt(size);
    context.rect(-side * 0.19, -side * 0.75, side * 0.38, side * 1.5);
  },
};

const SHAPES = {
  circle: { type: symbolCircle, turn: 0 },
  square: { type: symbolSquare, turn: 0 },
  diamond: { type: symbolDiamond2, turn: 0 },
  triangle: { type: symbolTriangle, turn: 0 },
  plus: { type: symbolCross, turn: 0 },
  times: { type: symbolCross, turn: 45 },
  bars: { type: symbolBars, turn: 0 },
  tick: { type: symbolTick, turn: 0 },
} as const satisfies Record<string, { type: SymbolType; turn: number }>;

/** A shape of a mark. Each can be told from the others without its colour. */
export type MarkShape = keyof typeof SHAPES;

/** How a mark looks. */
export interface MarkLook {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
  /** The outline alone, for what is not certain or not yet. */
  readonly hollow?: boolean;
  /** A dashed outline; hollow too. */
  readonly dashed?: boolean;
  /** Area in square pixels; 64 by default, a square of 8. */
  readonly size?: number;
}

/** A mark with a key of its own among those drawn beside it. */
export interface KeyedMark extends MarkLook {
  readonly key: string;
}

interface MarkProps extends MarkLook {
  /** Percent of the drawing's width. */
  at: number;
  /** CSS pixels from the drawing's top. */
  y: number;
}

/** A mark within a drawing. It keeps its size and its shape on every screen. */
export function Mark({ at, y, ...look }: MarkProps) {
  return (
    <svg aria-hidden="true" x={percent(at)} y={y} width={1} height={1} overflow="visible">
      <MarkPath {...look} />
    </svg>
  );
}

/** A mark in a line of text; its name is written next to it. */
export function MarkIcon(look: MarkLook) {
  return (
    <svg aria-hidden="true" width={14} height={14} viewBox="-7 -7 14 14" className="flex-none">
      <MarkPath {...look} />
    </svg>
  );
}

function MarkPath({ shape, tone, hollow = false, dashed = false, size = 64 }: MarkLook) {
  const { type, turn } = SHAPES[shape];
  const outlined = hollow || dashed;
  return (
    <path
      d={symbol(type, size)() ?? undefined}
      transform={turn === 0 ? undefined : `rotate(${turn})`}
      strokeDasharray={dashed ? "2 1.5" : undefined}
      className={MARK_TONES[tone][outlined ? "hollow" : "solid"]}
      data-mark={shape}
    />
  );
}
