import { clamAvAdapter } from './clam-av';
import { CreateByLeasingUploadChecks1700000003062 } from './create-upload-checks.migration';
import { malwareScannerPort, scannerSimulator } from './scanner';
import { UploadCheckEntity } from './upload-check.entity';
import { uploadTexts } from './uploads.errors';
import { UploadResolver } from './uploads.resolver';

export { attachmentFinding } from './upload-check.record';

/** Checks of uploaded files. */
export const uploads = {
  entities: [UploadCheckEntity],
  migrations: [CreateByLeasingUploadChecks1700000003062],
  resolvers: [UploadResolver],
  texts: uploadTexts,
  ports: [malwareScannerPort],
  adapters: [clamAvAdapter],
  simulators: [scannerSimulator],
} as const;
