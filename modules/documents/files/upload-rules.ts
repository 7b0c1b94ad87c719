import type { Extensions } from '../../../schema/base';
import { type Finding, formFinding } from '../../rules';
import { type UploadPurpose, uploadPurposes } from '../extension-points';
import { knownContentTypes } from './content-types';

/** The purpose that needs no plugin: a picture or scan added to an application. */
const attachment: UploadPurpose = {
  id: 'ATTACHMENT',
  description: 'A picture or scan of a paper.',
  contentTypes: ['application/pdf', 'image/jpeg', 'image/png'],
  maxSize: 10 * 1024 * 1024,
};

export interface UploadRequest {
  readonly purpose: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const NAME = /^[^/\\\u0000-\u001f\u007f]{1,200}$/;

/** What is wrong with a request for an upload; empty when a place may be given. */
export function uploadFindings(extensions: Extensions, request: UploadRequest): Finding[] {
  const purposes = [attachment, ...extensions.all(uploadPurposes).map(({ value }) => value)];
  const purpose = purposes.find(({ id }) => id === request.purpose);
  const findings: Finding[] = [];
  const add = (code: string, field: keyof UploadRequest, facts: Finding['facts'] = {}) =>
    findings.push(formFinding(code, ['input', field], facts));
  if (!purpose) add('UPLOAD_PURPOSE_UNKNOWN', 'purpose', { known: purposes.map(({ id }) => id).join(', ') });
  const allowed = purpose?.contentTypes.filter((type) => knownContentTypes.includes(type)) ?? [];
  if (purpose && !allowed.includes(request.contentType)) add('UPLOAD_TYPE_NOT_ALLOWED', 'contentType', { allowed: allowed.join(', ') });
  if (purpose && !(request.size >= 1 && request.size <= purpose.maxSize)) add('UPLOAD_TOO_LARGE', 'size', { max: purpose.maxSize });
  if (!/^[0-9a-f]{64}$/.test(request.sha256)) add('UPLOAD_HASH_MALFORMED', 'sha256');
  if (!NAME.test(request.fileName)) add('UPLOAD_NAME_INVALID', 'fileName');
  return findings;
}
