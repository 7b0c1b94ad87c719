import { startTestGateway, type TestGateway } from '../../../test/support/test-gateway';

describe('identification in the graph', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ at: '2026-06-01T08:00:00Z' });
  });
  afterAll(() => gateway.stop());

  it('loads', async () => {
    expect(gateway.url).toContain('http');
  });
});
