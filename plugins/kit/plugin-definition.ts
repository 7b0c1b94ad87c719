import type { Adapter, ModuleDefinition, Port, Scope, Sentence } from '../../schema/base';
import type { ExtensionParts } from './extension-properties';

/** A scope that the plugin adds, for its own fields. */
export interface PermissionDefinition {
  /** `<plugin>:<verb>`. */
  readonly scope: Extract<Scope, `${string}:${string}`>;
  readonly title: Sentence;
  /** Who gets it without being told so. */
  readonly roles: readonly ('CLIENT' | 'OFFICER' | 'PARTNER' | 'OPERATOR')[];
}

/** A kind of personal data that the plugin holds, and why it may. */
export interface DataCategory {
  /** `<plugin>:<name>`. */
  readonly code: string;
  readonly title: Sentence;
  /** Sensitive data are stored encrypted and shown masked. */
  readonly sensitive: boolean;
  /** Clause or act that allows or demands to hold it. */
  readonly basis: string;
}

/** A jurisdiction as frozen data. To the composition it is one more module that brings tables, types and codes. */
export interface PluginDefinition extends ModuleDefinition, ExtensionParts {
  /** Two small letters of ISO 3166-1; the id begins with them. */
  readonly jurisdiction: string;
  readonly title: Sentence;
  /** Range of core versions that it works with (semver). */
  readonly coreRange: string;
  /** Acts and documents that it carries out, as they are cited. */
  readonly legalBasis: readonly string[];
  readonly permissions: readonly PermissionDefinition[];
  readonly dataCategories: readonly DataCategory[];
  /** Outside systems that it needs beside those of the core. */
  readonly ports: readonly Port[];
  readonly adapters: readonly Adapter[];
  /** Stand-ins for outside systems; refused in production mode. */
  readonly simulators: readonly Adapter[];
}

type Required = 'id' | 'jurisdiction' | 'coreRange' | 'legalBasis';

/** What an author writes. Everything beside the first four is optional. */
export type PluginParts = Pick<PluginDefinition, Required> & Partial<Omit<PluginDefinition, Required>>;
