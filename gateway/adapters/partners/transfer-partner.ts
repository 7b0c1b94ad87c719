import {
  AnswerReader,
  createPartnerClient,
  type PartnerClient,
  partnerSettingNames,
  readPartnerSettings,
} from '../../../modules/partner-calls';
import { type TransferGateway, transferGatewayPort } from '../../../modules/payments';
import type { Adapter } from '../../../schema/base';
import { askOnce, readMovement } from './money-movement';

const PARTNER = 'transfer partner';

/** Pays out through a settlement partner's HTTP interface (assumed protocol, docs/guides/adapters.md). */
export const transferGateway = (client: PartnerClient): TransferGateway => ({
  transfer: (order) =>
    askOnce(
      () => client.post('/v1/transfers', order, order.id),
      ({ body }) => readMovement(new AnswerReader(PARTNER, body), order),
    ),
});

export const transferAdapter: Adapter<TransferGateway> = {
  port: transferGatewayPort,
  name: 'transfer-partner',
  simulated: false,
  needs: partnerSettingNames('TRANSFER'),
  create({ settings, onStop }) {
    const client = createPartnerClient({ partner: PARTNER, ...readPartnerSettings(settings, 'TRANSFER') });
    onStop?.(() => client.close());
    return transferGateway(client);
  },
};
