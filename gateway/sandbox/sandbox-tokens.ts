import { systemCaller } from '../../modules/access';
import type { CommandRunner } from '../../modules/execution';
import type { Lender } from '../../modules/lenders';
import type { OwnIssuer } from '../identity';
import { ensureSandboxClient } from './sandbox-client';

const TTL_SECONDS = 12 * 60 * 60;

/** `colleague`: a second officer, for what no officer does for itself. */
export type SandboxTokens = Readonly<Record<'client' | 'officer' | 'colleague' | 'partner' | 'operator', string>>;

/** Ready-made tokens of one lender's people, good for half a day. */
export async function sandboxTokens(issuer: OwnIssuer, runner: CommandRunner, lender: Lender): Promise<SandboxTokens> {
  const { clientId } = await runner.execute(ensureSandboxClient, null, {
    caller: systemCaller(lender.id, 'sandbox'),
    lender,
    locale: 'en',
    requestId: 'sandbox',
  });
  if (!clientId) throw new Error(`The sandbox has no client at ${lender.code}.`);
  const common = { lenders: [lender.code], ttl: TTL_SECONDS };
  return {
    client: await issuer.issueToken({ kind: 'CLIENT', subject: clientId, clientId, ...common }),
    officer: await issuer.issueToken({ kind: 'OFFICER', subject: 'sandbox-officer', ...common }),
    colleague: await issuer.issueToken({ kind: 'OFFICER', subject: 'sandbox-colleague', ...common }),
    partner: await issuer.issueToken({ kind: 'PARTNER', subject: 'sandbox-partner', ...common }),
    operator: await issuer.issueToken({ kind: 'OPERATOR', subject: 'sandbox-operator', ...common }),
  };
}
