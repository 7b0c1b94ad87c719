import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type Instruction, instructions, type LockChannel, lockChannels } from './account-lock.entity';

export const InstructionEnum = enumOf(instructions);
registerEnumType(InstructionEnum, {
  name: 'RuMfoInstruction',
  description: 'What a client must do before a locked account opens again (указание кредитора).',
  valuesConfig: {
    CHANGE_PASSWORD: { description: 'Choose another password (сменить пароль).' },
    CONFIRM_IDENTITY: { description: 'Prove who one is (подтвердить личность).' },
    CHANGE_PHONE: { description: 'Confirm another phone (сменить телефон).' },
    CHANGE_EMAIL: { description: 'Confirm another mailbox (сменить электронную почту).' },
  },
});

export const LockChannelEnum = enumOf(lockChannels);
registerEnumType(LockChannelEnum, {
  name: 'RuMfoLockChannel',
  description: 'By which way compromise was reported.',
  valuesConfig: {
    PHONE: { description: 'By phone (по телефону).' },
    PERSONAL_ACCOUNT: { description: 'In the personal account (в личном кабинете).' },
    OTHER: { description: 'By another way (иным способом).' },
  },
});

@Scoped('clients:read')
@ObjectType('RuMfoAccountLock', { description: 'Why an account is locked and what opens it (блокировка личного кабинета).' })
export class RuMfoAccountLock {
  @Field(() => LockChannelEnum, { description: 'By which way it was reported.' })
  channel!: LockChannel;

  @Field(() => DateTimeScalar, { description: 'When it was reported.' })
  reportedAt!: Date;

  @Field(() => [InstructionEnum], { description: 'What the client must do.' })
  instructions!: readonly Instruction[];

  @Field(() => [InstructionEnum], { description: 'What of it was done.' })
  carriedOut!: readonly Instruction[];
}

@InputType('RuMfoReportCompromiseInput', { description: 'Others know a client’s sign-in data (компрометация аутентификационных данных).' })
export class RuMfoReportCompromiseInput {
  @Field(() => ID, { nullable: true, description: 'Whose; a client’s own token leaves it out.' })
  clientId?: string | null;

  @Field(() => LockChannelEnum, { description: 'By which way it was reported.' })
  channel!: LockChannel;

  @Field(() => [InstructionEnum], { description: 'What must be done before the account opens; at least one.' })
  instructions!: Instruction[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoCarryOutInstructionInput', { description: 'An instruction that was carried out (выполнение указания).' })
export class RuMfoCarryOutInstructionInput {
  @Field(() => ID, { description: 'Whose.' })
  clientId!: string;

  @Field(() => InstructionEnum, { description: 'Which one.' })
  instruction!: Instruction;
}
