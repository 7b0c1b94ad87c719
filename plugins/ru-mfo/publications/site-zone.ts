import { domainToUnicode } from 'node:url';
import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';

/** Stage of this plugin: a document is published on the lender's site. */
export const PUBLISH = 'PUBLISH';

/** The last label of a web address's host, readable (`рф`, not `xn--p1ai`); `null` where it is no web address of a named host. */
export function zoneOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  const labels = domainToUnicode(hostname).split('.');
  return protocol === 'https:' && labels.length > 1 && labels.every(Boolean) ? labels.at(-1)!.toLowerCase() : null;
}

/** Whether an address stands on the lender's own site, where that site is known. */
export function isOwnSite(url: string, site: string | undefined): boolean {
  if (!site || !URL.canParse(site)) return true;
  return new URL(url).hostname === new URL(site).hostname;
}

export const siteZone = rules.validator({
  id: 'ru-mfo.site-zone',
  appliesAt: [PUBLISH],
  facts: ['siteZone'],
  params: ['site.zones'],
  path: ['input', 'url'],
  check: (facts, { 'site.zones': zones }) =>
    zones.value.includes(facts.siteZone)
      ? pass
      : fail('RU_MFO_SITE_DOMAIN_INVALID', zones, { host: facts.siteZone, zones: zones.value.join(', ') }),
});
