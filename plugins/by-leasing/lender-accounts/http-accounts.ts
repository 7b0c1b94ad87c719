import {
  AnswerReader,
  createPartnerClient,
  DAY,
  PartnerCallError,
  type PartnerClient,
  partnerSettingNames,
  readPartnerSettings,
  SUM,
} from '../../../modules/partner-calls';
import type { Adapter } from '../../../schema/base';
import type { ContractHolder } from './holder';
import { addsUp, entryKinds, type LenderAccounts, lenderAccountsPort } from './port';

const PARTNER = 'lender accounts';
const SETTINGS = 'BY_LEASING_ACCOUNTS';
const NOT_FOUND = 404;
/** A debt may be negative: the client paid more than was charged. */
const BALANCE = /^-?(?:0|[1-9]\d{0,14})\.\d{2}$/;

/** The lender's accounts over HTTPS (assumed protocol: `POST /v1/contracts`, `POST /v1/reconciliations`, signed calls as of every partner). */
export const httpAccounts = (client: PartnerClient): LenderAccounts => ({
  async contractsOf({ id, phone, holder }) {
    const reader = new AnswerReader(PARTNER, (await client.post('/v1/contracts', { id, phone, holder }, id)).body);
    reader.same('id', id);
    return {
      asOf: reader.pastInstant('asOf'),
      contracts: reader.each('contracts', (one) => ({
        number: one.text('number'),
        holder: holderIn(one.object('holder')),
        concludedOn: one.text('concludedOn', DAY),
        active: one.flag('active'),
        nextPayment: one.isNull('nextPayment') ? null : paymentOf(one.object('nextPayment')),
        debt: one.text('debt', BALANCE),
      })),
    };
  },
  async reconcile({ id, number, from, to }) {
    const answer = await client.post('/v1/reconciliations', { id, number, from, to }, id);
    if (answer.status === NOT_FOUND) return null;
    const reader = new AnswerReader(PARTNER, answer.body);
    reader.same('id', id);
    reader.same('number', number);
    const statement = {
      number,
      from,
      to,
      opening: reader.text('opening', BALANCE),
      closing: reader.text('closing', BALANCE),
      entries: reader.each('entries', (one) => ({
        on: one.text('on', DAY),
        kind: one.oneOf('kind', entryKinds),
        amount: one.text('amount', SUM),
      })),
    };
    if (!addsUp(statement)) throw new PartnerCallError(PARTNER, 'PARTNER_ANSWER_MALFORMED');
    return statement;
  },
});

/** An empty name is nobody's: it is no answer. */
const holderIn = (reader: AnswerReader): ContractHolder => {
  const unp = reader.optional('unp');
  return unp === null ? { familyName: reader.text('familyName'), givenName: reader.text('givenName') } : { unp };
};

const paymentOf = (reader: AnswerReader) => ({ on: reader.text('on', DAY), amount: reader.text('amount', SUM) });

/** Settings: `BY_LEASING_ACCOUNTS_URL`, `BY_LEASING_ACCOUNTS_KEY`. */
export const accountsAdapter: Adapter<LenderAccounts> = {
  port: lenderAccountsPort,
  name: 'lender-accounts',
  simulated: false,
  needs: partnerSettingNames(SETTINGS),
  create({ settings, onStop }) {
    const client = createPartnerClient({ partner: PARTNER, ...readPartnerSettings(settings, SETTINGS) });
    onStop?.(() => client.close());
    return httpAccounts(client);
  },
};
