import { lockClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { recordFactor } from '../factors/factor.record';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { claimsOf, type MsiPerson, readPerson } from '../msi';
import type { IdentificationResult } from './begin.command';
import { keepDataVersion } from './data-changes';
import { IdentificationEntity, IdentificationRecordEntity } from './identification.entity';
import { lockUnfinished } from './identification.record';
import { identificationXml } from './identification-xml';
import { identificationEvents, moveStatus, tellStatus } from './tell-status';
import { personIndex, sealPerson, sealXml } from './vault';
import { sha256 } from './xml';

export interface IdentifyInOffice {
  readonly clientId: string;
  /** Which office. */
  readonly office: string;
  readonly person: Omit<MsiPerson, 'changedOn' | 'organisation'>;
}

const OFFICE = /^[^\p{C}]{1,200}$/u;

/** An officer identified a client by an identity document; also what ends the way of somebody whom МСИ does not know (by-leasing 5.1.1, 5.2). */
export const identifyInOffice = defineCommand<IdentifyInOffice, IdentificationResult>({
  name: 'byLeasingIdentifyInOffice',
  plugin: PLUGIN,
  emits: identificationEvents,
  async run({ clientId, office, person: given }, context) {
    if (context.caller.kind !== 'OFFICER') throw new Refusal([formFinding('BY_LEASING_OFFICER_REQUIRED', ['input'])]);
    const document = given.document.number.trim() !== '' && given.document.type.trim() !== '' && OFFICE.test(office);
    refuse(uphold(cite('by-leasing/5.1.1'), document, 'BY_LEASING_IDENTITY_DOCUMENT_REQUIRED', {}, { path: ['input', 'person'] }));
    const person = readPerson(claimsOf({ ...given, changedOn: null, organisation: null }));
    if (!person) throw new Refusal([formFinding('BY_LEASING_MSI_DATA_INCOMPLETE', ['input', 'person'])]);
    const client = await lockClient(context, clientId);
    for (const row of await context.transaction.query(lockUnfinished, [clientId])) await moveStatus(context, row, { to: 'EXPIRED' });

    const id = uuidv7(context.now.epochMilliseconds);
    const at = momentOf(context);
    const officer = whoOf(context);
    const { lender, transaction } = context;
    await transaction.insert(IdentificationEntity, {
      lenderId: lender.id,
      id,
      clientId,
      source: 'OFFICE',
      status: 'IDENTIFIED',
      openedBy: officer,
      openedAt: at,
      endedAt: at,
    });
    const subject = client.kind === 'LEGAL_ENTITY' ? 'REPRESENTATIVE' : 'CLIENT';
    const facts = {
      id,
      clientId,
      source: 'OFFICE',
      method: null,
      subject,
      msiRequestId: null,
      respondedAt: at,
      identifiedAt: at,
      officer,
      office,
    } as const;
    const xml = identificationXml(context, facts, person);
    await transaction.insert(IdentificationRecordEntity, {
      lenderId: lender.id,
      ...facts,
      personEnc: sealPerson(context, 'identification_record', id, person),
      personIndex: personIndex(context, person.personalNumber),
      xmlEnc: sealXml(context, 'identification_record', id, xml),
      xmlSha256: sha256(xml),
    });
    await keepDataVersion(context, { client, identificationId: id, source: 'OFFICE', person });
    const row = { id, clientId, source: 'OFFICE', method: null } as const;
    tellStatus(context, row, null, 'IDENTIFIED', enforce(cite('by-leasing/1/identification')));
    return { identificationId: id, clientId };
  },
});

export interface CompareSignature {
  readonly clientId: string;
  readonly signer: 'CLIENT' | 'AUTHORISED_PERSON';
  /** What was signed by hand. */
  readonly reference: string;
  /** Whether the signature is the one in the identity document. */
  readonly matches: boolean;
}

/** Records what an employee saw who compared a signature by hand with the identity document; without a match nothing follows (by-leasing 5.6.1). */
export const compareSignature = defineCommand<CompareSignature, CommandResult & { readonly comparisonId?: string }>({
  name: 'byLeasingCompareSignature',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId, signer, reference, matches }, context) {
    if (context.caller.kind !== 'OFFICER') throw new Refusal([formFinding('BY_LEASING_OFFICER_REQUIRED', ['input'])]);
    await lockClient(context, clientId);
    const { id } = await recordFactor(context, {
      clientId,
      factor: 'OFFICE_SIGNATURE',
      holds: matches,
      source: 'OFFICE',
      operation: `OFFICE/${signer}`,
      reference,
    });
    const finding = uphold(cite('by-leasing/5.6.1'), matches, 'BY_LEASING_AUTH_FACTOR_FAILED', { factor: 'OFFICE_SIGNATURE' });
    // Returned, not thrown: what the employee saw is kept either way.
    return { comparisonId: id, findings: finding ? [finding] : [] };
  },
});
