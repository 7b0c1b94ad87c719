import { Entity, PrimaryColumn } from 'typeorm';
import { defineErrors, definePort } from '../../../schema/base';
import { type BadPlugin, definedWith } from './bad-plugin';

const no = { kind: 'FINDING', en: 'No.', ru: 'Нет.', be: 'Не.' } as const;

@Entity({ schema: 'core', name: 'bad_table' })
class TableInCoreSchema {
  @PrimaryColumn('uuid', { name: 'lender_id' })
  lenderId!: string;
}

export const badDefinitions: readonly BadPlugin[] = [
  {
    fault: 'a table in the core schema',
    code: 'PLUGIN_TABLE_FOREIGN',
    define: () => definedWith({ entities: [TableInCoreSchema] }),
  },
  {
    fault: 'a code without the plugin’s prefix',
    code: 'PLUGIN_PREFIX_MISSING',
    define: () => definedWith({ errors: [defineErrors('xx-bad', { NOT_ALLOWED: no })] }),
  },
  {
    fault: 'a code without a Belarusian sentence',
    code: 'PLUGIN_LANGUAGE_MISSING',
    define: () => definedWith({ errors: [defineErrors('xx-bad', { XX_BAD_NO: { ...no, be: '' } })] }),
  },
  {
    fault: 'an event type without the plugin’s prefix',
    code: 'PLUGIN_PREFIX_MISSING',
    define: () => definedWith({ eventTypes: [{ type: 'ApplicationStatusChanged', version: 1, description: 'Taken.', example: {} }] }),
  },
  {
    fault: 'an event whose example JSON changes',
    code: 'PLUGIN_EVENT_EXAMPLE',
    define: () => definedWith({ eventTypes: [{ type: 'XxBadDone', version: 1, description: 'Done.', example: { at: new Date(0) } }] }),
  },
  {
    fault: 'an adapter for a port that nobody declares',
    code: 'PLUGIN_PORT_UNKNOWN',
    define: () =>
      definedWith({ adapters: [{ port: definePort('other-plugin.bureau'), name: 'bureau', simulated: false, create: () => ({}) }] }),
  },
  {
    fault: 'a definition that can still be written to',
    code: 'PLUGIN_NOT_FROZEN',
    define: () => ({ ...definedWith() }),
  },
  {
    fault: 'a core that it was not made for',
    code: 'PLUGIN_CORE_RANGE_UNMET',
    define: () => definedWith({ coreRange: '>=99' }),
  },
];
