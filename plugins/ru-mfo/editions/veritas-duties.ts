import { cite } from '../cite';
import type { Duties } from './duties';

/** Edition of 2023-03-13. */
export const veritasDuties: Duties = {
  'edition.exists': [cite('ru-mfo/veritas/preamble/1'), cite('ru-mfo/veritas/6.1'), cite('ru-mfo/veritas/6.2/а')],
  'edition.byConclusion': [cite('ru-mfo/veritas/6.2/б'), cite('ru-mfo/veritas/6.3')],
  'registration.steps': cite('ru-mfo/veritas/2.2'),
  'signature.agreement': [cite('ru-mfo/veritas/1.2'), cite('ru-mfo/veritas/1.7'), cite('ru-mfo/veritas/1.29')],
  'profile.kept': cite('ru-mfo/veritas/1.26'),
  'assessment.perApplication': cite('ru-mfo/veritas/3.5/а'),
  'status.potential': [cite('ru-mfo/veritas/1.14'), cite('ru-mfo/veritas/1.25')],
  'status.client': cite('ru-mfo/veritas/1.19/а'),
  'terms.formed': cite('ru-mfo/veritas/1.13'),
  'terms.lenderDetails': [cite('ru-mfo/veritas/1.20'), cite('ru-mfo/veritas/1.28')],
  'terms.schedule': [cite('ru-mfo/veritas/1.4'), cite('ru-mfo/veritas/4.7/а')],
  'terms.essential': cite('ru-mfo/veritas/1.18'),
  'terms.published': cite('ru-mfo/veritas/4.1/а'),
  'terms.publishedChanged': cite('ru-mfo/veritas/4.2/а'),
  'terms.offer': cite('ru-mfo/veritas/4.3'),
  'terms.insuranceSeparable': cite('ru-mfo/veritas/1.23'),
  'acceptance.recorded': cite('ru-mfo/veritas/1.1/а'),
  'acceptance.moment': cite('ru-mfo/veritas/4.4/а'),
  'acceptance.changedTerms': cite('ru-mfo/veritas/4.2/в'),
  'acceptance.signature': [cite('ru-mfo/veritas/1.11'), cite('ru-mfo/veritas/4.1/г')],
  'acceptance.signatureChanged': cite('ru-mfo/veritas/4.2/г'),
  'acceptance.standingConsent': cite('ru-mfo/veritas/4.5'),
  'acceptance.parts': cite('ru-mfo/veritas/1.5'),
  'acceptance.emailed': cite('ru-mfo/veritas/4.4/б'),
  'decision.told': cite('ru-mfo/veritas/3.11'),
  'refusal.law': cite('ru-mfo/veritas/3.12.1/а'),
  'payout.kept': cite('ru-mfo/veritas/1.30'),
  'client.declines': cite('ru-mfo/veritas/4.6/в'),
};
