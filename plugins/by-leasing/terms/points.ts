import { type Citation, enforce } from '../../../modules/rules';
import { cite } from '../cite';

/** What the agreement fixes without anything to enforce: it is shown with every version and accepted with it. */
const points = [
  { code: 'SUBJECT', citation: cite('by-leasing/2.1') },
  { code: 'TERRITORY', citation: cite('by-leasing/2.2/territory') },
  { code: 'NO_PRICES', citation: cite('by-leasing/2.3') },
  { code: 'PUBLIC_OFFER', citation: cite('by-leasing/3.1') },
  { code: 'PERSONAL_DATA_POLICY', citation: cite('by-leasing/3.8') },
  { code: 'GOVERNING_LAW', citation: cite('by-leasing/3.15') },
  { code: 'OTHER_LENDER_DUTIES', citation: cite('by-leasing/9.1.5') },
  { code: 'OBSERVANCE', citation: cite('by-leasing/9.2.1') },
  { code: 'PREREQUISITES', citation: cite('by-leasing/9.2.2') },
  { code: 'SECURITY_RULES', citation: cite('by-leasing/9.2.4') },
  { code: 'SECRECY_OF_ACCESS_DATA', citation: cite('by-leasing/9.2.4/b1') },
  { code: 'NO_HANDOVER', citation: cite('by-leasing/9.2.4/b2') },
  { code: 'NO_ACCESS_OF_OTHERS', citation: cite('by-leasing/9.2.4/b3') },
  { code: 'PROTECTIVE_SOFTWARE', citation: cite('by-leasing/9.2.4/b4') },
  { code: 'CHANGES_ON_SITE', citation: cite('by-leasing/9.2.6') },
  { code: 'OTHER_CLIENT_DUTIES', citation: cite('by-leasing/9.2.9') },
  { code: 'OTHER_LENDER_RIGHTS', citation: cite('by-leasing/9.3.5') },
  { code: 'OTHER_CLIENT_RIGHTS', citation: cite('by-leasing/9.4.4') },
  { code: 'NO_COPYING', citation: cite('by-leasing/10.2/в') },
  { code: 'NO_UNLAWFUL_USE', citation: cite('by-leasing/10.2/г') },
  { code: 'NO_OTHER_PROHIBITED_ACTS', citation: cite('by-leasing/10.2/е') },
  { code: 'AVAILABILITY_NOT_GUARANTEED', citation: cite('by-leasing/11.2') },
  { code: 'AS_IS', citation: cite('by-leasing/11.3') },
  { code: 'NO_GUARANTEED_DEAL', citation: cite('by-leasing/11.4') },
  { code: 'EXCLUDED_LIABILITY', citation: cite('by-leasing/11.5') },
  { code: 'CLIENT_RISKS', citation: cite('by-leasing/11.6/b3-b6') },
  { code: 'CABINET_COPYRIGHT', citation: cite('by-leasing/12.1.1') },
  { code: 'MATERIALS_COPYRIGHT', citation: cite('by-leasing/12.1.2') },
  { code: 'FORUM', citation: cite('by-leasing/12.5/p1') },
  { code: 'INDEFINITE', citation: cite('by-leasing/12.7') },
  { code: 'DATA_UNDER_POLICY', citation: cite('by-leasing/12.9') },
] as const satisfies readonly { code: string; citation: Citation }[];

/** A point of the agreement: a short name, and the clause that says it. */
export interface TermsPoint {
  readonly code: string;
  readonly clause: string;
}

/** Points that a version shows and that its acceptance covers. */
export const termsPoints = (): readonly TermsPoint[] => points.map(({ code, citation }) => ({ code, clause: enforce(citation) }));
