import { createHash } from 'node:crypto';
import { create } from 'xmlbuilder2';

/** A value, or further elements; null and absent values are left out. */
export interface XmlParts {
  readonly [name: string]: string | null | undefined | XmlParts | readonly XmlParts[];
}

/** Names of what is kept as XML (by-leasing 3.12); another shape gets another number. */
export const XML_NAMESPACE = 'urn:lexgraph:by-leasing:evidence:1';

/** Elements in the order given, UTF-8, NFC, without anything between them: equal parts give equal octets. */
export function toXml(root: string, parts: XmlParts): string {
  return create({ version: '1.0', encoding: 'UTF-8' }, { [root]: { '@xmlns': XML_NAMESPACE, ...tidy(parts) } }).end();
}

function tidy(parts: XmlParts): Record<string, unknown> {
  const present = Object.entries(parts).filter(([, value]) => value != null);
  return Object.fromEntries(
    present.map(([name, value]): [string, unknown] => {
      if (typeof value === 'string') return [name, value.normalize('NFC')];
      return [name, Array.isArray(value) ? value.map(tidy) : tidy(value as XmlParts)];
    }),
  );
}

export const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
