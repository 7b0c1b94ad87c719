import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { digestOfText, versionsOf } from './terms.record';
import { type TermsKind, TermsVersionEntity } from './terms-version.entity';

export interface PublishTerms {
  readonly kind: TermsKind;
  readonly version: string;
  readonly orderNumber: string;
  /** ISO 8601. */
  readonly approvedOn: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
  /** What is new in it. */
  readonly changes: string;
}

/** Scope of the staff that may publish a version. */
export const PUBLISH_TERMS = 'by-leasing:publish-terms';

const MAX_TEXT = 500_000;
const VERSION = /^[\p{L}\p{N}][\p{L}\p{N}./-]{0,39}$/u;

/** Publishes a version of the agreement or the data policy on the site: it is in force from this moment, and never changed. */
export const publishTerms = defineCommand<PublishTerms, CommandResult>({
  name: 'byLeasingPublishTerms',
  plugin: PLUGIN,
  emits: [],
  async run(input, context) {
    const { kind, version, text, url } = input;
    const publisher = context.caller.kind === 'OFFICER' && context.caller.scopes.has(PUBLISH_TERMS);
    refuse(uphold(cite('by-leasing/9.3.1'), publisher, 'BY_LEASING_ACCESS_DENIED', { service: 'PUBLISH_TERMS' }));
    const same = (await versionsOf(context)).find((one) => one.kind === kind && one.version === version);
    const wrong = [
      ...(VERSION.test(version) ? [] : ['version']),
      ...(['orderNumber', 'title'] as const).filter((field) => !input[field].trim()),
      ...(text.trim() && text.length <= MAX_TEXT ? [] : ['text']),
      ...(isOnSite(url, context.lender.details.site) ? [] : ['url']),
      ...(input.approvedOn <= context.today.toString() ? [] : ['approvedOn']),
    ];
    refuse(
      wrong.length > 0 ? formFinding('BY_LEASING_TERMS_FORM_INVALID', ['input'], { fields: wrong.join(', ') }) : null,
      same?.held ? formFinding('BY_LEASING_TERMS_VERSION_EXISTS', ['input', 'version'], { version }) : null,
    );
    for (const clause of [cite('by-leasing/0/header'), cite('by-leasing/3.3'), cite('by-leasing/1/site')]) enforce(clause);
    await context.transaction.insert(TermsVersionEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      ...input,
      sha256: digestOfText(text),
      publishedBy: whoOf(context),
      // The text of a version that was known by its place alone may be brought later.
      publishedAt: same?.publishedAt ?? momentOf(context),
    });
    context.audit({ terms: kind, version });
    return {};
  },
});

/** Whether an address stands on the lender's one official site. */
function isOnSite(url: string, site: string | undefined): boolean {
  return URL.canParse(url) && site !== undefined && new URL(url).protocol === 'https:' && new URL(url).hostname === new URL(site).hostname;
}
