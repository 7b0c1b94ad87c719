import type { Narrator } from '../../narrator';
import type { Sandbox } from '../../sandbox';
import { kapitalNt } from './kapital-nt';
import { sotovy } from './sotovy';
import { veritas } from './veritas';

/** Three lenders with rules of their own, each from registration to repayment. */
export async function ruMfoStory(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  await veritas(sandbox, narrator);
  await kapitalNt(sandbox, narrator);
  await sotovy(sandbox, narrator);
}
