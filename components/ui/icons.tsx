import { Glyph } from "./glyph";

export const ArrowDownIcon = () => (
  <Glyph>
    <path d="M12 5v14" />
    <path d="m19 12-7 7-7-7" />
  </Glyph>
);

export const ArrowUpIcon = () => (
  <Glyph>
    <path d="m5 12 7-7 7 7" />
    <path d="M12 19V5" />
  </Glyph>
);

export const CheckIcon = () => (
  <Glyph>
    <path d="M20 6 9 17l-5-5" />
  </Glyph>
);

export const ChevronDownIcon = () => (
  <Glyph>
    <path d="m6 9 6 6 6-6" />
  </Glyph>
);

export const ChevronRightIcon = () => (
  <Glyph mirrored>
    <path d="m9 18 6-6-6-6" />
  </Glyph>
);

export const CodeIcon = () => (
  <Glyph>
    <path d="m16 18 6-6-6-6" />
    <path d="m8 6-6 6 6 6" />
  </Glyph>
);

export const CloseIcon = () => (
  <Glyph>
    <path d="M18 6 6 18" />
    <path d="m6 6 12 12" />
  </Glyph>
);

export const ColumnsIcon = () => (
  <Glyph>
    <rect width="18" height="18" x="3" y="3" rx="2" />
    <path d="M9 3v18" />
    <path d="M15 3v18" />
  </Glyph>
);

export const ContrastIcon = () => (
  <Glyph>
    <circle cx="12" cy="12" r="10" />
    <path d="M12 18a6 6 0 0 0 0-12v12z" />
  </Glyph>
);

export const DownloadIcon = () => (
  <Glyph>
    <path d="M12 15V3" />
    <path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" />
    <path d="m7 10 5 5 5-5" />
  </Glyph>
);

export const FilterIcon = () => (
  <Glyph>
    <path d="M2 5h20" />
    <path d="M6 12h12" />
    <path d="M9 19h6" />
  </Glyph>
);

export const InfoIcon = () => (
  <Glyph>
    <circle cx="12" cy="12" r="10" />
    <path d="M12 16v-4" />
    <path d="M12 8h.01" />
  </Glyph>
);

export const LinkIcon = () => (
  <Glyph>
    <path d="M9 17H7A5 5 0 0 1 7 7h2" />
    <path d="M15 7h2a5 5 0 1 1 0 10h-2" />
    <line x1="8" x2="16" y1="12" y2="12" />
  </Glyph>
);

export const MenuIcon = () => (
  <Glyph>
    <path d="M4 5h16" />
    <path d="M4 12h16" />
    <path d="M4 19h16" />
  </Glyph>
);

export const PauseIcon = () => (
  <Glyph>
    <rect x="14" y="3" width="5" height="18" rx="1" />
    <rect x="5" y="3" width="5" height="18" rx="1" />
  </Glyph>
);

export const PencilIcon = () => (
  <Glyph>
    <path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z" />
    <path d="m15 5 4 4" />
  </Glyph>
);

export const PersonIcon = () => (
  <Glyph>
    <circle cx="12" cy="8" r="5" />
    <path d="M20 21a8 8 0 0 0-16 0" />
  </Glyph>
);

export const PlayIcon = () => (
  <Glyph mirrored>
    <path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" />
  </Glyph>
);

export const PlusIcon = () => (
  <Glyph>
    <path d="M5 12h14" />
    <path d="M12 5v14" />
  </Glyph>
);

export const PrintIcon = () => (
  <Glyph>
    <path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2" />
    <path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6" />
    <rect x="6" y="14" width="12" height="8" rx="1" />
  </Glyph>
);

export const QuoteIcon = () => (
  <Glyph>
    <path d="M16 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z" />
    <path d="M5 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z" />
  </Glyph>
);

export const SearchIcon = () => (
  <Glyph>
    <path d="m21 21-4.34-4.34" />
    <circle cx="11" cy="11" r="8" />
  </Glyph>
);

export const ShareIcon = () => (
  <Glyph>
    <path d="M12 2v13" />
    <path d="m16 6-4-4-4 4" />
    <path d="M4 12v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8" />
  </Glyph>
);

export const ArticleIcon = () => (
  <Glyph>
    <path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z" />
    <path d="M14 2v5a1 1 0 0 0 1 1h5" />
    <path d="M10 9H8" />
    <path d="M16 13H8" />
    <path d="M16 17H8" />
  </Glyph>
);

export const ClockIcon = () => (
  <Glyph>
    <circle cx="12" cy="12" r="10" />
    <path d="M12 6v6l4 2" />
  </Glyph>
);

export const FolderIcon = () => (
  <Glyph>
    <path d="M20 20a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-7.9a2 2 0 0 1-1.69-.9L9.6 3.9A2 2 0 0 0 7.93 3H4a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2Z" />
  </Glyph>
);

export const TableIcon = () => (
  <Glyph>
    <path d="M12 3v18" />
    <rect width="18" height="18" x="3" y="3" rx="2" />
    <path d="M3 9h18" />
    <path d="M3 15h18" />
  </Glyph>
);

export const WorkIcon = () => (
  <Glyph>
    <path d="M13 5h8" />
    <path d="M13 12h8" />
    <path d="M13 19h8" />
    <path d="m3 17 2 2 4-4" />
    <path d="m3 7 2 2 4-4" />
  </Glyph>
);
