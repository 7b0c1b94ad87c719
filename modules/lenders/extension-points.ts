import { defineExtensionPoint, type Sentence } from '../../schema/base';
import type { Transaction } from '../database';

/** A lender as its plugin defines it; `installLenders` writes it at boot. */
export interface LenderDefinition {
  /** Lasting uuid: every row of the lender is keyed by it. */
  readonly id: string;
  /** Short name in tokens, headers and clause ids. */
  readonly code: string;
  readonly name: string;
  readonly legalName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA zone of its legal days. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Host names that lead to it before sign-in. */
  readonly hosts: readonly string[];
  /** Registration numbers, addresses and sites that must stand in documents. */
  readonly details: Readonly<Record<string, string>>;
}

/** The lenders that come with a plugin; it is ENABLED for them when they are first installed. */
export const lenderDefinitions = defineExtensionPoint<LenderDefinition>('lenders.lender');

/** What is always true of an installed plugin. */
export interface PluginCard {
  readonly id: string;
  /** ISO 3166-1 alpha-2 of the law that it follows. */
  readonly jurisdiction: string;
  readonly title: Sentence;
  /** Acts that it rests on, as they are cited. */
  readonly legalBasis: readonly string[];
  /** Semantic-version range of the core that it works with. */
  readonly coreRange: string;
  /** Plugins that must be at least as far on as this one. */
  readonly requires: readonly string[];
}

/** One card per installed plugin, filled by the kit. */
export const pluginCards = defineExtensionPoint<PluginCard>('lenders.plugin-card');

/** Something that must end before a plugin is switched off. */
export interface OpenWork {
  /** What is counted, as the finding's fact names it: `applications`, `contracts`. */
  readonly name: string;
  /** How many are open at the transaction's lender under the plugin. */
  count(transaction: Transaction, pluginId: string): Promise<number>;
}

export const openWork = defineExtensionPoint<OpenWork>('lenders.open-work');
