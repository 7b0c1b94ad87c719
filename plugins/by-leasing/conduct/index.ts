import type { PermissionDefinition } from '../../kit';
import { clientFileErrors } from './client-file';
import { ConductResolver } from './conduct.resolver';
import { CLIENT_FILES } from './rights';

export { readClientFile } from './client-file';
export { CLIENT_FILES, staffFinding } from './rights';

const permissions: readonly PermissionDefinition[] = [
  {
    scope: CLIENT_FILES,
    title: { en: 'Read what clients wrote', ru: 'Чтение сведений клиента', be: 'Чытанне звестак кліента' },
    roles: ['OFFICER'],
  },
];

/** Secure use, confidentiality, and rights of staff. */
export const conduct = { permissions, resolvers: [ConductResolver], errors: [clientFileErrors] } as const;
