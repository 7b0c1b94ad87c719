import { cite } from '../cite';

export const enforcementEntries = {
  'notice.ways.claim': [['REGISTERED_MAIL'], cite('by-pledge/5.15/row1'), { interpretation: 'I-07' }],
  'notice.ways.saleNotice': [['REGISTERED_MAIL'], cite('by-pledge/5.15/row2')],
  'notice.ways.other': [['EMAIL_SCAN', 'OFFICE', 'ORDINARY_MAIL', 'REGISTERED_MAIL'], cite('by-pledge/5.15')],
  'notice.ordinaryMail.after': [3, cite('by-pledge/5.15/row3.3/ordinary')],
  'notice.email.after': [1, cite('by-pledge/5.15/row3.1')],
  'notice.lenderEmail': ['info@dzengo.by', cite('by-pledge/5.15/row3.1')],
  'notice.office': ['220035, г. Минск, ул. Тимирязева, д. 72, пом. 51-5', cite('by-pledge/5.15/row3.2')],
  'restore.allowedFor': [['DAMAGE', 'VALUE_DECREASE'], cite('by-pledge/3.1/е/replacement-consent')],
  'alienation.options': [['EARLY_REPAYMENT', 'DEBT_TRANSFER', 'REPLACEMENT'], cite('by-pledge/3.1/к/p2')],
  'service.evidence': [['WORK_CERTIFICATE', 'SERVICE_HISTORY'], cite('by-pledge/3.1/н')],
  'startPrice.overrides': [['COURT_DECISION', 'PARTIES_AGREEMENT'], cite('by-pledge/2.6')],
  'court.forum': ['MINSK_CENTRAL_DISTRICT', cite('by-pledge/5.7')],
  'sale.ways': [['COMMISSION_CONTRACT', 'OWN_LISTING'], cite('by-pledge/5.6/sale-way')],
  'sale.listingSite': ['AV.by', cite('by-pledge/5.6/sale-way')],
} as const;
