import { DocumentBench } from '../test-support/document-bench';
import { integrityJob } from './integrity-job';

describe('the proof of a completed operation', () => {
  let bench: DocumentBench;
  beforeAll(async () => {
    bench = await DocumentBench.open();
  });
  afterAll(() => bench.close());

  const told = () =>
    bench.sql<{ client_id: string; clause: string; payload: Record<string, unknown> }>(
      "select client_id, clause, payload from core.event_inbox where type = 'ByLeasingSecurityEvent' and payload->>'what' = 'EVIDENCE_MISSING'",
    );
  const round = () => integrityJob().run(bench.leasing.jobContext as never);

  it('by-leasing/3.12 · that is not there is told by the job as a security event and in the audit, with nothing personal', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.send(clientId, documentId);
    const other = await bench.ready();
    await bench.send(other, await bench.formed(other, 'QUESTIONNAIRE'));
    await round();
    expect(await told()).toEqual([]);

    await bench.sql('alter table by_leasing.operation_evidence disable trigger user');
    const removed = await bench.sql('delete from by_leasing.operation_evidence where operation_id = $1 returning id', [documentId]);
    expect(removed).toHaveLength(1);
    await round();
    expect(await told()).toEqual([
      {
        client_id: clientId,
        clause: 'by-leasing/3.12',
        payload: expect.objectContaining({ what: 'EVIDENCE_MISSING', byLeasingAccountId: expect.any(String) }),
      },
    ]);
    const [entry] = await bench.sql<{ details: Record<string, unknown> }>(
      "select details from core.audit_entry where command = 'job:byLeasingCheckProofs' order by at desc, id desc limit 1",
    );
    expect(entry!.details).toEqual({ code: 'BY_LEASING_XML_EVIDENCE_MISSING', missing: 1, operations: documentId });
  });
});
