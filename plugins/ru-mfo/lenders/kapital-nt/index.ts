import type { LenderData } from '../lender-data';
import { addons } from './addons';
import { duties } from './duties';
import { editions } from './editions';
import { details } from './lender';
import { publications } from './publications';
import { refusalGrounds } from './refusal-grounds';

export const lender: LenderData = { ...details, editions, duties, refusalGrounds, addons, publications };
