import { createHash } from 'node:crypto';
import { create } from 'xmlbuilder2';
import { uuidv7 } from '../../../modules/database';
import { lockAccount } from '../accounts/account.record';
import { recordFactor } from '../factors/factor.record';
import { director, somebody } from '../msi/test-support/walk';
import { LeasingBench } from '../test-support/leasing-bench';
import { missingEvidence, type OperationEvidenceRow, proveOperation } from './operation-evidence';
import { signingGrant } from './signing-grant';
import { Identifying } from './test-support/identifying';
import { openXml } from './vault';

const k = (point: string) => `by-leasing/${point}`;

describe('proof of an operation', () => {
  let bench: LeasingBench;
  let at: Identifying;
  beforeAll(async () => {
    bench = await LeasingBench.open();
    at = new Identifying(bench);
  });
  afterAll(async () => {
    await at.close();
    await bench.close();
  });

  /** Somebody in a session, identified through МСИ. */
  async function identified(): Promise<string> {
    const clientId = await bench.registered('INDIVIDUAL', { surname: 'Примеров', firstName: 'Проба', patronymic: null });
    await bench.signIn(clientId);
    await at.identify(clientId, somebody);
    return clientId;
  }

  const prove = (clientId: string, operationId: string, caller = bench.client(clientId)) =>
    bench.run(async (context) => {
      const account = await lockAccount(context, clientId);
      const factor = await recordFactor(context, {
        clientId,
        factor: 'OTP',
        holds: true,
        source: 'SDO',
        operation: 'CONCLUDE',
        reference: operationId,
      });
      const operation = { type: 'ByLeasingDocument', id: operationId, name: 'CONCLUDE', factors: [factor], textSha256: 'ab'.repeat(32) };
      return { id: await proveOperation(context, account, operation), factor, account };
    }, caller);
  const rowsOf = (operationId: string) =>
    bench.sql<Record<string, unknown>>('select * from by_leasing.operation_evidence where operation_id = $1', [operationId]);

  it(`${k('3.12')} · is one well-formed XML with identification, factors, operation and moments, and its hash`, async () => {
    const [clientId, operationId] = [await identified(), uuidv7()];
    const { id, factor, account } = await prove(clientId, operationId);
    const [row] = (await bench.sql(
      'select id, xml_enc as "xmlEnc", xml_sha256 as "xmlSha256" from by_leasing.operation_evidence where operation_id = $1',
      [operationId],
    )) as OperationEvidenceRow[];
    const xml = await bench.run(async (context) => openXml(context, 'operation_evidence', id, row!.xmlEnc));
    expect(row!.xmlSha256).toEqual(createHash('sha256').update(xml).digest());
    expect((create(xml).toObject() as { operation: object }).operation).toMatchObject({
      client: clientId,
      identification: {
        '@id': account.identificationId,
        source: 'MSI',
        method: 'PERSONAL_DATA',
        identifiedAt: account.identifiedAt!.toISOString(),
      },
      authentication: { session: bench.client(clientId).sessionId, factor: { '@id': factor.id, name: 'OTP', result: 'MATCH' } },
      performed: { type: 'ByLeasingDocument', id: operationId, name: 'CONCLUDE', at: expect.stringMatching(/Z$/) },
    });
    await expect(prove(clientId, operationId)).rejects.toThrow(/by_leasing_operation_evidence_operation_key/);
  });

  it(`${k('3.12')} · that is not there is a finding of the operation that was completed`, async () => {
    const [clientId, operationId] = [await identified(), uuidv7()];
    const look = () => bench.run((context) => missingEvidence(context, operationId));
    expect(await look()).toMatchObject({ code: 'BY_LEASING_XML_EVIDENCE_MISSING', clauses: [k('3.12')] });
    await prove(clientId, operationId);
    expect(await look()).toBeNull();
  });

  it(`${k('3.7')} · names the client as the actor, with the session and the identification that it rests on`, async () => {
    const [clientId, operationId] = [await identified(), uuidv7()];
    const { account } = await prove(clientId, operationId);
    const [event] = await bench.sql<{ actor: string; payload: Record<string, unknown> }>(
      "select actor, payload from core.event_inbox where type = 'ByLeasingOperationProven' and subject_id = $1",
      [operationId],
    );
    expect(event).toMatchObject({
      actor: `CLIENT:${clientId}`,
      payload: { byLeasingIdentificationId: account.identificationId, sessionId: bench.client(clientId).sessionId, operation: 'CONCLUDE' },
    });
  });

  it(`${k('3.7')} · is made of nobody else’s act: an officer cannot act as the client`, async () => {
    const [clientId, operationId] = [await identified(), uuidv7()];
    await expect(prove(clientId, operationId, bench.officer)).rejects.toThrow('BY_LEASING_ACTION_NOT_CLIENTS');
    expect(await rowsOf(operationId)).toEqual([]);
  });

  it(`${k('6.2/p2')} · a digital signature is had from МСИ by whom it identified by certificate, and by nobody else`, async () => {
    const company = await bench.registered('LEGAL_ENTITY');
    const grantOf = (clientId: string) =>
      bench.run(async (context) => signingGrant(context, await lockAccount(context, clientId)), bench.client(clientId));
    await expect(grantOf(company)).rejects.toThrow('BY_LEASING_EDS_ORIGIN_NOT_MSI');
    await expect(grantOf(await identified())).rejects.toThrow('BY_LEASING_EDS_ORIGIN_NOT_MSI');
    await at.identify(company, director, 'CERTIFICATE');
    expect(await grantOf(company)).toMatchObject({ grant: expect.any(String), person: { personalNumber: director.personalNumber } });
  });
});
