/** Loads the explanation of the scopes. */
export const loadScopeDialog = () =>
  import("@/components/query-bar/scope-dialog").then((m) => m.ScopeDialog);
/** Loads the column chooser. */
export const loadColumnChooser = () => import("./column-chooser").then((m) => m.ColumnChooser);
/** Loads the export menu. */
export const loadExportMenu = () => import("./export-menu").then((m) => m.ExportMenu);
/** Loads the map's choices. */
export const loadMapOptions = () => import("./map-options").then((m) => m.MapOptions);
