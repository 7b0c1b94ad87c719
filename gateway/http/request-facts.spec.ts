import { anonymous } from '../../modules/access';
import { identify } from '../identity';
import { factsOfHeaders } from './request-facts';

const lenders = { byCode: () => null, byHost: () => null };
const verifier = { verify: () => Promise.reject(new Error('No token was sent.')) };

describe('the connection of a request', () => {
  it.each([
    ['http', true],
    ['HTTP, https', true],
    ['ws', true],
    ['https', false],
    ['https, http', false],
    ['wss', false],
    [undefined, false],
  ])('forwarded as %s is unprotected: %s', async (forwarded, insecure) => {
    const { credentials } = factsOfHeaders({ ...(forwarded ? { 'x-forwarded-proto': forwarded } : {}) });
    const { caller } = await identify(credentials, verifier, lenders);
    expect(caller).toEqual(insecure ? { ...anonymous(null), insecure: true } : anonymous(null));
  });
});
