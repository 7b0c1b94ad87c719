import type { RefusalGround } from '../../../../modules/decisions';

export const refusalGrounds: readonly RefusalGround[] = [];
