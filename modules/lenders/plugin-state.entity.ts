import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LenderEntity } from './lender.entity';

/** `DRAINING`: no new applications, open ones finish. `DISABLED`: invisible, data kept. */
export type PluginState = 'ENABLED' | 'DRAINING' | 'DISABLED';

/** Whether one lender uses one installed plugin; read `FOR SHARE` by every command of that plugin. */
@Entity({ schema: 'core', name: 'plugin_state' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'plugin_state_lender_fkey' })
@Check('plugin_state_state_check', "state in ('ENABLED', 'DRAINING', 'DISABLED')")
export class PluginStateEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'plugin_state_pkey' })
  lenderId!: string;

  @PrimaryColumn('text', { name: 'plugin_id', primaryKeyConstraintName: 'plugin_state_pkey' })
  pluginId!: string;

  @Column('text')
  state!: PluginState;

  /** Set when DISABLED was forced while applications or contracts were open. */
  @Column('boolean', { default: false })
  forced!: boolean;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
