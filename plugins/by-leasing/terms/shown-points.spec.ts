import { toGlobalId } from '../../../schema/base';
import { setService } from '../services/set-service.command';
import { CabinetBench } from '../test-support/cabinet-bench';

const SHOWN = '{ byLeasingTerms { version forum points { code clause } } byLeasingTermsHistory { version validFrom changes } }';
const ACCEPTED = 'query ($id: ID!) { client(id: $id) { byLeasing { acceptances { termsVersion declarations } } } }';

describe('points of the agreement', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  /** What anybody reads before registering, and what a client's acceptance names. */
  const shownAndAccepted = async () => {
    const { byLeasingTerms } = await bench.ask(SHOWN, {}, bench.nobody);
    const clientId = await bench.newClient();
    const { client } = await bench.ask(ACCEPTED, { id: toGlobalId('Client', clientId) }, bench.client(clientId));
    return { shown: byLeasingTerms, acceptances: client.byLeasing.acceptances };
  };
  const shows = async (code: string, clause: string) => {
    const { shown, acceptances } = await shownAndAccepted();
    expect(shown.points).toContainEqual({ code, clause });
    expect(acceptances).toMatchObject([{ termsVersion: shown.version }]);
    expect(acceptances[0].declarations).toContain('READ_AND_UNDERSTOOD');
  };

  it('by-leasing/9.1.5 · other duties of the lender are shown and accepted with the version', () =>
    shows('OTHER_LENDER_DUTIES', 'by-leasing/9.1.5'));
  it('by-leasing/9.2.2 · what the cabinet needs is shown before registration', () => shows('PREREQUISITES', 'by-leasing/9.2.2'));
  it('by-leasing/9.2.4 · the rules of secure use are shown and accepted', () => shows('SECURITY_RULES', 'by-leasing/9.2.4'));
  it('by-leasing/9.2.4/b4 · so is the duty to use protective software', () => shows('PROTECTIVE_SOFTWARE', 'by-leasing/9.2.4/b4'));
  it('by-leasing/9.2.9 · and other duties of the client', () => shows('OTHER_CLIENT_DUTIES', 'by-leasing/9.2.9'));
  it('by-leasing/11.2 · that availability is not guaranteed', () => shows('AVAILABILITY_NOT_GUARANTEED', 'by-leasing/11.2'));
  it('by-leasing/11.3 · that functions are as they are', () => shows('AS_IS', 'by-leasing/11.3'));
  it('by-leasing/11.4 · that no deal is promised', () => shows('NO_GUARANTEED_DEAL', 'by-leasing/11.4'));
  it('by-leasing/11.5 · for what the lender does not answer', () => shows('EXCLUDED_LIABILITY', 'by-leasing/11.5'));
  it('by-leasing/11.6/b3-b6 · what the client answers for: access data, and devices in other hands', () =>
    shows('CLIENT_RISKS', 'by-leasing/11.6/b3-b6'));
  it('by-leasing/12.1.1 · whose the cabinet is', () => shows('CABINET_COPYRIGHT', 'by-leasing/12.1.1'));
  it('by-leasing/12.1.2 · and all that is in it', () => shows('MATERIALS_COPYRIGHT', 'by-leasing/12.1.2'));
  it('by-leasing/12.9 · by which policy personal data are processed', () => shows('DATA_UNDER_POLICY', 'by-leasing/12.9'));

  it('by-leasing/12.5/p1 · where disputes go is kept with the version and shown', async () => {
    await shows('FORUM', 'by-leasing/12.5/p1');
    expect((await bench.ask(SHOWN, {}, bench.nobody)).byLeasingTerms.forum).toContain('Верховного Суда Республики Беларусь');
  });

  it('by-leasing/9.2.6 · changes stand on the site as a list of versions with the moments from which they hold', async () => {
    const { byLeasingTermsHistory } = await bench.ask(SHOWN, {}, bench.nobody);
    expect(byLeasingTermsHistory).toMatchObject([{ version: '236/2026-05-12', validFrom: expect.stringMatching(/^2026-05-1/) }]);
  });

  it('by-leasing/9.3.2 · a change of the services is kept with who made it and when', async () => {
    await bench.done(setService, { service: 'BUYOUT', enabled: false, effectiveFrom: null });
    const kept = await bench.sql('select service, enabled, changed_by, changed_at from by_leasing.service_change');
    expect(kept).toMatchObject([{ service: 'BUYOUT', enabled: false, changed_by: 'OFFICER:officer-12', changed_at: expect.any(Date) }]);
    expect(await bench.audit('byLeasingSetService')).toMatchObject([{ outcome: 'DONE', actor_subject: 'officer-12' }]);
  });
});
