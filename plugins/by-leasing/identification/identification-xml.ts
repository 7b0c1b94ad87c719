import type { CommandContext } from '../../../modules/commands';
import type { MsiMethod, MsiPerson } from '../msi';
import type { IdentificationSource, IdentifiedSubject } from './identification-status';
import { toXml, type XmlParts } from './xml';

export interface IdentificationFacts {
  readonly id: string;
  readonly clientId: string;
  readonly source: IdentificationSource;
  readonly method: MsiMethod | null;
  readonly subject: IdentifiedSubject;
  readonly msiRequestId: string | null;
  readonly respondedAt: Date;
  readonly identifiedAt: Date;
  readonly officer?: string | null;
  readonly office?: string | null;
}

/** Whom, how and when: the part that records of operations repeat. */
export const identificationParts = (facts: IdentificationFacts): XmlParts => ({
  '@id': facts.id,
  source: facts.source,
  method: facts.method,
  subject: facts.subject,
  msiRequestId: facts.msiRequestId,
  respondedAt: facts.respondedAt.toISOString(),
  identifiedAt: facts.identifiedAt.toISOString(),
  officer: facts.officer,
  office: facts.office,
});

/** The record of one identification with the data that it confirmed. Personal. */
export function identificationXml({ lender }: Pick<CommandContext, 'lender'>, facts: IdentificationFacts, person: MsiPerson): string {
  const { document, organisation } = person;
  return toXml('identification', {
    ...identificationParts(facts),
    lender: lender.code,
    client: facts.clientId,
    person: {
      personalNumber: person.personalNumber,
      familyName: person.familyName,
      givenName: person.givenName,
      patronymic: person.patronymic,
      birthDate: person.birthDate,
      citizenship: person.citizenship,
      document: { ...document },
      address: person.address,
      changedOn: person.changedOn,
    },
    ...(organisation ? { organisation: { ...organisation } } : {}),
  });
}
