import "react";

declare module "react" {
  /** Allows custom properties in `style`; those of styles/components.css need it. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
