import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { earlyGrounds } from './demand-early-repayment.command';
import { lossMeasures } from './penalty.commands';

export const LossMeasureEnum = enumOf(lossMeasures);
registerEnumType(LossMeasureEnum, {
  name: 'ByPledgeLossMeasure',
  description: 'What a loss is measured by.',
  valuesConfig: {
    LOSS: { description: 'The lost item: no more than its pledge value.' },
    DAMAGE: { description: 'The damaged item: the fall of its value.' },
    OTHER: { description: 'Other losses, in full.' },
  },
});

export const EarlyGroundEnum = enumOf(earlyGrounds);
registerEnumType(EarlyGroundEnum, {
  name: 'ByPledgeEarlyGround',
  description: 'Ground of an early demand.',
  valuesConfig: {
    PLEDGE_VIOLATION: { description: 'A recorded violation.' },
    POSSESSION_LOST_NOT_CURED: { description: 'The item was lost and neither restored nor replaced.' },
    THREAT_NOT_REPORTED: { description: 'A threat was not told in time.' },
  },
});
