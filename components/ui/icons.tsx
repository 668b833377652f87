import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import Columns from "lucide-react/icons/columns-3";
import Contrast from "lucide-react/icons/contrast";
import Download from "lucide-react/icons/download";
import Picture from "lucide-react/icons/image";
import Filter from "lucide-react/icons/list-filter";
import Maximize from "lucide-react/icons/maximize";
import Menu from "lucide-react/icons/menu";
import Minimize from "lucide-react/icons/minimize";
import Minus from "lucide-react/icons/minus";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import Plus from "lucide-react/icons/plus";
import Printer from "lucide-react/icons/printer";
import Quote from "lucide-react/icons/quote";
import Reset from "lucide-react/icons/rotate-ccw";
import Search from "lucide-react/icons/search";
import Share from "lucide-react/icons/share";
import Person from "lucide-react/icons/user-round";
import Close from "lucide-react/icons/x";
import { cx } from "./cx";

/**
 * An icon of lucide at the size and weight of the text beside it, decorative: a word or a label says
 * the same. `mirrored`: it points along the text, so it turns where text runs from right to left.
 */
function icon(Glyph: typeof Search, mirrored = false) {
  return function Icon() {
    return (
      <Glyph
        size={16}
        strokeWidth={2.25}
        className={cx("flex-none", mirrored && "rtl:[scale:-1_1]")}
      />
    );
  };
}

export const ArrowDownIcon = /* @__PURE__ */ icon(ArrowDown);
export const ArrowUpIcon = /* @__PURE__ */ icon(ArrowUp);
export const CheckIcon = /* @__PURE__ */ icon(Check);
export const ChevronDownIcon = /* @__PURE__ */ icon(ChevronDown);
export const ChevronRightIcon = /* @__PURE__ */ icon(ChevronRight, true);
export const CloseIcon = /* @__PURE__ */ icon(Close);
export const ColumnsIcon = /* @__PURE__ */ icon(Columns);
export const ContrastIcon = /* @__PURE__ */ icon(Contrast);
export const DownloadIcon = /* @__PURE__ */ icon(Download);
export const ExtentIcon = /* @__PURE__ */ icon(Reset);
export const FilterIcon = /* @__PURE__ */ icon(Filter);
export const FullScreenIcon = /* @__PURE__ */ icon(Maximize);
export const LeaveFullScreenIcon = /* @__PURE__ */ icon(Minimize);
export const MenuIcon = /* @__PURE__ */ icon(Menu);
export const MinusIcon = /* @__PURE__ */ icon(Minus);
export const PauseIcon = /* @__PURE__ */ icon(Pause);
export const PersonIcon = /* @__PURE__ */ icon(Person);
export const PictureIcon = /* @__PURE__ */ icon(Picture);
export const PlayIcon = /* @__PURE__ */ icon(Play);
export const PlusIcon = /* @__PURE__ */ icon(Plus);
export const PrintIcon = /* @__PURE__ */ icon(Printer);
export const QuoteIcon = /* @__PURE__ */ icon(Quote);
export const SearchIcon = /* @__PURE__ */ icon(Search);
export const ShareIcon = /* @__PURE__ */ icon(Share);
