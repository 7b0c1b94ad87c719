import { completeCeremony } from '../../../modules/access';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { lockDocument, markSigned, verifiedCanonical } from '../../../modules/documents';
import { blocks, type Finding, findingOf, formFinding, runValidators, toFindings, uphold } from '../../../modules/rules';
import { recordSignature } from '../../../modules/signatures';
import { phoneCeremony } from '../application/phone-ceremony';
import { dutyOf, perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { readRegistration } from '../registration/registration.record';
import { rules } from '../rule-set';
import { borrowerOf } from './borrower';
import {
  lockPacketRow,
  type PacketDocumentRecord,
  type PacketRecord,
  readPacketDocuments,
  readPackets,
  setPacketSigned,
} from './packet.record';
import { PACKET_CODE } from './packet-code';
import { clientSignature, packetDigest } from './packet-digest';
import { PACKET_SIGN } from './validators';

export interface CodeForPacket {
  readonly packetId: string;
  readonly ceremonyId: string;
  readonly code: string;
}

/** `signed` is null exactly when the code was not right: nothing is sent then, and the findings must be **returned**. */
export interface SignedPacket {
  readonly signed: {
    readonly packet: PacketRecord;
    readonly identifier: string;
    readonly documents: readonly PacketDocumentRecord[];
  } | null;
  readonly findings: readonly Finding[];
}

/** The packet, unlocked: to lock what it belongs to first. @throws Refusal RU_MFO_PACKET_NOT_FOUND, also for other people's */
export async function findPacket(context: CommandContext, packetId: string): Promise<PacketRecord> {
  const [packet] = await context.transaction.query(readPackets, [[packetId]]);
  if (!packet) throw new Refusal([formFinding('RU_MFO_PACKET_NOT_FOUND', ['input', 'packetId'])]);
  return packet;
}

/**
 * Enters the code for a packet: checks it, and signs every ticked document with symbols of its own. What the packet belongs to
 * (application or contract) is locked by the caller.
 * @throws Refusal RU_MFO_PACKET_NOT_FOUND, RU_MFO_OFFER_NOT_SIGNED, RU_MFO_DRAFT_SUPERSEDED, RU_MFO_PACKET_SIGNED, RU_MFO_SIGNATURE_MISSING,
 * RU_MFO_CHANNEL_NOT_ALLOWED, RU_MFO_DOCUMENT_ALTERED, RU_MFO_SIGNATURE_ELEMENTS_MISSING, RU_MFO_SIGNATURE_AGREEMENT_MISSING
 */
export async function signPacket(context: CommandContext, { packetId, ceremonyId, code }: CodeForPacket): Promise<SignedPacket> {
  const packet = await lockOpenPacket(context, packetId);
  const { lender, transaction } = context;
  const documents = await transaction.query(readPacketDocuments, [[packet.id]]);
  const ticked = documents.filter(({ tickedAt }) => tickedAt !== null);
  refuseUnticked(context, packet, documents);

  const outcome = await completeCeremony(context, {
    ceremonyId,
    code,
    purpose: 'SIGN_DOCUMENT',
    operationDigest: packetDigest(packet.id, documents),
  });
  if (!outcome.completed) {
    const reason = outcome.findings[0]!;
    const wrong = findingOf(
      'RU_MFO_SMS_CODE_INVALID',
      dutyOf(lender.code, 'code.checked'),
      { reason: reason.code, ...reason.facts },
      { path: ['input', 'code'] },
    );
    return { signed: null, findings: [wrong] };
  }
  uphold(dutyOf(lender.code, 'code.checked'), true, 'RU_MFO_SMS_CODE_INVALID');
  const { identifier, usedAt, channel } = outcome.completed;
  await requireUnaltered(context, ticked);
  await requireSignable(context, packet, ticked, channel);

  const [registration] = await transaction.query(readRegistration, [[packet.clientId]]);
  const agreement = uphold(
    dutyOf(lender.code, 'signature.agreement'),
    Boolean(registration?.signatureAgreementVersion),
    'RU_MFO_SIGNATURE_AGREEMENT_MISSING',
  );
  if (agreement) throw new Refusal([agreement]);
  const phone = await phoneCeremony(context, packet.clientId);
  const { name } = await borrowerOf(context, packet.clientId);
  for (const duty of ['acceptance.signature', 'acceptance.authenticated', 'packet.ticks', 'packet.signed'] as const)
    perform(lender.code, duty);
  for (const { documentId, kind, sha256, tickedAt } of ticked) {
    await recordSignature(context, {
      documentId,
      shownSha256: sha256,
      signer: { kind: 'CLIENT', id: packet.clientId, name },
      method: PACKET_CODE,
      ceremonyId,
      identifier: clientSignature(identifier, sha256),
      evidence: {
        act: 'SIGN',
        packet: packet.id,
        kind,
        ceremony: identifier,
        codeEnteredAt: usedAt.toString(),
        codeChannel: channel,
        tickedAt: tickedAt!.toISOString(),
        phoneConfirmation: phone?.identifier ?? null,
        session: context.caller.sessionId,
        agreement: registration!.signatureAgreementVersion,
        generalTerms: registration!.generalTermsVersion,
      },
    });
    await markSigned(context, documentId);
  }
  await transaction.query(setPacketSigned, [packet.id, new Date(usedAt.epochMilliseconds), ceremonyId, identifier]);
  context.audit({ packet: packet.id, kind: packet.kind, documents: ticked.length });
  return { signed: { packet, identifier, documents: ticked }, findings: [] };
}

/** @throws Refusal RU_MFO_PACKET_NOT_FOUND, RU_MFO_OFFER_NOT_SIGNED, RU_MFO_DRAFT_SUPERSEDED, RU_MFO_PACKET_SIGNED */
export async function lockOpenPacket(context: CommandContext, packetId: string): Promise<PacketRecord> {
  const [packet] = await context.transaction.query(lockPacketRow, [packetId]);
  if (!packet) throw new Refusal([formFinding('RU_MFO_PACKET_NOT_FOUND', ['input', 'packetId'])]);
  const notOwn = uphold(
    dutyOf(context.lender.code, 'acceptance.recorded'),
    context.caller.kind === 'CLIENT' && context.caller.clientId === packet.clientId,
    'RU_MFO_OFFER_NOT_SIGNED',
  );
  if (notOwn) throw new Refusal([notOwn]);
  const superseded = uphold(
    dutyOf(context.lender.code, 'terms.redrafted'),
    packet.status !== 'VOID',
    'RU_MFO_DRAFT_SUPERSEDED',
    {},
    {
      path: ['input', 'packetId'],
    },
  );
  if (superseded) throw new Refusal([superseded]);
  if (packet.status === 'SIGNED') throw new Refusal([formFinding('RU_MFO_PACKET_SIGNED', ['input', 'packetId'])]);
  return packet;
}

/** A packet is signed whole: every document that it cannot do without has its tick. */
export function refuseUnticked(context: CommandContext, packet: PacketRecord, documents: readonly PacketDocumentRecord[]): void {
  const missing = documents.filter(({ required, tickedAt }) => required && tickedAt === null).map(({ kind }) => kind);
  const facts = { missing: missing.join(', ') };
  const ticked = uphold(dutyOf(context.lender.code, 'packet.ticks'), missing.length === 0, 'RU_MFO_SIGNATURE_MISSING', facts);
  const findings = [...judge(context, packet, documents, {}), ...(ticked ? [ticked] : [])];
  if (findings.some(blocks)) throw new Refusal(findings.slice(0, 1));
}

/** What is signed is what was formed and read: its stored text gives the hash that the packet keeps. */
async function requireUnaltered(context: CommandContext, documents: readonly PacketDocumentRecord[]): Promise<void> {
  for (const { documentId, kind, sha256 } of documents) {
    const document = await lockDocument(context, documentId);
    const same = document.sha256 === sha256 && (await verifiedCanonical(context, document)) !== null;
    const altered = uphold(dutyOf(context.lender.code, 'documents.unaltered'), same, 'RU_MFO_DOCUMENT_ALTERED', { document: kind });
    if (altered) throw new Refusal([altered]);
  }
}

async function requireSignable(
  context: CommandContext,
  packet: PacketRecord,
  ticked: readonly PacketDocumentRecord[],
  channel: string,
): Promise<void> {
  const elements = [...(await elementsIn(context, packet, ticked)), 'CODE', ...(channel === 'SMS' ? ['SMS_CODE'] : [])];
  const findings = judge(context, packet, ticked, { codeChannel: [channel, 'CEREMONY'], signatureElements: [elements, 'DOCUMENT'] });
  if (findings.some(blocks)) throw new Refusal(findings);
}

function judge(
  context: CommandContext,
  packet: PacketRecord,
  documents: readonly PacketDocumentRecord[],
  more: Parameters<typeof rules.factSet>[0],
): readonly Finding[] {
  const resolved = rulesToday(context);
  const kinds = documents.filter(({ tickedAt }) => tickedAt !== null).map(({ kind }) => kind);
  const facts = rules.factSet({ packetKind: [packet.kind, 'PACKET'], signedKinds: [kinds, 'PACKET'], ...more });
  const validators = resolved.validatorsAt(PACKET_SIGN).filter(({ facts: needed }) => needed.every((name) => name in facts.values));
  return toFindings(runValidators(validators, facts, resolved), resolved);
}

/** What about the signer really stands in the individual terms that are signed. */
async function elementsIn(context: CommandContext, packet: PacketRecord, documents: readonly PacketDocumentRecord[]): Promise<string[]> {
  const terms = documents.find(({ kind }) => kind === 'INDIVIDUAL_TERMS');
  if (!terms) return [];
  const text = (await verifiedCanonical(context, await lockDocument(context, terms.documentId))) ?? '';
  const { passport, address, phone, email } = await borrowerOf(context, packet.clientId);
  const held = { PASSPORT: passport, REGISTRATION_ADDRESS: address, MOBILE_PHONE: phone, EMAIL: email };
  return Object.entries(held).flatMap(([name, value]) => (value && text.includes(value.normalize('NFC')) ? [name] : []));
}
