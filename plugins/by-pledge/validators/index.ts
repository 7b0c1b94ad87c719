import { fine, selfSale } from './enforcement';
import { manufactureYear, pledgeValue, vin } from './inventory';

export const validators = [vin, manufactureYear, pledgeValue, selfSale, fine];
