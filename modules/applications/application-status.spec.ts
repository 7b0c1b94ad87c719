import fc from 'fast-check';
import { allows, applicationStatuses, finalStatuses, type Transition, transitionTable } from './application-status';

const transitions = Object.keys(transitionTable) as Transition[];

describe('the states of an application', () => {
  it('are all reachable from DRAFT', () => {
    const reached = new Set(['DRAFT']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const rule of Object.values(transitionTable)) if (rule.from.some((status) => reached.has(status))) reached.add(rule.to);
    }
    expect([...reached].sort()).toEqual([...applicationStatuses].sort());
  });

  it('end in CONCLUDED, REFUSED, EXPIRED or WITHDRAWN', () => {
    expect([...finalStatuses].sort()).toEqual(['CONCLUDED', 'EXPIRED', 'REFUSED', 'WITHDRAWN']);
  });

  it('never come back: no walk visits a state twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...transitions), { maxLength: 40 }), (walk) => {
        let status: (typeof applicationStatuses)[number] = 'DRAFT';
        const seen: string[] = [status];
        for (const transition of walk) {
          if (!allows(transition, status)) continue;
          status = transitionTable[transition].to;
          seen.push(status);
        }
        return new Set(seen).size === seen.length;
      }),
    );
  });
});
