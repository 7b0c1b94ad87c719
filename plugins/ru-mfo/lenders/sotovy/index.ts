import type { LenderData } from '../lender-data';
import { duties } from './duties';
import { editions } from './editions';
import { details } from './lender';
import { loanKinds } from './loan-kinds';
import { publications } from './publications';
import { refusalGrounds } from './refusal-grounds';

export const lender: LenderData = { ...details, editions, duties, refusalGrounds, publications, loanKinds };
