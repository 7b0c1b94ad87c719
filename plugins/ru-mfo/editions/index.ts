import { kapitalNt } from './kapital-nt';
import { sotovy } from './sotovy';
import { veritas } from './veritas';

/** The editions of all lenders of this plugin. */
export const editions = [veritas, kapitalNt, sotovy];
