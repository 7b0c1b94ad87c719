import { readFileSync } from 'node:fs';
import { type Clause, type ClauseDocument, type ClauseKind, clauseKinds } from './clause';

/** A register file that cannot be read as one; the message names file and entry. */
export class ClauseFileError extends Error {}

const fileKeys = ['plugin', 'document', 'act', 'url', 'complete', 'clauses'] as const;
const clauseKeys = ['id', 'kind', 'requires', 'params', 'accept', 'refusal', 'why_out', 'interpretation', 'note'] as const;
const locales = ['en', 'ru', 'be'] as const;

export interface ClauseFile extends ClauseDocument {
  readonly plugin: string;
  readonly clauses: readonly Clause[];
}

/** Reads one register, `plugins/<id>/clauses/<document>.yaml`. Throws `ClauseFileError`. */
export function readClauseFile(path: string): ClauseFile {
  return parseClauseFile(readFileSync(path, 'utf8'), path);
}

/** Reads a register's text: duplicate and unknown keys are refused, so that a misspelt one is never silently lost. */
export function parseClauseFile(text: string, name: string): ClauseFile {
  const file = record(parsed(text, name), name);
  refuseUnknown(file, fileKeys, name);
  const plugin = required(file, 'plugin', name);
  const document = required(file, 'document', name);
  const act = record(file.act, `${name}: act`);
  refuseUnknown(act, locales, `${name}: act`);
  if (typeof file.complete !== 'boolean') throw new ClauseFileError(`${name}: complete is neither true nor false.`);
  if (!Array.isArray(file.clauses) || file.clauses.length === 0) throw new ClauseFileError(`${name}: there are no clauses.`);
  const clauses = file.clauses.map((entry) => clauseOf(entry, plugin, document, name));
  const seen = new Set<string>();
  for (const { id } of clauses) {
    if (seen.has(id)) throw new ClauseFileError(`${name}: ${id} stands there twice.`);
    seen.add(id);
  }
  const url = optional(file, 'url', name);
  const title = { en: required(act, 'en', name), ru: required(act, 'ru', name), be: required(act, 'be', name) };
  return { plugin, document, act: title, ...(url ? { url } : {}), complete: file.complete, clauses };
}

function parsed(text: string, name: string): unknown {
  // Loaded here: registers are read by tests and tools only, and the parser would slow every start.
  const { parse } = require('yaml') as typeof import('yaml');
  try {
    return parse(text, { uniqueKeys: true, strict: true });
  } catch (error) {
    throw new ClauseFileError(`${name}: ${(error as Error).message}`);
  }
}

function clauseOf(entry: unknown, plugin: string, document: string, name: string): Clause {
  const raw = record(entry, `${name}: an entry`);
  const id = required(raw, 'id', name);
  const where = `${name}: ${id}`;
  refuseUnknown(raw, clauseKeys, where);
  if (!id.startsWith(`${plugin}/`) || /[\s,'"]/.test(id)) throw new ClauseFileError(`${where} is no id of ${plugin}.`);
  const kind = required(raw, 'kind', where) as ClauseKind;
  if (!clauseKinds.includes(kind)) throw new ClauseFileError(`${where}: ${kind} is no kind of clause.`);
  const whyOut = optional(raw, 'why_out', where);
  if ((kind === 'out-of-scope') !== (whyOut !== undefined))
    throw new ClauseFileError(`${where}: why_out belongs to out-of-scope, and only there.`);
  const texts = { accept: optional(raw, 'accept', where), refusal: optional(raw, 'refusal', where), whyOut };
  const reading = { interpretation: optional(raw, 'interpretation', where), note: optional(raw, 'note', where) };
  const given = Object.fromEntries(Object.entries({ ...texts, ...reading }).filter(([, value]) => value !== undefined));
  return Object.freeze({
    id,
    plugin,
    document,
    kind,
    requires: required(raw, 'requires', where),
    params: Object.freeze(record(raw.params ?? {}, `${where}: params`)),
    ...given,
  });
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ClauseFileError(`${where} is no set of keys.`);
  return value as Record<string, unknown>;
}

function refuseUnknown(value: Record<string, unknown>, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new ClauseFileError(`${where}: unknown key ${unknown.join(', ')}.`);
}

function required(value: Record<string, unknown>, key: string, where: string): string {
  const text = optional(value, key, where);
  if (text === undefined) throw new ClauseFileError(`${where}: ${key} is missing.`);
  return text;
}

function optional(value: Record<string, unknown>, key: string, where: string): string | undefined {
  const text = value[key];
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || text.trim() === '') throw new ClauseFileError(`${where}: ${key} is no text.`);
  return text.trim();
}
