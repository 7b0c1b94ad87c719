import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { foreclosureRoutes, foreclosureStates } from './machine';

export const ForeclosureRouteEnum = enumOf(foreclosureRoutes);
registerEnumType(ForeclosureRouteEnum, {
  name: 'ByPledgeForeclosureRoute',
  description: 'Way of foreclosure (порядок взыскания).',
  valuesConfig: {
    COURT: { description: 'By a court (судебный).' },
    SELF_SALE: { description: 'By the lender itself (самостоятельная реализация).' },
  },
});

export const ForeclosureStateEnum = enumOf(foreclosureStates);
registerEnumType(ForeclosureStateEnum, {
  name: 'ByPledgeForeclosureState',
  description: 'State of a case of foreclosure.',
  valuesConfig: {
    OPEN: { description: 'Opened.' },
    FILED: { description: 'The suit is before the court.' },
    AWARDED: { description: 'The court allowed it.' },
    ON_SALE: { description: 'The item is offered.' },
    SOLD: { description: 'The proceeds came in.' },
    SETTLED: { description: 'Surplus ordered or deficit claimed.' },
    STOPPED: { description: 'The overdue debt was paid (взыскание прекращено).' },
    DISMISSED: { description: 'The court refused it.' },
  },
});

export const ForeclosureBasisEnum = enumOf(['DEFAULT', 'EARLY'] as const);
registerEnumType(ForeclosureBasisEnum, {
  name: 'ByPledgeForeclosureBasis',
  description: 'On what a case of foreclosure rests.',
  valuesConfig: {
    DEFAULT: { description: 'Something is overdue.' },
    EARLY: { description: 'A violation of the terms of the pledge.' },
  },
});
