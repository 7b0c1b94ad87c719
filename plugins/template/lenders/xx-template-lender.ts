import type { LenderDefinition } from '../../../modules/lenders';

/** A lender that uses the plugin; written at every start. The id is lasting: rows are keyed by it. */
export const lender: LenderDefinition = {
  id: '0199f1c0-5a00-7000-8000-00000000ffff',
  code: 'xx-template-lender',
  name: 'Example lender',
  legalName: 'Example lender of xx-template',
  country: 'XX',
  zone: 'Etc/UTC',
  currency: 'XTS',
  hosts: ['xx-template-lender.localhost'],
  details: { site: 'https://example.com' },
};
