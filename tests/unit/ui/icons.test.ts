import { readFileSync } from "node:fs";
import LucideArrowDown from "lucide-react/icons/arrow-down";
import LucideArrowUp from "lucide-react/icons/arrow-up";
import LucideCheck from "lucide-react/icons/check";
import LucideChevronDown from "lucide-react/icons/chevron-down";
import LucideChevronRight from "lucide-react/icons/chevron-right";
import LucideClock from "lucide-react/icons/clock";
import LucideCode from "lucide-react/icons/code";
import LucideColumns from "lucide-react/icons/columns-3";
import LucideContrast from "lucide-react/icons/contrast";
import LucideDownload from "lucide-react/icons/download";
import LucideArticle from "lucide-react/icons/file-text";
import LucideFolder from "lucide-react/icons/folder";
import LucidePicture from "lucide-react/icons/image";
import LucideInfo from "lucide-react/icons/info";
import LucideLink from "lucide-react/icons/link-2";
import LucideWork from "lucide-react/icons/list-checks";
import LucideFilter from "lucide-react/icons/list-filter";
import LucideFullScreen from "lucide-react/icons/maximize";
import LucideMenu from "lucide-react/icons/menu";
import LucideLeaveFullScreen from "lucide-react/icons/minimize";
import LucideMinus from "lucide-react/icons/minus";
import LucidePause from "lucide-react/icons/pause";
import LucidePencil from "lucide-react/icons/pencil";
import LucidePlay from "lucide-react/icons/play";
import LucidePlus from "lucide-react/icons/plus";
import LucidePrint from "lucide-react/icons/printer";
import LucideQuote from "lucide-react/icons/quote";
import LucideExtent from "lucide-react/icons/rotate-ccw";
import LucideSearch from "lucide-react/icons/search";
import LucideShare from "lucide-react/icons/share";
import LucideTable from "lucide-react/icons/table";
import LucidePerson from "lucide-react/icons/user-round";
import LucideClose from "lucide-react/icons/x";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import * as mapIcons from "@/components/map/map-icons";
import * as uiIcons from "@/components/ui/icons";

const icons = { ...uiIcons, ...mapIcons };

/** Our icons, and the icons of Lucide from which they are copied. */
const COPIES: readonly (readonly [
  name: string,
  ours: ComponentType,
  original: typeof LucideCheck,
])[] = [
  ["ArrowDownIcon", icons.ArrowDownIcon, LucideArrowDown],
  ["ArrowUpIcon", icons.ArrowUpIcon, LucideArrowUp],
  ["ArticleIcon", icons.ArticleIcon, LucideArticle],
  ["CheckIcon", icons.CheckIcon, LucideCheck],
  ["ChevronDownIcon", icons.ChevronDownIcon, LucideChevronDown],
  ["ChevronRightIcon", icons.ChevronRightIcon, LucideChevronRight],
  ["ClockIcon", icons.ClockIcon, LucideClock],
  ["CloseIcon", icons.CloseIcon, LucideClose],
  ["CodeIcon", icons.CodeIcon, LucideCode],
  ["ColumnsIcon", icons.ColumnsIcon, LucideColumns],
  ["ContrastIcon", icons.ContrastIcon, LucideContrast],
  ["DownloadIcon", icons.DownloadIcon, LucideDownload],
  ["ExtentIcon", icons.ExtentIcon, LucideExtent],
  ["FilterIcon", icons.FilterIcon, LucideFilter],
  ["FolderIcon", icons.FolderIcon, LucideFolder],
  ["FullScreenIcon", icons.FullScreenIcon, LucideFullScreen],
  ["InfoIcon", icons.InfoIcon, LucideInfo],
  ["LeaveFullScreenIcon", icons.LeaveFullScreenIcon, LucideLeaveFullScreen],
  ["LinkIcon", icons.LinkIcon, LucideLink],
  ["MenuIcon", icons.MenuIcon, LucideMenu],
  ["MinusIcon", icons.MinusIcon, LucideMinus],
  ["PauseIcon", icons.PauseIcon, LucidePause],
  ["PencilIcon", icons.PencilIcon, LucidePencil],
  ["PersonIcon", icons.PersonIcon, LucidePerson],
  ["PictureIcon", icons.PictureIcon, LucidePicture],
  ["PlayIcon", icons.PlayIcon, LucidePlay],
  ["PlusIcon", icons.PlusIcon, LucidePlus],
  ["PrintIcon", icons.PrintIcon, LucidePrint],
  ["QuoteIcon", icons.QuoteIcon, LucideQuote],
  ["SearchIcon", icons.SearchIcon, LucideSearch],
  ["ShareIcon", icons.ShareIcon, LucideShare],
  ["TableIcon", icons.TableIcon, LucideTable],
  ["WorkIcon", icons.WorkIcon, LucideWork],
];

/** The markup inside the svg element. */
const shapesIn = (markup: string) => markup.replace(/^<svg[^>]*>|<\/svg>$/g, "");

/** The attributes of the svg element that decide how the shapes are drawn. */
const drawingIn = (markup: string) =>
  (markup.match(/^<svg[^>]*>/)?.[0].match(/[\w-]+="[^"]*"/g) ?? [])
    .filter((attribute) => !/^(class|xmlns)=/.test(attribute))
    .sort();

/** What the style sheet says of every icon, as attributes. */
const ICON_RULE = [
  ...(/^\.icon \{([^}]*)\}/m
    .exec(readFileSync("app/styles/components.css", "utf8"))?.[1]
    ?.matchAll(/([\w-]+): (\S+?)(?:px)?;/g) ?? []),
].flatMap(([, name, value]) => (name === "flex" ? [] : [`${name}="${value}"`]));

test("every icon is one of Lucide's", () => {
  expect(COPIES.map(([name]) => name).sort()).toEqual(Object.keys(icons).sort());
});

test.each(COPIES)("%s is drawn as Lucide draws it", (_, ours, original) => {
  const drawn = renderToStaticMarkup(createElement(ours));
  const theirs = renderToStaticMarkup(createElement(original, { size: 16, strokeWidth: 2.25 }));
  expect(shapesIn(drawn)).toBe(shapesIn(theirs));
  expect([...drawingIn(drawn), ...ICON_RULE].sort()).toEqual(drawingIn(theirs));
});
