import { CreateRuMfoSolvency1700000002162 } from '../solvency/create-solvency.migration';
import { SolvencyEntity } from '../solvency/solvency.entity';
import { ApplicationStartEntity } from './application-start.entity';
import { CreateRuMfoReview1700000002161 } from './create-review.migration';
import { DataCheckEntity, VerificationContactEntity } from './data-check.entity';
import { RuMfoApplicationReviewResolver } from './review.resolver';

/** What the plugin's definition takes of the check of applications and the assessment of solvency. */
export const reviewCapability = {
  entities: [ApplicationStartEntity, DataCheckEntity, VerificationContactEntity, SolvencyEntity],
  migrations: [CreateRuMfoReview1700000002161, CreateRuMfoSolvency1700000002162],
  resolvers: [RuMfoApplicationReviewResolver],
};
