import { Temporal } from 'temporal-polyfill';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { blocks, type Finding, formFinding, resolveRules, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { PublicationEntity } from './publication.entity';
import { digestOfText } from './publication.record';
import type { PublicationKind } from './publication-kind';
import { publicationsOf } from './published';
import { isOwnSite, PUBLISH, zoneOf } from './site-zone';

export interface Publish {
  readonly kind: PublicationKind;
  readonly version: string;
  readonly title: string;
  /** First day in force, ISO 8601; not in the past, unless it is the first version of its kind. */
  readonly effectiveFrom: string;
  readonly url: string;
  readonly text: string;
}

export interface Published extends CommandResult {
  readonly publicationId?: string;
}

const MAX_TEXT = 500_000;
const VERSION = /^[\p{L}\p{N}][\p{L}\p{N}./-]{0,39}$/u;

/** Publishes a version of a document on the lender's site; from its day on it is the current one. It is never changed. */
export const publish = defineCommand<Publish, Published>({
  name: 'ruMfoPublishDocument',
  plugin: PLUGIN,
  emits: ['RuMfoDocumentPublished'],
  async run(input, context) {
    const { kind, version, title, effectiveFrom, url, text } = input;
    const findings = [...formOf(input, context.lender.details.site), ...(await versionFaults(context, input))];
    if (findings.length > 0) throw new Refusal(findings);
    const resolved = rulesToday(context);
    const facts = rules.factSet({ siteZone: [zoneOf(url)!, 'QUESTIONNAIRE'] });
    const judged = toFindings(runValidators(resolved.validatorsAt(PUBLISH), facts, resolved), resolved);
    if (judged.some(blocks)) throw new Refusal(judged);
    const id = uuidv7(context.now.epochMilliseconds);
    const editionId = kind === 'RULES' ? editionOf(context, effectiveFrom) : null;
    if (kind === 'RULES') perform(context.lender.code, 'edition.published');
    await context.transaction.insert(PublicationEntity, {
      lenderId: context.lender.id,
      id,
      kind,
      version,
      title: title.trim(),
      effectiveFrom,
      editionId,
      url,
      text,
      sha256: digestOfText(text),
      publishedBy: `${context.caller.kind}:${context.caller.subject}`,
      publishedAt: new Date(context.now.epochMilliseconds),
    });
    context.emit({
      type: 'RuMfoDocumentPublished',
      subject: { type: 'RuMfoPublication', id },
      plugin: PLUGIN,
      payload: { ruMfoPublicationId: id, kind, version, effectiveFrom, edition: editionId },
    });
    context.audit({ publication: id, kind, version });
    return { publicationId: id, findings: judged };
  },
});

function formOf({ version, title, url, text }: Publish, site: string | undefined): Finding[] {
  const missing = [
    ...(title.trim() ? [] : ['title']),
    ...(text.trim() && text.length <= MAX_TEXT ? [] : ['text']),
    ...(VERSION.test(version) ? [] : ['version']),
  ];
  const findings = missing.map((field) => formFinding('RU_MFO_FIELD_REQUIRED', ['input', field], { field }));
  if (zoneOf(url) === null || !isOwnSite(url, site))
    findings.push(formFinding('RU_MFO_PUBLICATION_ADDRESS', ['input', 'url'], { site: site ?? '—' }));
  return findings;
}

async function versionFaults(context: CommandContext, { kind, version, effectiveFrom }: Publish): Promise<Finding[]> {
  const all = (await publicationsOf(context)).filter((one) => one.kind === kind);
  const same = all.find((one) => one.version === version);
  if (same?.held) return [formFinding('RU_MFO_PUBLICATION_EXISTS', ['input', 'version'], { version })];
  // The text of a version that was known by its place only may be brought later.
  if (same?.effectiveFrom === effectiveFrom || all.length === 0 || effectiveFrom >= context.today.toString()) return [];
  return [formFinding('RU_MFO_PUBLICATION_BACKDATED', ['input', 'effectiveFrom'], { today: context.today.toString() })];
}

/** The edition of the rules whose text this is. */
const editionOf = (context: CommandContext, effectiveFrom: string): string | null =>
  resolveRules(context.extensions, PLUGIN, context.lender.code, Temporal.PlainDate.from(effectiveFrom)).edition?.id ?? null;
