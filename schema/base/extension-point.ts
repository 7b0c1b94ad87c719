/**
 * What a module lets plugins add. The module declares the point in its own `extension-points.ts`;
 * the kit fills it from `definePlugin`; the module reads the contributions and never asks "which country?".
 */
export interface ExtensionPoint<T> {
  readonly id: string;
  /** Carries the type only. */
  readonly contract?: (value: T) => void;
}

export interface Contribution<T> {
  readonly plugin: string;
  readonly value: T;
}

export interface Extensions {
  /** All contributions, in the order of `requires`. */
  all<T>(point: ExtensionPoint<T>): readonly Contribution<T>[];
  /** The contributions of one plugin. */
  of<T>(point: ExtensionPoint<T>, plugin: string): readonly T[];
}

export function defineExtensionPoint<T>(id: string): ExtensionPoint<T> {
  return Object.freeze({ id });
}
