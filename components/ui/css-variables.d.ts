import "react";

declare module "react" {
  /** Custom properties may stand in `style`: the parts in styles/parts.css are steered by them. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
