import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { registerOperations, registerTaskStates } from './register-task.entity';

export const RegisterOperationEnum = enumOf(registerOperations);
registerEnumType(RegisterOperationEnum, {
  name: 'ByPledgeRegisterOperation',
  description: 'What the lender owes the register (действие в Реестре).',
  valuesConfig: {
    ENTER: { description: 'To enter the pledge.' },
    CHANGE: { description: 'To change its entry.' },
    EXCLUDE: { description: 'To take its entry out (исключение).' },
  },
});

export const RegisterTaskStateEnum = enumOf(registerTaskStates);
registerEnumType(RegisterTaskStateEnum, {
  name: 'ByPledgeRegisterTaskState',
  description: 'How far an operation of the register is.',
  valuesConfig: {
    WAITING: { description: 'It is to be done.' },
    SUBMITTED: { description: 'The lender’s people have it in their queue.' },
    DONE: { description: 'The register was changed.' },
  },
});
