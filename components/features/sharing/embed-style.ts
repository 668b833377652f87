import type { EmbedTheme } from "@/lib/contract/embeds";
import { colourRules, PALETTE } from "./palette";

const BASE_STYLE = `
*{box-sizing:border-box}
html{background:var(--color-paper);color:var(--color-ink);font:13px/1.4 Inter,"Inter Variable",system-ui,sans-serif}
body{margin:0;padding:12px;display:flex;flex-direction:column;gap:8px;min-height:100vh}
main{flex:1;min-width:0}
h1{margin:0 0 8px;font:600 17px/1.3 "Source Serif 4",Georgia,serif;text-wrap:balance}
h2{margin:0 0 6px;font-size:13px;font-weight:600}
p{margin:0 0 8px}
a{color:var(--color-accent)}
a:focus-visible{outline:2px solid var(--color-accent);outline-offset:2px}
svg{display:block}
.drawn{max-width:900px}
.drawn svg{width:100%;height:auto}
.drawn text{paint-order:stroke;stroke:var(--color-land);stroke-width:3px;stroke-linejoin:round}
.drawn a{text-decoration:none}
.drawn a:hover text,.drawn a:focus-visible text{text-decoration:underline}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;margin:8px 0 0;padding:0;list-style:none}
.legend li{display:flex;align-items:center;gap:5px}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse}
caption{text-align:start;color:var(--color-ink-2);padding-bottom:4px}
th,td{padding:5px 8px 5px 0;text-align:start;vertical-align:middle;border-bottom:1px solid var(--color-line)}
th{font-weight:600}
thead th{color:var(--color-ink-2);white-space:nowrap}
td.bar{width:45%;min-width:90px}
.wide td.bar{width:20%}
td.number{text-align:end;font-variant-numeric:tabular-nums;padding-inline-end:0}
td small{display:block;font-size:12px;color:var(--color-ink-2)}
.mark{display:flex;gap:6px;align-items:center}
.mark svg{flex:none}
.unknown{color:var(--color-ink-3);font-style:italic}
.sides{display:grid;gap:12px;grid-template-columns:minmax(0,1fr) minmax(0,12rem)}
@media(max-width:660px){.drawn text{display:none}}
@media(max-width:560px){.extra{display:none}.wide td.bar{min-width:44px}thead th{white-space:normal}}
@media(max-width:480px){.sides{grid-template-columns:minmax(0,1fr)}.sides .drawn{max-width:14rem}}
footer{color:var(--color-ink-2);font-size:12px}
footer p{margin:0 0 2px}
.drawing{width:100%}.drawing,.drawing svg{overflow:visible}
.bg-sea{background:var(--color-sea)}
.fill-amber\\/10{fill:var(--color-amber);fill-opacity:.1}
@media(forced-colors:active){svg{forced-color-adjust:none}}
`;

/** Tones of bars that are not a colour alone; see `TONES` in components/charts. */
const TONE_STYLE = `
.fill-ground{fill:var(--color-paper)}
.stroke-dashed{stroke-dasharray:3 2}
`;

/** The style sheet of an embed. Without a theme it follows the reader's system. */
export function embedStyle(theme: EmbedTheme | null): string {
  const colours = Object.entries(PALETTE)
    .map(([name, [light, dark]]) => `--color-${name}:light-dark(${light},${dark});`)
    .join("");
  return `:root{color-scheme:${theme ?? "light dark"};${colours}}${BASE_STYLE}${TONE_STYLE}${colourRules()}`.replaceAll(
    "\n",
    "",
  );
}
