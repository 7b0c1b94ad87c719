import type { Narrator } from '../narrator';
import type { Sandbox } from '../sandbox';
import { byLeasingStory } from './by-leasing';
import { byPledgeStory } from './by-pledge';
import { firstLoan } from './first-loan';
import { ruMfoStory } from './ru-mfo';

export interface Story {
  readonly tells: string;
  readonly play: (sandbox: Sandbox, narrator: Narrator) => Promise<void>;
}

/** Told when no name is given. */
export const DEFAULT = 'first-loan';

export const stories: Readonly<Record<string, Story>> = {
  [DEFAULT]: { tells: 'one lender, from registration to a contract and to a refusal, with a partner whose socket is cut', play: firstLoan },
  'ru-mfo': {
    tells: 'three microfinance lenders, from registration to repayment: refusal, expiry, prolongation, tranche; moves the sandbox’s clock',
    play: ruMfoStory,
  },
  'by-leasing': {
    tells:
      'a natural person, a sole proprietor and a company, each to a signed leasing contract that is proven offline; moves the sandbox’s clock',
    play: byLeasingStory,
  },
  'by-pledge': {
    tells: 'two loans secured by cars, over months: one is repaid and released, one is sold with a surplus; moves the sandbox’s clock',
    play: byPledgeStory,
  },
};
