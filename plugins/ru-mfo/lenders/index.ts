import { kapitalNt } from './kapital-nt';
import type { LenderData } from './lender-data';
import { sotovy } from './sotovy';
import { veritas } from './veritas';

export type { LenderData, Tariff } from './lender-data';

export const lenders: readonly LenderData[] = [veritas, kapitalNt, sotovy];

/** `null` for a lender that this plugin knows nothing about. */
export const lenderData = (code: string): LenderData | null => lenders.find((lender) => lender.code === code) ?? null;
