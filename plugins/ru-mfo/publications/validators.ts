import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';

const SITE = 'SITE';

/** An edition in force must have been placed on the site before anybody applies under it. */
export const editionOnSite = rules.validator({
  id: 'ru-mfo.edition-on-site',
  appliesAt: ['SUBMIT'],
  facts: ['editionShownIn'],
  params: ['edition.publication'],
  check: ({ editionShownIn }, { 'edition.publication': required }) =>
    !required.value.includes(SITE) || editionShownIn.includes(SITE)
      ? pass
      : fail('RU_MFO_EDITION_NOT_PRESENTED', required, { missing: SITE }),
});

export const publicationValidators = [editionOnSite];
