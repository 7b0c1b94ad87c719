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

/** A contribution by a core module: a module may fill another module's point without being a plugin. */
export interface CoreContribution {
  readonly point: ExtensionPoint<never>;
  readonly value: unknown;
}

/** Fills a point from `ModuleDefinition.contributions`; the module's id stands as the contributor. */
export function contribute<T>(point: ExtensionPoint<T>, value: T): CoreContribution {
  return Object.freeze({ point, value });
}
