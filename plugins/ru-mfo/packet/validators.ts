import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { missingFrom } from '../validators/sets';

/** Stage of this plugin: a packet is about to be signed. */
export const PACKET_SIGN = 'PACKET_SIGN';

export const termsPacketComplete = rules.validator({
  id: 'ru-mfo.terms-packet-complete',
  appliesAt: [PACKET_SIGN],
  facts: ['packetKind', 'signedKinds'],
  params: ['packet.terms.documents'],
  path: ['input', 'documents'],
  check: ({ packetKind, signedKinds }, { 'packet.terms.documents': required }) => {
    if (packetKind !== 'TERMS') return notApplicable;
    const missing = missingFrom(signedKinds, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_SIGNATURE_MISSING', required, { missing: missing.join(', ') });
  },
});

export const applicationPacketComplete = rules.validator({
  id: 'ru-mfo.application-packet-complete',
  appliesAt: [PACKET_SIGN],
  facts: ['packetKind', 'signedKinds'],
  params: ['packet.application.documents'],
  path: ['input', 'documents'],
  check: ({ packetKind, signedKinds }, { 'packet.application.documents': required }) => {
    if (packetKind !== 'APPLICATION') return notApplicable;
    const missing = missingFrom(signedKinds, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_SIGNATURE_MISSING', required, { missing: missing.join(', ') });
  },
});

export const applicationPacketSigned = rules.validator({
  id: 'ru-mfo.application-packet-signed',
  appliesAt: ['SUBMIT'],
  facts: ['applicationPacketKinds'],
  params: ['packet.application.documents'],
  check: ({ applicationPacketKinds }, { 'packet.application.documents': required }) => {
    const missing = missingFrom(applicationPacketKinds, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_SIGNATURE_MISSING', required, { missing: missing.join(', ') });
  },
});

export const codeChannel = rules.validator({
  id: 'ru-mfo.code-channel',
  appliesAt: [PACKET_SIGN],
  facts: ['codeChannel'],
  params: ['signing.code.channels'],
  path: ['input', 'ceremonyId'],
  check: (facts, { 'signing.code.channels': allowed }) =>
    allowed.value.includes(facts.codeChannel) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: facts.codeChannel }),
});

export const signatureElements = rules.validator({
  id: 'ru-mfo.signature-elements',
  appliesAt: [PACKET_SIGN],
  facts: ['packetKind', 'signatureElements'],
  params: ['signature.elements'],
  check: (facts, { 'signature.elements': required }) => {
    if (facts.packetKind !== 'TERMS') return notApplicable;
    const missing = missingFrom(facts.signatureElements, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_SIGNATURE_ELEMENTS_MISSING', required, { missing: missing.join(', ') });
  },
});

export const packetValidators = [termsPacketComplete, applicationPacketComplete, applicationPacketSigned, codeChannel, signatureElements];
