import type { PluginState } from './plugin-state.entity';

/** A lender as requests see it: the row and the state of each plugin. Cached in the process, replaced at every toggle. */
export interface Lender {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly legalName: string;
  readonly country: string;
  /** IANA zone of its legal days. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly hosts: readonly string[];
  readonly details: Readonly<Record<string, string>>;
  readonly plugins: ReadonlyMap<string, PluginState>;
}
