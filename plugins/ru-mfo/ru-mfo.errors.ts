import { defineErrors } from '../../schema/base';
import { changeTexts } from './errors/changes';
import { editionTexts } from './errors/editions';
import { eligibilityTexts } from './errors/eligibility';
import { loanTexts } from './errors/loan';
import { packetTexts } from './errors/packet';
import { processTexts } from './errors/process';

/** Every code of this plugin, with sentences that say what to do. */
export const ruMfoErrors = defineErrors('ru-mfo', { ...editionTexts, ...eligibilityTexts, ...processTexts, ...loanTexts, ...packetTexts, ...changeTexts });
