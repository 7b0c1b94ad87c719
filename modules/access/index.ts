export { accessErrors } from './access.errors';
export { accessModule } from './access.module';
export { CallerKindEnum, SessionTokensType, Viewer } from './access.type';
export { sessionEvents } from './access-events';
export { anonymous, type Caller, systemCaller } from './caller';
export {
  type CeremonyOutcome,
  type CodeEntry,
  type CompletedCeremony,
  completeCeremony,
  digestOf,
  latestCeremony,
  type NewCeremony,
  type OpenCeremony,
  openCeremony,
} from './ceremonies';
export type { CodeChannel, CodePurpose } from './ceremony.entity';
export { type CodePolicy, codePolicyFor, defaultCodePolicy } from './code-policy';
export { confirmContact } from './confirm-contact.command';
export { dropPassword, hasPassword, setPassword, verifyPassword } from './credentials';
export {
  type CodeOperation,
  type CodePolicyOverride,
  type ContactGuard,
  codeOperations,
  codePolicies,
  contactGuards,
  type LoginContact,
  type SignInGuard,
  signInGuards,
} from './extension-points';
export { hashPassword, matchesPassword, type PasswordHash } from './password';
export { type RequestCode, type RequestCodeResult, requestCode } from './request-code.command';
export { type ChangeAccess, type ChangeAccessResult, restoreAccess, revokeAccess } from './revocation/revocation.commands';
export { RevokedAccess, type RevokedAccessOptions, revokedAccessPort } from './revocation/revoked-access';
export { changePassword, refreshSession, signOut } from './session.commands';
export type { SessionEnd, SessionMethod } from './session.entity';
export {
  endedSessions,
  endSession,
  isSessionOpen,
  openSession,
  type RefreshOutcome,
  reasonsToRefuse,
  renewSession,
  revokeSessions,
  type SessionTokens,
} from './sessions';
export { type SignInResult, type SignInWithPassword, signIn, signInWithPassword } from './sign-in.command';
export { type TokenClaims, type TokenIssuer, tokenIssuerPort } from './token-issuer';
