import type { Locale, Sentence } from '../../../schema/base';
import type { PluginDefinition } from '../plugin-definition';
import { type PluginProblem, pluginProblem } from '../problem';
import type { Check } from './check';

const languages: readonly Locale[] = ['en', 'ru', 'be'];

/** Every text in every language, with the same facts in braces. */
export const checkSentences: Check = (plugin) =>
  sentencesOf(plugin).flatMap(([contribution, sentence]) => {
    const missing = languages.filter((language) => typeof sentence[language] !== 'string' || sentence[language].trim() === '');
    const problems: PluginProblem[] = missing.map((language) =>
      pluginProblem('PLUGIN_LANGUAGE_MISSING', { plugin: plugin.id, contribution, language }),
    );
    const facts = new Set(languages.filter((language) => !missing.includes(language)).map((language) => factsOf(sentence[language])));
    if (facts.size > 1) problems.push(pluginProblem('PLUGIN_SENTENCE_FACTS_DIFFER', { plugin: plugin.id, contribution }));
    return problems;
  });

function sentencesOf(plugin: PluginDefinition): (readonly [contribution: string, sentence: Sentence])[] {
  return [
    ['title', plugin.title],
    ...plugin.errors.flatMap((set) => set.definitions.map((definition) => [`error code ${definition.code}`, definition] as const)),
    ...plugin.permissions.map(({ scope, title }) => [`permission ${scope}`, title] as const),
    ...plugin.dataCategories.map(({ code, title }) => [`data category ${code}`, title] as const),
    ...(plugin.deadlines ?? []).map(({ kind, description }) => [`deadline kind ${kind}`, description] as const),
    ...(plugin.lifecycle?.products ?? []).map(({ code, title }) => [`product ${code}`, title] as const),
    ...(plugin.documents ?? []).map(({ id, title }) => [`document template ${id}`, title] as const),
    ...(plugin.signing ?? []).map(({ id, title }) => [`signing method ${id}`, title] as const),
    ...(plugin.statutes ?? []).map(({ id, act }) => [`statute ${id}`, act] as const),
    ...(plugin.clauses?.documents ?? []).map(({ document, act }) => [`document ${document}`, act] as const),
  ];
}

const factsOf = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();
