import type { ReactNode } from "react";

/** Icons on a 16 px grid in the ink of their surroundings. Always decorative: the words stand beside them or in a label. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="flex-none"
    >
      {children}
    </svg>
  );
}

/** Search icon. */
export function SearchIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </Icon>
  );
}

/** Close icon. */
export function CloseIcon() {
  return (
    <Icon>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}

/** Check icon. */
export function CheckIcon() {
  return (
    <Icon>
      <path d="m3 8.5 3.2 3.2L13 4.8" />
    </Icon>
  );
}

/** ChevronDown icon. */
export function ChevronDownIcon() {
  return (
    <Icon>
      <path d="m5 6.5 3 3 3-3" />
    </Icon>
  );
}

/** ChevronRight icon. */
export function ChevronRightIcon() {
  return (
    <Icon>
      <path d="m6.5 5 3 3-3 3" />
    </Icon>
  );
}

/** Plus icon. */
export function PlusIcon() {
  return (
    <Icon>
      <path d="M8 3.5v9M3.5 8h9" />
    </Icon>
  );
}

/** Minus icon. */
export function MinusIcon() {
  return (
    <Icon>
      <path d="M3.5 8h9" />
    </Icon>
  );
}

/** Menu icon. */
export function MenuIcon() {
  return (
    <Icon>
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
    </Icon>
  );
}

/** Person icon. */
export function PersonIcon() {
  return (
    <Icon>
      <circle cx="8" cy="5.5" r="2.75" />
      <path d="M2.75 13.5c.5-2.6 2.5-4 5.25-4s4.75 1.4 5.25 4" />
    </Icon>
  );
}

/** Contrast icon. */
export function ContrastIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </Icon>
  );
}

/** FullScreen icon. */
export function FullScreenIcon() {
  return (
    <Icon>
      <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
    </Icon>
  );
}

/** LeaveFullScreen icon. */
export function LeaveFullScreenIcon() {
  return (
    <Icon>
      <path d="M6 2.5V6H2.5M13.5 6H10V2.5M10 13.5V10h3.5M2.5 10H6v3.5" />
    </Icon>
  );
}

/** Extent icon. */
export function ExtentIcon() {
  return (
    <Icon>
      <path d="M2.5 8a5.5 5.5 0 1 0 1.8-4.1" />
      <path d="M2.5 2.5v3h3" />
    </Icon>
  );
}

/** Picture icon. */
export function PictureIcon() {
  return (
    <Icon>
      <path d="M2.5 3.5h11v9h-11z" />
      <path d="m2.5 11 3.2-3.2 2.6 2.6 1.9-1.9 3.3 3.3" />
      <circle cx="10.6" cy="6.2" r=".9" />
    </Icon>
  );
}

/** Download icon. */
export function DownloadIcon() {
  return (
    <Icon>
      <path d="M8 2.5v8M4.8 7.6 8 10.8l3.2-3.2M3 13.5h10" />
    </Icon>
  );
}

/** Columns icon. */
export function ColumnsIcon() {
  return (
    <Icon>
      <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />
    </Icon>
  );
}

/** Filter icon. */
export function FilterIcon() {
  return (
    <Icon>
      <path d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />
    </Icon>
  );
}

/** Quote icon. */
export function QuoteIcon() {
  return (
    <Icon>
      <path d="M6.5 4.5C4.3 5 3 6.7 3 9v2.5h3.5V8H5M13 4.5C10.8 5 9.5 6.7 9.5 9v2.5H13V8h-1.5" />
    </Icon>
  );
}

/** Share icon. */
export function ShareIcon() {
  return (
    <Icon>
      <path d="M8 10V2.5M5.3 5 8 2.3 10.7 5M4.5 7.5H3.5v6h9v-6h-1" />
    </Icon>
  );
}

/** Print icon. */
export function PrintIcon() {
  return (
    <Icon>
      <path d="M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z" />
    </Icon>
  );
}

/** External icon. */
export function ExternalIcon() {
  return (
    <Icon>
      <path d="M6.5 3.5h-3v9h9v-3M9.5 2.5h4v4M13.2 2.8 7.5 8.5" />
    </Icon>
  );
}

/** Info icon. */
export function InfoIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 7.5v3.5M8 5v.1" />
    </Icon>
  );
}

/** ArrowUp icon. */
export function ArrowUpIcon() {
  return (
    <Icon>
      <path d="M8 13V3M4.5 6.5 8 3l3.5 3.5" />
    </Icon>
  );
}

/** ArrowDown icon. */
export function ArrowDownIcon() {
  return (
    <Icon>
      <path d="M8 3v10M4.5 9.5 8 13l3.5-3.5" />
    </Icon>
  );
}
