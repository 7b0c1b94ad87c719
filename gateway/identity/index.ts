export { type Credentials, type Identified, identify } from './identify';
export { identityErrors } from './identity.errors';
export { type OwnIssuer, type OwnIssuerOptions, openOwnIssuer, type TokenRequest } from './own-issuer';
export { rememberTokens } from './remember-tokens';
export { isRole, type Permission, type Role, RoleTable, SCOPES_OF_ROLE } from './roles';
export { openIdVerifier, type TokenVerifier, type VerifiedToken, type VerifierOptions, verifierByIssuer } from './token-verifier';
